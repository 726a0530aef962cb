// The past events of a series side by side.

import type { Page } from "@playwright/test";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { AttendancePage, attendancePath, listen } from "./pages/attendance";

test.use({ at: TUESDAY_AT_TEN });

/** Three that are over, by the demo's calendar in this order. */
const OVER = ["Looking back at the year", "Results of the employee survey", "New laptops: when, how, and what happens to the old one"];

/** Has Graph say of these events that they are one series: the demo has none that is over. */
async function tie(page: Page, ids: string[]) {
  const place = (id: string) => ids.indexOf(id);
  const tied = (value: any): any => {
    if (Array.isArray(value)) return value.map(tied);
    if (value === null || typeof value !== "object") return value;
    const all = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, tied(member)]));
    const at = typeof value.id === "string" && "displayName" in value ? place(value.id) : -1;
    if (at < 0) return all;
    const external = `rostrum-series-1|id=abcdefgh2345|n=${at + 1}/${ids.length}`;
    return { ...all, externalEventInformation: [{ applicationId: "app", externalEventId: external }] };
  };
  await page.route(/\/v1\.0\/(\$batch|solutions\/virtualEvents\/townhalls)/, async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const wanted = /\$batch$|getByUserRole|townhalls\/[^/]+$/.test(path);
    if (!wanted || route.request().method() === "OPTIONS") return route.continue();
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text && JSON.stringify(tied(JSON.parse(text))) });
  });
}

test("past events are compared: figures, returning people, a picture", async ({ page, arrive, control }) => {
  const told = listen(page);
  const events = await Promise.all(OVER.map((title) => control.event(title)));
  await tie(page, events.map(({ id }) => id));
  await arrive("organizer", attendancePath(events[2]));
  const attendance = new AttendancePage(page);
  const series = attendance.section("Across the series");
  await expect(series).toContainText("of which 3 are over");
  await attendance.isRead();
  const own = await attendance.figure("Unique attendees").textContent();
  await series.getByRole("button", { name: "Compare past events" }).click();

  const table = series.getByRole("table", { name: "Figures side by side" });
  await expect(table.getByRole("row")).toHaveCount(4, { timeout: 30_000 });
  await expect(table.getByRole("row").nth(3)).toContainText(own!);
  await expect(attendance.picture("Across the series")).toHaveAccessibleName(/^3 events, [\d,]+ people in all\./);
  // of the first everybody is new; of the last, those who were at one before came before
  const cells = async (row: number) => table.getByRole("row").nth(row).getByRole("cell").allTextContents();
  expect((await cells(1)).at(-2)).toBe("0");
  const { records } = await told();
  const ids = (of: string) => records.get(of)!.flatMap(({ role, identity }) => (role === "Attendee" && identity?.id ? [identity.id] : []));
  // its own records came first
  const [ofItself, ...others] = [...records.keys()];
  const known = new Set(others.filter((id) => id !== ofItself).flatMap(ids));
  const returning = new Set(ids(ofItself).filter((one) => known.has(one)));
  expect(returning.size).toBeGreaterThan(0);
  expect(Number((await cells(3)).at(-2)!.replace(",", ""))).toBeGreaterThanOrEqual(returning.size);

  const slider = attendance.slider("Event");
  await slider.focus();
  await page.keyboard.press("End");
  await expect(slider).toHaveAttribute("aria-valuetext", new RegExp(`${own} people, peak `));
});

test("an event that can't be read is named, and the others are compared", async ({ page, arrive, control }) => {
  const events = await Promise.all(OVER.map((title) => control.event(title)));
  await tie(page, events.map(({ id }) => id));
  await control.attendance(events[0], { reports: false });
  await arrive("organizer", attendancePath(events[2]));
  const attendance = new AttendancePage(page);
  const series = attendance.section("Across the series");
  await attendance.isRead();
  await series.getByRole("button", { name: "Compare past events" }).click();
  await expect(series.getByRole("table", { name: "Figures side by side" }).getByRole("row")).toHaveCount(3, { timeout: 30_000 });
  await expect(series.getByText("couldn't be read, no report")).toBeVisible();
  await series.getByRole("button", { name: "Read again" }).click();
  await expect(series.getByText(/ of 3 events read/)).toBeVisible();
});
