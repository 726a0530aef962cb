// An event's own page by keyboard alone, and the way to other pages.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, focusIsKept, focusIsSeen, tabTo } from "./keyboard";
import { Board } from "./pages/board";
import { EventPage, eventPath } from "./pages/event";
import { Import } from "./pages/import";

test.use({ at: TUESDAY_AT_TEN });

const TITLE = "Strategy 2030, first reading";

test("a draft is published and then cancelled by keyboard alone", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  const answer = (name: string) => event.dialog.getByRole("button", { name, exact: true });
  await arrive("organizer", eventPath(await control.event(TITLE)));

  // Escape leaves everything as it was, and gives the focus back
  await enter(page, event.button("Publish"));
  await expect(event.dialog.locator(":focus")).toHaveCount(1);
  await focusIsSeen(page);
  await page.keyboard.press("Escape");
  await expect(event.dialog).toBeHidden();
  await expect(event.button("Publish")).toBeFocused();
  expect((await control.event(TITLE)).status).toBe("Draft");

  await page.keyboard.press("Enter");
  await enter(page, answer("Publish"));
  await expect(event.button("Copy attendee link")).toBeVisible();
  expect((await control.event(TITLE)).status).toBe("Published");
  await focusIsKept(page, "after the event was published");

  const confirmation = event.dialog.getByRole("textbox");
  await enter(page, event.button("Cancel event"));
  await tabTo(page, confirmation);
  await page.keyboard.press("Escape");
  await expect(event.dialog).toBeHidden();
  await expect(event.button("Cancel event")).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, confirmation);
  await page.keyboard.type(TITLE);
  await page.keyboard.press("Enter");
  await expect(event.dialog).toBeHidden();
  await expect(event.standing).toContainText("Cancelled");
  expect((await control.event(TITLE)).status).toBe("Canceled");
  await focusIsKept(page, "after the event was cancelled");
});

test("a link takes the focus along to the page that it leads to", async ({ page, arrive }) => {
  await arrive("organizer");
  await expect(new Board(page).rows.first()).toBeVisible();
  await enter(page, page.getByRole("link", { name: "Import", exact: true }));
  await expect(new Import(page).heading).toBeVisible();
  await focusIsKept(page, "after a link was followed");

  // and Tab goes on within that page
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
});
