// The calendar: month, week, agenda, on the reader's clock.

import { isAccessible } from "./accessible";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Calendar } from "./pages/calendar";
import { EventPage } from "./pages/event";

test.use({ at: TUESDAY_AT_TEN });

test("the month has today's events where they belong, and leads to them", async ({ page, arrive }) => {
  await arrive("organizer", "/calendar");
  const calendar = new Calendar(page);
  await expect(calendar.heading).toHaveText("January 2027");
  const today = calendar.day(/^Tuesday, January 12, 2027, \d+ events?$/);
  await expect(today).toHaveAttribute("aria-current", "date");
  await today.getByRole("link", { name: /^January all hands/ }).click();
  await expect(new EventPage(page).title("January all hands")).toBeVisible();
  await page.goBack();
  await expect(calendar.heading).toHaveText("January 2027");
});

test("the grid is walked by keys, and the address follows", async ({ page, arrive }) => {
  await arrive("organizer", "/calendar?view=month&date=2027-01-30");
  const calendar = new Calendar(page);
  await calendar.day(/^Saturday, January 30/).focus();
  await page.keyboard.press("ArrowRight");
  await expect(calendar.day(/^Sunday, January 31/)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(calendar.day(/^Sunday, February 7/)).toBeFocused();
  await expect(calendar.heading).toHaveText("February 2027");
  await page.keyboard.press("Home");
  await page.keyboard.press("PageUp");
  await expect(calendar.heading).toHaveText("January 2027");
  await page.keyboard.press("Shift+PageDown");
  await expect(calendar.heading).toHaveText("January 2028");
  expect(new URL(page.url()).search).toMatch(/^\?view=month&date=2028-01-0\d$/);

  await page.keyboard.press("Enter");
  await expect(calendar.view("Agenda")).toHaveAttribute("aria-pressed", "true");
});

test("only one day of the grid is in the order of Tab", async ({ page, arrive }) => {
  await arrive("organizer", "/calendar");
  const calendar = new Calendar(page);
  await expect(calendar.day(/^Tuesday, January 12/)).toHaveAttribute("tabindex", "0");
  await expect(calendar.grid.locator("td[tabindex='0']")).toHaveCount(1);
});

test("the week by the hour; the day when the clocks change is an hour shorter", async ({ page, arrive }) => {
  await arrive("organizer", "/calendar?view=week&date=2027-01-12");
  const calendar = new Calendar(page);
  const today = calendar.section("Tuesday, January 12, 2027");
  await expect(today).toHaveAttribute("aria-current", "date");
  await expect(today.getByRole("link", { name: /^January all hands/ })).toBeVisible();

  await page.goto("/calendar?view=week&date=2027-03-28");
  const hours = (day: string) => calendar.section(day).locator(".hour-mark");
  await expect(hours("Monday, March 29, 2027")).toHaveCount(24);
  await expect(hours("Sunday, March 28, 2027")).toHaveCount(23);
});

test("back, forward, today and a date", async ({ page, arrive }) => {
  await arrive("organizer", "/calendar?view=week");
  const calendar = new Calendar(page);
  const now = await calendar.heading.textContent();
  await calendar.button("Forward").click();
  await expect(calendar.heading).toContainText("2027");
  await expect(calendar.heading).not.toHaveText(now ?? "");
  await calendar.button("Today").click();
  await expect(calendar.heading).toHaveText(now ?? "");
  await page.getByLabel("Go to date").fill("2027-06-15");
  await calendar.view("Month").click();
  await expect(calendar.heading).toHaveText("June 2027");
  await page.reload();
  await expect(calendar.heading).toHaveText("June 2027");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the agenda, whatever the address says", async ({ page, arrive }) => {
    await arrive("organizer", "/calendar?view=month");
    const calendar = new Calendar(page);
    const today = calendar.section("Tuesday, January 12, 2027");
    await expect(today.getByRole("link", { name: "January all hands" })).toBeVisible();
    await expect(calendar.grid).toBeHidden();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });
});

test("events that can't be read are said, and read again", async ({ page, arrive, control }) => {
  await control.fault({ match: { origin: "graph", path_regex: "\\$batch" }, status: 403, times: 1 });
  await arrive("organizer", "/calendar");
  const again = page.getByRole("button", { name: "Try again" });
  await again.click();
  await expect(new Calendar(page).day(/^Tuesday, January 12, 2027, \d+ events?$/)).toBeVisible();
});

test("nothing that axe can see is wrong with the calendar", async ({ page, arrive }) => {
  test.slow();
  await arrive("organizer", "/calendar");
  const calendar = new Calendar(page);
  for (const view of ["Month", "Week", "Agenda"] as const) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await calendar.view(view).click();
    await expect(calendar.view(view)).toHaveAttribute("aria-pressed", "true");
    await isAccessible(page, view);
  }
});
