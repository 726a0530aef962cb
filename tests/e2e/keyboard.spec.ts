// From the board to a published town hall without a pointer.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, tabTo, tick } from "./keyboard";
import { Board } from "./pages/board";
import { EventPage } from "./pages/event";
import { Form } from "./pages/form";
import { accountMenu } from "./pages/frame";

test.use({ at: TUESDAY_AT_TEN });

test("create and publish by keyboard alone", async ({ page, arrive, control }) => {
  const form = new Form(page);
  await arrive("organizer");
  await expect(new Board(page).rows.first()).toBeVisible();

  // from the top of the page, past the navigation
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await enter(page, new Board(page).newTownhall);

  await expect(form.title).toBeVisible();
  await tabTo(page, form.title);
  await page.keyboard.type("By keyboard");
  await tick(page, form.group("Length").getByRole("button", { name: "90 min" }));
  await tabTo(page, form.combobox("Time zone"));
  await page.keyboard.type("lisbon");
  await page.keyboard.press("Enter");
  await tick(page, form.field("Registration required"));
  await tabTo(page, form.combobox("Co-organizers"));
  await page.keyboard.type("kai and");
  await expect(form.options.first()).toContainText("Kai Andersen");
  await page.keyboard.press("Enter");
  await expect(form.chosen("Co-organizers")).toHaveText(["Kai Andersen"]);
  await enter(page, form.publish);

  const question = page.getByRole("dialog");
  await expect(question).toBeVisible();
  await enter(page, question.getByRole("button", { name: "Publish" }));

  await expect(new EventPage(page).title("By keyboard")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy registration link" }).first()).toBeVisible();
  const made = await control.event("By keyboard");
  expect(made).toMatchObject({ status: "Published", start: { time_zone: "GMT Standard Time" } });
  expect(made.desk.required).toBe(true);
});

test("the focus never leaves an open question", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  await arrive("organizer", `/townhalls/${(await control.event("Leadership circle")).id}`);
  await event.button("Cancel event").click();
  for (let steps = 0; steps < 8; steps += 1) {
    await page.keyboard.press("Tab");
    const outside = await page.evaluate(() => {
      const at = document.activeElement;
      return at !== document.body && at?.closest("dialog") === null;
    });
    expect(outside).toBe(false);
  }
});

test("single keys go where they say", async ({ page, arrive }) => {
  const board = new Board(page);
  const heading = (name: string) => page.getByRole("heading", { level: 1, name, exact: true });
  await arrive("organizer");
  await expect(board.rows.first()).toBeVisible();

  await page.keyboard.press("n");
  await expect(heading("New town hall")).toBeVisible();

  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await expect(heading("Live")).toBeVisible();

  // to the board and into its search, where keys are letters again
  await page.keyboard.press("/");
  await expect(board.search).toBeFocused();
  await page.keyboard.type("n/?g");
  await expect(board.search).toHaveValue("n/?g");
  await expect(heading("Board")).toBeVisible();
});

test("the keys are listed, and can be switched off for good", async ({ page, arrive }) => {
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await arrive("organizer");
  await expect(new Board(page).rows.first()).toBeVisible();
  await page.keyboard.press("?");
  await expect(help).toBeVisible();

  // Escape closes it, and only it
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();

  // the menu leads there too
  await accountMenu(page).open();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await help.getByRole("checkbox", { name: "Use single keys" }).uncheck();
  await help.getByRole("button", { name: "Close" }).click();
  await expect(help).toBeHidden();
  await expect(accountMenu(page).button).toBeFocused();

  await page.reload();
  await expect(new Board(page).rows.first()).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.press("?");
  await accountMenu(page).open();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(help.getByRole("checkbox", { name: "Use single keys" })).not.toBeChecked();
  expect(new URL(page.url()).pathname).toBe("/");
});

test("the keys can be switched off where nothing can be kept", async ({ page, arrive }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await arrive("organizer");
  await expect(new Board(page).rows.first()).toBeVisible();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.getByRole("checkbox", { name: "Use single keys" }).uncheck();
  await help.getByRole("button", { name: "Close" }).click();

  await page.keyboard.press("?");
  await page.keyboard.press("n");

  // the menu is what still opens it
  await accountMenu(page).open();
  await expect(help).toBeHidden();
  expect(new URL(page.url()).pathname).toBe("/");
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(help.getByRole("checkbox", { name: "Use single keys" })).not.toBeChecked();
});
