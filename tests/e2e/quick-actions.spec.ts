// What can be done with an event on the board, without opening it.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, focusIsKept, tabTo } from "./keyboard";
import { Board } from "./pages/board";
import { Form } from "./pages/form";

test.use({ at: TUESDAY_AT_TEN, permissions: ["clipboard-read", "clipboard-write"] });

test("the attendee link is copied from the row", async ({ page, arrive, control }) => {
  await arrive("organizer");
  const board = new Board(page);
  await board.row("First quarter results").hover();
  await board.quick("Copy link", "First quarter results").click();
  await expect(page.getByText("Attendee link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/^https:\/\/teams\.microsoft\.com\//);

  // and what goes wrong is said
  await control.fault({ match: { origin: "graph", path_regex: "/sessions" }, status: 403, times: 1 });
  await board.row("First quarter results").hover();
  await board.quick("Copy link", "First quarter results").click();
  await expect(page.getByText("Your role doesn't allow this")).toBeVisible();
});

test("a draft has no link to copy", async ({ page, arrive }) => {
  await arrive("organizer");
  const board = new Board(page);
  await board.chip("Draft").click();
  const row = board.rows.first();
  await row.hover();
  await expect(row.getByRole("button", { name: /^Duplicate: / })).toBeVisible();
  await expect(row.getByRole("button", { name: /^Copy link: / })).toHaveCount(0);
});

test("an event is duplicated from its row", async ({ page, arrive }) => {
  await arrive("organizer");
  const board = new Board(page);
  await board.row("First quarter results").hover();
  await board.quick("Duplicate", "First quarter results").click();
  await board.dialog.getByLabel("New date").fill("2027-04-20");
  await board.dialog.getByRole("button", { name: "Duplicate" }).click();
  const form = new Form(page);
  await expect(form.title).toHaveValue("First quarter results");
  await expect(form.field("Start date")).toHaveValue("2027-04-20");
});

test("the other actions are a dialog away, by keyboard alone", async ({ page, arrive }) => {
  await arrive("organizer");
  const board = new Board(page);
  await expect(board.row("First quarter results")).toBeVisible();
  await page.keyboard.press("/");
  await expect(board.search).toBeFocused();
  await page.keyboard.type("First quarter");
  await expect(board.row("January all hands")).toHaveCount(0);
  const more = board.quick("More", "First quarter results");
  await tabTo(page, more);
  await expect(more.locator("xpath=..")).toHaveCSS("opacity", "1");

  await page.keyboard.press("Enter");
  const choice = board.dialog.getByRole("heading", { name: "First quarter results" });
  await expect(choice).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await expect(page.locator("dialog[open]")).toHaveCount(0);

  await page.keyboard.press("Enter");
  await expect(choice).toBeVisible();
  await enter(page, board.dialog.getByRole("link", { name: "Share" }));
  await expect(page.getByRole("link", { name: "Share" })).toHaveAttribute("aria-current", "page");
  await focusIsKept(page, "after a link was followed");
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("the card has one button for all of it", async ({ page, arrive }) => {
    await arrive("organizer");
    const board = new Board(page);
    await board.quick("More", "First quarter results").tap();
    await expect(board.dialog.getByRole("button", { name: "Copy attendee link" })).toBeVisible();
    await expect(board.dialog.getByRole("link", { name: "Edit" })).toBeVisible();
    await board.dialog.getByRole("button", { name: "Save as template" }).tap();
    await expect(board.dialog.getByLabel("Name of the template")).toHaveValue("First quarter results");
  });
});
