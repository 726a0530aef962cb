// The calendar by keyboard alone: from every view to an event.

import type { Locator, Page } from "@playwright/test";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, focusIsKept, focusIsSeen, tabTo } from "./keyboard";
import { Board } from "./pages/board";
import { Calendar } from "./pages/calendar";
import { EventPage } from "./pages/event";

test.use({ at: TUESDAY_AT_TEN });

const TITLE = "January all hands";

/** Opens the event that a link leads to. */
async function open(page: Page, link: Locator) {
  await enter(page, link);
  await expect(new EventPage(page).title(TITLE)).toBeVisible();
}

test("from month, week and agenda to an event by keyboard alone", async ({ page, arrive }) => {
  const calendar = new Calendar(page);
  const tuesday = /^Tuesday, January 12, 2027/;
  const link = { name: new RegExp(`^${TITLE}`) };
  await arrive("organizer");
  await expect(new Board(page).rows.first()).toBeVisible();

  // by the two keys, into the month's grid and out of it by the event
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(calendar.heading).toHaveText("January 2027");
  await tabTo(page, calendar.day(tuesday));
  await page.keyboard.press("ArrowLeft");
  await expect(calendar.day(/^Monday, January 11/)).toBeFocused();
  await focusIsSeen(page);
  await page.keyboard.press("ArrowRight");
  await expect(calendar.day(tuesday)).toBeFocused();
  await open(page, calendar.day(tuesday).getByRole("link", link));

  // by the rail, to the week
  const rail = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Calendar" });
  await enter(page, rail, "Shift+Tab");
  await enter(page, calendar.view("Week"));
  await expect(calendar.view("Week")).toBeFocused();
  await open(page, calendar.section(tuesday).getByRole("link", link));

  await enter(page, rail, "Shift+Tab");
  await enter(page, calendar.view("Agenda"));
  await expect(calendar.view("Agenda")).toBeFocused();
  await open(page, calendar.section(tuesday).getByRole("link", link));
});

test("Enter on a day leads to its list, and the focus with it", async ({ page, arrive }) => {
  const calendar = new Calendar(page);
  await arrive("organizer", "/calendar?view=month&date=2027-01-11");
  await tabTo(page, calendar.day(/^Monday, January 11/));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(calendar.section(/^Tuesday, January 12, 2027/)).toBeVisible();
  await focusIsKept(page, "after the day was opened");
  await open(page, calendar.section(/^Tuesday, January 12, 2027/).getByRole("link", { name: TITLE }));
});

test("back, today, forward and a date by keyboard alone", async ({ page, arrive }) => {
  const calendar = new Calendar(page);
  await arrive("organizer", "/calendar");
  await expect(calendar.heading).toHaveText("January 2027");
  for (const [button, heading] of [
    ["Back", "December 2026"],
    ["Today", "January 2027"],
    ["Forward", "February 2027"],
  ] as const) {
    await enter(page, calendar.button(button));
    await expect(calendar.heading).toHaveText(heading);
    await expect(calendar.button(button)).toBeFocused();
  }

  // digit by digit, as the browser's field for dates takes them
  await tabTo(page, page.getByLabel("Go to date"));
  await page.keyboard.type("06152028");
  await expect(page.getByLabel("Go to date")).toHaveValue("2028-06-15");
  await expect(calendar.heading).toHaveText("June 2028");
  await expect(page.getByLabel("Go to date")).toBeFocused();
});
