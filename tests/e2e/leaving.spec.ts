// A page that is left while something of it is under way: what was begun is ended, nothing breaks.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Board } from "./pages/board";
import { Drafts } from "./pages/drafts";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";

test.use({ at: TUESDAY_AT_TEN });

const TITLE = "First quarter results";
const DRAFT = "Strategy 2030, first reading";
/** Long enough to go elsewhere meanwhile. */
const SLOW = 1_500;

/** Until the service has answered a request of that kind. */
function answered(control: { journal: any }, method: string, path: RegExp) {
  const wanted = (line: any) => line.origin === "graph" && line.method === method && path.test(line.path);
  return expect.poll(async () => (await control.journal(wanted)).length, { timeout: 15_000 });
}

test("an event that is left before it is read", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  await arrive("organizer");
  const board = new Board(page);
  await expect(board.row(TITLE)).toBeVisible();
  await control.fault({ match: { origin: "graph", method: "GET", path_regex: event.id }, delay_ms: SLOW });
  await control.forget();
  await board.open(TITLE);
  await expect(new EventPage(page).title(TITLE)).toBeVisible();
  await page.getByRole("link", { name: "Live", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Live", level: 1 })).toBeVisible();
  await answered(control, "GET", new RegExp(event.id)).toBeGreaterThan(0);

  // the page still answers
  await page.getByRole("link", { name: "Board", exact: true }).click();
  await expect(board.row(TITLE)).toBeVisible();
});

test("an edit that is left before it was sent stays among the drafts, and that is said", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  await arrive("organizer", `${eventPath(event)}/edit`);
  const form = new Form(page);
  const drafts = new Drafts(page);
  await form.title.fill("Mine");
  await drafts.kept();
  await control.fault({ match: { origin: "graph", method: "GET", path_regex: event.id }, times: 1, delay_ms: SLOW });
  await form.saveChanges.click();
  await page.getByRole("link", { name: "Board", exact: true }).click();

  await expect(page.getByText("Your changes weren't sent: the page was left too soon.")).toBeVisible();
  await expect(drafts.items).toHaveText([/Mine/]);
  expect(await control.called(TITLE)).toHaveLength(1);
});

test("a town hall whose form is left while it is created is there, and nobody is led away", async ({ page, arrive, control }) => {
  await arrive("organizer", "/townhalls/new");
  const form = new Form(page);
  await form.title.fill("Made in passing");
  await control.fault({ match: { origin: "graph", method: "POST", path_regex: "townhalls$" }, times: 1, delay_ms: SLOW });
  await form.save.click();
  await page.getByRole("link", { name: "Board", exact: true }).click();

  await expect(page.getByText("Draft saved")).toBeVisible();
  await expect(new Board(page).row("Made in passing")).toBeVisible();
  await expect(new Drafts(page).items).toHaveCount(0);
  expect(new URL(page.url()).pathname).toBe("/");
});

test("publishing goes on when the page is left", async ({ page, arrive, control }) => {
  await arrive("organizer");
  const board = new Board(page);
  await board.open(DRAFT);
  const event = new EventPage(page);
  await event.button("Publish").click();
  await control.fault({ match: { origin: "graph", method: "POST", path_regex: "publish" }, times: 1, delay_ms: SLOW });
  await event.answer("Publish");
  await page.goBack();
  await expect(board.row(TITLE)).toBeVisible();
  await expect.poll(async () => (await control.event(DRAFT)).status).toBe("Published");

  await board.open(DRAFT);
  await expect(event.standing).toContainText("Published");
  await expect(event.recent).toHaveText([/^Published/]);
});

test("a copy whose question is closed before the answer opens all the same", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  await arrive("organizer", eventPath(event));
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Duplicate" }).click();
  const dialog = page.getByRole("dialog", { name: "Duplicate" });
  await dialog.getByLabel("New date").fill("2027-04-20");
  await control.fault({ match: { origin: "graph", method: "GET", path_regex: "presenters" }, times: 1, delay_ms: SLOW });
  await dialog.getByRole("button", { name: "Duplicate" }).click();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(new Form(page).field("Start date")).toHaveValue("2027-04-20");
});
