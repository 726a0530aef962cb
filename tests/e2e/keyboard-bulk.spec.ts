// A selection on the board by keyboard alone.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { choose, enter, focusIsKept, focusIsSeen, tabTo, tick, typeInto } from "./keyboard";
import { Board } from "./pages/board";

test.use({ at: TUESDAY_AT_TEN });

const ONE = "First quarter results";
const OTHER = "Strategy 2030, first reading";

/** The box before an event. */
function box(board: Board, title: string) {
  return board.page.getByRole("checkbox", { name: `Select ${title}`, exact: true });
}

/** Looks for what has "first" in it, by the key for searching. */
async function search(board: Board) {
  await expect(board.row(ONE)).toBeVisible();
  await board.page.keyboard.press("/");
  await expect(board.search).toBeFocused();
  await board.page.keyboard.type("first");
  await expect(board.count).toHaveText(/^\d of \d+ events$/);
}

test("a selection is changed by keyboard alone", async ({ page, arrive, control }) => {
  const board = new Board(page);
  const selection = page.getByRole("region", { name: "Selected events" });
  const dialog = page.getByRole("dialog", { name: "Change events" });
  const before = [await control.event(ONE), await control.event(OTHER)];
  await arrive("organizer");
  await search(board);
  await tick(page, box(board, ONE));
  await expect(selection).toBeVisible();
  await expect(box(board, ONE)).toBeFocused();
  await tick(page, box(board, OTHER));
  await expect(selection.getByRole("status").first()).toHaveText("2 events selected");

  // Escape leaves everything as it was, and gives the focus back
  const change = selection.getByRole("button", { name: "Change events" });
  await enter(page, change, "Shift+Tab");
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await focusIsSeen(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(change).toBeFocused();

  await page.keyboard.press("Enter");
  await choose(page, dialog.getByLabel("E-mail notifications to attendees"), "No");
  await typeInto(page, dialog.getByLabel("Move by days"), "7");
  await enter(page, dialog.getByRole("button", { name: "Change 2 events" }));
  const run = selection.getByRole("region", { name: /^Changing/ });
  await expect(run.getByRole("status")).toHaveText("2 of 2 events done.");
  await focusIsKept(page, "after the changes were sent");
  for (const old of before) {
    const now = await control.event(old.title);
    expect(now.emails_attendees).toBe(false);
    const moved = Date.parse(`${now.start.date_time}Z`) - Date.parse(`${old.start.date_time}Z`);
    expect(moved, old.title).toBe(7 * 24 * 3_600_000);
  }

  await enter(page, run.getByRole("button", { name: "Close" }));
  await expect(selection).toHaveCount(0);
  await focusIsKept(page, "after the report was put away");
});

test("an event is cancelled by keyboard alone", async ({ page, arrive, control }) => {
  const board = new Board(page);
  const dialog = page.getByRole("dialog", { name: "Cancel events" });
  const selection = page.getByRole("region", { name: "Selected events" });
  await arrive("organizer");
  await search(board);
  // by the status, and all of them at once
  await enter(page, board.chip("Published"));
  await expect(board.chip("Published")).toHaveAttribute("aria-pressed", "true");
  await expect(board.rows).toHaveCount(1);
  await focusIsKept(page, "after a status was chosen");
  await tick(page, page.getByRole("checkbox", { name: "Select all shown" }));
  await enter(page, selection.getByRole("button", { name: "Cancel events" }), "Shift+Tab");
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await tabTo(page, dialog.getByLabel(/type how many/));
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: /^Cancelling/ }).getByRole("status")).toHaveText("1 of 1 event done.");
  await focusIsKept(page, "after the event was cancelled");
  expect(await control.event(ONE)).toMatchObject({ status: "Canceled" });
});
