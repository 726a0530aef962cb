// Drafts, and what others changed meanwhile, by keyboard alone.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, focusIsKept, focusIsSeen, tabTo, typeInto } from "./keyboard";
import { Board } from "./pages/board";
import { Drafts } from "./pages/drafts";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";

test.use({ at: TUESDAY_AT_TEN });

test("a draft is left, taken up, discarded and had back by keyboard alone", async ({ page, arrive }) => {
  const [board, drafts, form] = [new Board(page), new Drafts(page), new Form(page)];
  const toBoard = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Board" });
  await arrive("organizer");
  await expect(board.rows.first()).toBeVisible();
  await page.keyboard.press("n");
  await tabTo(page, form.title);
  await page.keyboard.type("A passing idea");
  await drafts.kept();
  await enter(page, toBoard, "Shift+Tab");

  await enter(page, drafts.open("A passing idea"));
  await expect(form.title).toHaveValue("A passing idea");
  await typeInto(page, form.title, "A lasting idea");
  await drafts.kept();
  await enter(page, toBoard, "Shift+Tab");

  await expect(drafts.items).toHaveText([/A lasting idea/]);
  await enter(page, drafts.discard("A lasting idea"));
  await expect(drafts.items).toHaveCount(0);
  await focusIsKept(page, "after a draft was discarded");
  // the notice is the last thing on the page
  await enter(page, page.getByRole("button", { name: "Undo" }), "Shift+Tab");
  await expect(drafts.items).toHaveText([/A lasting idea/]);
  await focusIsKept(page, "after a draft was had back");
  await enter(page, drafts.open("A lasting idea"));
  await expect(form.title).toHaveValue("A lasting idea");
});

test("mine or theirs is chosen by keyboard alone", async ({ page, arrive, control }) => {
  const event = await control.event("Ask the board anything");
  const form = new Form(page);
  await arrive("organizer", eventPath(event));
  await enter(page, page.getByRole("link", { name: "Edit", exact: true }));
  await expect(form.title).toHaveValue(event.title);
  await typeInto(page, form.title, "Mine");
  await control.change(event, { title: "Theirs" });
  const patches = () => control.journal((line) => line.method === "PATCH");

  await enter(page, form.saveChanges);
  const dispute = page.getByRole("group", { name: "Somebody else changed this event meanwhile" });
  await expect(dispute).toBeFocused();
  expect(await patches()).toEqual([]);

  // both are looked at by the arrow keys
  const [mine, theirs] = ["Mine", "Theirs"].map((name) => dispute.getByRole("radio", { name }));
  await page.keyboard.press("Tab");
  await expect(mine).toBeFocused();
  await page.keyboard.press("Space");
  await expect(mine).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(theirs).toBeFocused();
  await expect(theirs).toBeChecked();
  await focusIsSeen(page);
  await expect(form.title).toHaveValue("Theirs");
  await page.keyboard.press("ArrowUp");
  await expect(mine).toBeFocused();
  await expect(form.title).toHaveValue("Mine");

  await enter(page, form.saveChanges);
  await expect(new EventPage(page).title("Mine")).toBeVisible();
  expect((await patches()).map((line) => line.body)).toEqual([{ displayName: "Mine" }]);
});
