// Saved views of the board, and the columns somebody wants to see.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, focusIsKept, typeInto } from "./keyboard";
import { Board } from "./pages/board";

test.use({ at: TUESDAY_AT_TEN });

test("a view is saved under a name, opened, deleted and had back", async ({ page, arrive }) => {
  // given the drafts, by title
  await arrive("organizer");
  const board = new Board(page);
  await board.chip("Draft").click();
  await board.order("Event");
  await expect(board.row("January all hands")).toHaveCount(0);
  const drafts = await board.titles();

  // when that is saved, and all is shown again
  await board.views.click();
  await board.dialog.getByLabel("Name of the view").fill("My drafts");
  await page.keyboard.press("Enter");
  await expect(page.getByText("View saved")).toBeVisible();
  await expect(board.dialog).toHaveCount(0);
  await expect(board.saved("My drafts")).toHaveAttribute("aria-current", "page");
  await page.goto("/");
  await expect(board.row("January all hands")).toBeVisible();
  await expect(board.saved("My drafts")).not.toHaveAttribute("aria-current");

  // then one click shows it, as an address of its own
  await board.saved("My drafts").click();
  await expect(board.row("January all hands")).toHaveCount(0);
  expect(await board.titles()).toEqual(drafts);
  expect(page.url()).toContain("?status=draft&sort=title");

  await board.views.click();
  await board.dialog.getByRole("button", { name: "Delete My drafts" }).click();
  await expect(board.saved("My drafts")).toHaveCount(0);
  await board.dialog.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(board.saved("My drafts")).toBeVisible();
});

test("there is nothing to save before something is searched or filtered", async ({ page, arrive }) => {
  await arrive("organizer");
  const board = new Board(page);
  await board.views.click();
  await expect(board.dialog.getByText("Search, filter or sort the board first")).toBeVisible();
  await expect(board.dialog.getByRole("textbox")).toHaveCount(0);
});

test("columns that nobody wants to see stay away, for this account", async ({ page, arrive, signIn }) => {
  await arrive("organizer");
  const board = new Board(page);
  await expect(board.column("Audience")).toBeVisible();
  await board.views.click();
  await board.dialog.getByRole("checkbox", { name: "Audience" }).uncheck();
  await board.dialog.getByRole("checkbox", { name: "People" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(board.views).toBeFocused();
  await expect(board.column("Audience")).toHaveCount(0);

  await page.reload();
  await expect(board.column("Status")).toBeVisible();
  await expect(board.column("Audience")).toHaveCount(0);
  await expect(board.column("People")).toHaveCount(0);
  await expect(board.row("January all hands").getByRole("cell", { name: "Everyone" })).toHaveCount(0);

  // somebody else at the same browser sees all
  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn("co-organizer");
  await expect(board.column("Audience")).toBeVisible();
});

test("where the browser keeps nothing, that is said, and holds until the page is left", async ({ page, arrive }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = new Proxy(Storage.prototype.setItem, {
      apply(target, self, [key, value]) {
        if (String(key).startsWith("board.")) throw new DOMException("full", "QuotaExceededError");
        return Reflect.apply(target, self, [key, value]);
      },
    });
  });
  await arrive("organizer");
  const board = new Board(page);
  await board.views.click();
  await board.dialog.getByRole("checkbox", { name: "Audience" }).uncheck();
  await expect(page.getByText("This browser couldn't keep that")).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(board.column("Audience")).toHaveCount(0);
});

test("a view is saved and opened by keyboard alone", async ({ page, arrive }) => {
  await arrive("organizer");
  const board = new Board(page);
  await expect(board.row("January all hands")).toBeVisible();
  await page.keyboard.press("/");
  await expect(board.search).toBeFocused();
  await page.keyboard.type("all hands");
  await expect(board.row("First quarter results")).toHaveCount(0);
  await enter(page, board.views);
  await typeInto(page, board.dialog.getByLabel("Name of the view"), "All hands");
  await page.keyboard.press("Enter");
  await expect(board.views).toBeFocused();
  await page.keyboard.press("/");
  await expect(board.search).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(board.row("First quarter results")).toBeVisible();
  await enter(page, board.saved("All hands"));
  await expect(board.search).toHaveValue("all hands");
  await focusIsKept(page, "after a view was opened");
});
