// A selection on the board: ticked, changed, cancelled, exported.

import { readFile } from "node:fs/promises";
import { isAccessible } from "./accessible";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Board } from "./pages/board";

test.use({ at: TUESDAY_AT_TEN });

const ONE = "Ask the board anything";

function box(board: Board, title: string) {
  return board.page.getByRole("checkbox", { name: `Select ${title}`, exact: true });
}

test("rows are ticked one by one, all at once, and by keyboard", async ({ page, arrive }) => {
  await arrive("organizer");
  const board = new Board(page);
  await box(board, ONE).check();
  const selection = page.getByRole("region", { name: "Selected events" });
  await expect(selection.getByRole("status").first()).toHaveText("1 event selected");
  await box(board, ONE).focus();
  await page.keyboard.press("Space");
  await expect(selection).toHaveCount(0);
  await board.chip("Draft").click();
  const drafts = await board.rows.count();
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await expect(selection.getByRole("status").first()).toHaveText(`${drafts} events selected`);
  // what the filters hide is not acted upon
  await board.search.fill("no such words");
  await expect(selection.getByRole("status").first()).toHaveText("0 events selected");
  await expect(selection.getByRole("button", { name: "Cancel events" })).toBeDisabled();
});

test("a selection is moved on the events' own clocks, and a helper added", async ({ page, arrive, control }) => {
  await arrive("organizer");
  const board = new Board(page);
  await board.chip("Draft").click();
  const titles = await board.titles();
  const before = new Map((await control.events()).map((event) => [event.id, event]));
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  const selection = page.getByRole("region", { name: "Selected events" });
  await selection.getByRole("button", { name: "Change events" }).click();
  const dialog = page.getByRole("dialog", { name: "Change events" });
  await dialog.getByLabel("E-mail notifications to attendees").selectOption("No");
  await dialog.getByLabel("Move by days").fill("7");
  await dialog.getByRole("button", { name: /^Change \d+ events?$/ }).click();
  const run = selection.getByRole("region", { name: /^Changing/ });
  await expect(run.getByRole("status")).toContainText("events done.");
  const changed = (await control.events()).filter((event) => {
    const old = before.get(event.id);
    return old && JSON.stringify(old.start) !== JSON.stringify(event.start);
  });
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.length).toBeLessThanOrEqual(titles.length);
  for (const event of changed) {
    const clock = (kept: any) => JSON.stringify(kept.start).match(/T(\d\d:\d\d)/)?.[1];
    expect(clock(event), event.title).toBe(clock(before.get(event.id)));
    expect(event.emails_attendees).toBe(false);
  }
});

test("cancelling asks for the number and cancels what is one's own", async ({ page, arrive, control }) => {
  await arrive("organizer");
  const board = new Board(page);
  await board.chip("Published").click();
  const titles = (await board.titles()).slice(0, 2);
  for (const title of titles) await box(board, title).check();
  const selection = page.getByRole("region", { name: "Selected events" });
  await selection.getByRole("button", { name: "Cancel events" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel events" });
  const heading = await dialog.getByRole("heading").textContent();
  const count = heading!.match(/\d+/)![0];
  const confirm = dialog.getByRole("button", { name: "Cancel events" });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(/type how many/).fill("99");
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(/type how many/).fill(count);
  await confirm.click();
  await expect(selection.getByRole("region", { name: /^Cancelling/ }).getByRole("status")).toHaveText(
    new RegExp(`^${count} of ${count} events? done\\.$`),
  );
  const cancelled = (await control.events()).filter((event) => titles.includes(event.title) && event.status === "Canceled");
  expect(String(cancelled.length)).toBe(count);
});

test("the shown rows are exported, and can be imported again", async ({ page, arrive }) => {
  await arrive("organizer");
  const board = new Board(page);
  await board.search.fill(ONE);
  await expect(board.rows).toHaveCount(1);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("events.csv");
  const lines = (await readFile((await file.path())!, "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain("Title,Kind,Start date");
  expect(lines[1]).toContain(ONE);
});

test("bar and dialogs without violations that axe can see", async ({ page, arrive }) => {
  test.slow();
  await arrive("organizer");
  const board = new Board(page);
  await box(board, ONE).check();
  const selection = page.getByRole("region", { name: "Selected events" });
  await expect(selection).toBeVisible();
  await isAccessible(page, "bar");
  for (const name of ["Change events", "Cancel events"]) {
    await selection.getByRole("button", { name }).click();
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    await isAccessible(page, name);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name })).toHaveCount(0);
  }
});
