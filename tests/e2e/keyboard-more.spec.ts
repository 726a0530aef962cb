// Copies of events and templates by keyboard alone.

import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, focusIsKept, focusIsSeen, tabTo, tick, typeInto } from "./keyboard";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";

test.use({ at: TUESDAY_AT_TEN });

const TITLE = "First quarter results";

/** What the event's menu holds. */
const more = (page: Page) => page.getByRole("button", { name: "More", exact: true });

/** Opens the event's menu and chooses from it. */
async function fromMenu(page: Page, item: string) {
  const dialog = page.getByRole("dialog", { name: item });
  await enter(page, more(page));
  await enter(page, page.getByRole("button", { name: item, exact: true }));
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("heading")).toBeVisible();
  return dialog;
}

test("an event is copied to another day by keyboard alone", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  await arrive("organizer", eventPath(event));

  // Escape closes the menu, and then the question, and gives the focus back
  await enter(page, more(page));
  await expect(page.getByRole("button", { name: "Duplicate" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Duplicate" })).toBeFocused();
  await focusIsSeen(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Duplicate" })).toBeHidden();
  await expect(more(page)).toBeFocused();
  let dialog = await fromMenu(page, "Duplicate");
  await tabTo(page, dialog.getByLabel("New date"));
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(more(page)).toBeFocused();

  dialog = await fromMenu(page, "Duplicate");
  await tabTo(page, dialog.getByLabel("New date"));
  // digit by digit, as the browser's field for dates takes them
  await page.keyboard.type("04222028");
  await expect(dialog.getByLabel("New date")).toHaveValue("2028-04-22");
  const description = dialog.getByRole("checkbox", { name: "Description" });
  await tick(page, description);
  await expect(description).not.toBeChecked();
  await enter(page, dialog.getByRole("button", { name: "Duplicate" }));

  const form = new Form(page);
  await expect(form.title).toHaveValue(TITLE);
  await expect(form.field("Start date")).toHaveValue("2028-04-22");
  await typeInto(page, form.title, "By keyboard");
  await enter(page, form.save);
  await expect(new EventPage(page).title("By keyboard")).toBeVisible();
  const made = await control.event("By keyboard");
  expect(made.start).toEqual({ ...event.start, date_time: `2028-04-22T${event.start.date_time.slice(11)}` });
  expect(made.description?.content ?? "").toBe("");
});

/** Makes a template of the event that is shown, and goes to the templates. */
async function template(page: Page, name: string) {
  const dialog = await fromMenu(page, "Save as template");
  await typeInto(page, dialog.getByLabel("Name of the template"), name);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Template saved")).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(more(page)).toBeFocused();
  await focusIsSeen(page);
  await page.keyboard.press("g");
  await page.keyboard.press("t");
}

test("an event becomes a template, and others begin with it, by keyboard alone", async ({ page, arrive, control }) => {
  await arrive("organizer", eventPath(await control.event(TITLE)));
  await template(page, "Quarterly");
  await enter(page, page.getByRole("button", { name: "Use Quarterly" }));
  const form = new Form(page);
  await expect(form.title).toHaveValue(TITLE);
  await expect(form.field("Start date")).toHaveValue("2027-01-13");
  await expect(form.field("Description")).toHaveText("Revenue, costs and what they mean for the bonus.");
});

test("a template is saved as a file, deleted, had back and opened by keyboard alone", async ({ page, arrive, control }) => {
  await arrive("organizer", eventPath(await control.event(TITLE)));
  await template(page, "Quarterly");
  const use = page.getByRole("button", { name: "Use Quarterly" });
  const download = page.waitForEvent("download");
  await enter(page, page.getByRole("button", { name: "Save as a file: Quarterly" }));
  const file = await (await download).path();

  await enter(page, page.getByRole("button", { name: "Delete Quarterly" }));
  await expect(page.getByText("No templates yet.")).toBeVisible();
  await focusIsKept(page, "after a template was deleted");
  await enter(page, page.getByRole("button", { name: "Undo" }));
  await expect(use).toBeVisible();
  await focusIsKept(page, "after a template was had back");
  await enter(page, page.getByRole("button", { name: "Delete Quarterly" }));
  await expect(page.getByText("No templates yet.")).toBeVisible();

  await tabTo(page, page.getByLabel("Open a template file"), "Shift+Tab");
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  const buffer = await readFile(file);
  await (await chooser).setFiles({ name: "template-Quarterly.json", mimeType: "application/json", buffer });
  await expect(use).toBeVisible();
  await focusIsKept(page, "after a file was opened");
});
