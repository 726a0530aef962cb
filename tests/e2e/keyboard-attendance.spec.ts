// Who came, by keyboard alone, and as axe sees it.

import { isAccessible } from "./accessible";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, focusIsKept, tabTo, tick } from "./keyboard";
import { AttendancePage, attendancePath } from "./pages/attendance";
import { EventPage, eventPath } from "./pages/event";

test.use({ at: TUESDAY_AT_TEN });

const ENDED = "New laptops: when, how, and what happens to the old one";

test("from the event to a file without names, by keyboard alone", async ({ page, arrive, control }) => {
  await arrive("organizer", eventPath(await control.event(ENDED)));
  await expect(new EventPage(page).title(ENDED)).toBeVisible();
  await enter(page, page.getByRole("navigation", { name: "Parts of this event" }).getByRole("link", { name: "Attendance" }));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  await tick(page, attendance.hideNames);
  await expect(attendance.hideNames).toBeChecked();
  await tabTo(page, attendance.slider("Moment"));
  await page.keyboard.press("ArrowRight");
  await expect(attendance.slider("Moment")).toHaveAttribute("aria-valuetext", /people|person/);
  await tabTo(page, attendance.search);
  await page.keyboard.type("attendee");
  await enter(page, attendance.grid.getByRole("button", { name: "Sort by Stay" }));
  await expect(attendance.head("Stay")).toHaveAttribute("aria-sort", "ascending");
  await focusIsKept(page, "after sorting");
  await tabTo(page, attendance.grid, "Shift+Tab");
  await page.keyboard.press("PageDown");
  await expect(attendance.grid.locator('[aria-selected="true"]')).toBeInViewport();

  await enter(page, attendance.button("Export"), "Shift+Tab");
  await expect(attendance.dialog).toBeVisible();
  await expect(attendance.dialog.getByLabel("Leave names out")).toBeChecked();
  const download = page.waitForEvent("download");
  await enter(page, attendance.dialog.getByRole("button", { name: "Download" }));
  expect((await download).suggestedFilename()).toMatch(/^Attendance-.*\.csv$/);
  await focusIsKept(page, "after the file was handed out");
});

test("attendance has no violations that axe can see", async ({ page, arrive, control }) => {
  test.slow();
  await arrive("organizer", attendancePath(await control.event(ENDED)));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  await attendance.section("Arrivals").getByText("As a table").click();
  await isAccessible(page, "attendance");
  await attendance.button("Export").click();
  await expect(attendance.dialog).toBeVisible();
  await isAccessible(page, "export");
  await page.keyboard.press("Escape");
  await page.goto(attendancePath(await control.event("Encontro com a equipe de São Paulo")));
  await page.getByText("Some records were odd").click();
  await isAccessible(page, "odd records");
  await page.goto(attendancePath(await control.event("Night shift forum")));
  await expect(page.getByText("There is no report")).toBeVisible();
  await isAccessible(page, "no report");
});
