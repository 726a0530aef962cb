// Attendance that isn't there yet, isn't given, or breaks off: never a dead end.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { AttendancePage, attendancePath } from "./pages/attendance";
import { answerConsent } from "./pages/entra";
import { message } from "./pages/frame";

test.use({ at: TUESDAY_AT_TEN });

const ENDED = "New laptops: when, how, and what happens to the old one";
const LARGE = "Founders' day: a hundred years of Northlight";
const RECORDS = "/attendanceRecords";

test("before the end the page says when there will be something", async ({ page, arrive, control }) => {
  await arrive("organizer", attendancePath(await control.event("First quarter results")));
  const notice = page.getByRole("status").filter({ hasText: "Attendance comes after the end" });
  await expect(notice).toContainText(/It ends .*, at \d+:\d\d/);
  // a rehearsal makes a report as well
  await notice.getByRole("button", { name: "Look for reports of rehearsals" }).click();
  await expect(page.getByText("There is no report of a rehearsal either").or(page.getByRole("region", { name: "Key figures" }))).toBeVisible();
});

test("drafts and cancelled events say that nobody came, others' that it isn't theirs", async ({ page, arrive, control, signIn }) => {
  await arrive("organizer", attendancePath(await control.event("Strategy 2030, first reading")));
  await expect(page.getByText("Nobody has come yet")).toBeVisible();
  await page.getByRole("link", { name: "Back to the overview" }).click();
  await expect(page).not.toHaveURL(/attendance/);
  await page.goto(attendancePath(await control.event("Office move, second information round")));
  await expect(page.getByText("It didn't take place, so there is no attendance.")).toBeVisible();

  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn("attendee");
  await expect(page.getByRole("button", { name: /^Account: .*Adeyemi/ })).toBeVisible();
  await page.goto(attendancePath(await control.event(ENDED)));
  await expect(page.getByText("Attendance is for organizers and co-organizers")).toBeVisible();
});

test("reports that are switched off, and one that is a few minutes away", async ({ page, arrive, control }) => {
  const event = await control.event(ENDED);
  await control.attendance(event, { reports: false });
  await arrive("organizer", attendancePath(event));
  const off = page.getByRole("status").filter({ hasText: "There is no report" });
  await expect(off).toContainText("switched off");
  await control.attendance(event, { reports: true });
  await off.getByRole("button", { name: "Look again" }).click();
  await expect(new AttendancePage(page).grid).toBeVisible();
});

test("the permission is asked for by a click, and then it goes on", async ({ page, arrive, control }) => {
  await control.consent("ana.ruiz@northlight.example", { revoke: ["OnlineMeetingArtifact.Read.All"] });
  await arrive("organizer", attendancePath(await control.event(ENDED)));
  const missing = message(page, "Rostrum may not read attendance for you yet");
  await expect(missing).toContainText("OnlineMeetingArtifact.Read.All");
  await missing.getByRole("button", { name: "Ask for access" }).click();
  await answerConsent(page, "Accept");
  await expect(page).toHaveURL(/\/attendance$/);
  await expect(new AttendancePage(page).grid).toBeVisible();
});

test("a co-organizer who may not read it is told who may", async ({ page, arrive, control }) => {
  await control.settings({ attendance_for_co_organizers: false });
  await arrive("co-organizer", attendancePath(await control.event(ENDED)));
  const refused = message(page, "Your role doesn't allow reading attendance");
  await expect(refused).toContainText("organizer");
  await control.settings({ attendance_for_co_organizers: true });
  await refused.getByRole("button", { name: "Look again" }).click();
  await expect(new AttendancePage(page).grid).toBeVisible();
});

test("a page that fails in the middle keeps what came, and the reading goes on from there", async ({ page, arrive, control }) => {
  await control.settings({ records_page_size: 50, refuse_top: true });
  const event = await control.event(ENDED);
  await control.attendance(event, { people: 180 });
  await control.fault({ match: { origin: "graph", path_regex: "attendanceRecords.*skip" }, status: 500, times: 20 });
  await arrive("organizer", attendancePath(event));
  const attendance = new AttendancePage(page);
  const broken = page.getByRole("status").filter({ hasText: "Reading broke off" });
  await expect(broken).toContainText("50 of about 180 records read", { timeout: 30_000 });
  await expect(attendance.grid).toHaveAttribute("aria-rowcount", "51");

  await control.mend();
  await control.forget();
  await broken.getByRole("button", { name: "Go on reading" }).click();
  await expect(attendance.grid).toHaveAttribute("aria-rowcount", "181");
  await expect(broken).toHaveCount(0);
  // what had come wasn't asked for again
  const asked = await control.journal((line) => line.path.endsWith(RECORDS));
  expect(asked.length).toBe(3);
  expect(asked.every(({ query }) => query?.includes("skip"))).toBe(true);
});

test("the reading shows how far it is, can be stopped, and ends with the page", async ({ page, arrive, control }) => {
  await control.settings({ records_page_size: 1_000 });
  await control.fault({ match: { origin: "graph", path_regex: "attendanceRecords.*skip" }, delay_ms: 1_500, times: 100 });
  await arrive("organizer", attendancePath(await control.event(LARGE)));
  const attendance = new AttendancePage(page);
  const reading = page.getByRole("region", { name: "How much has been read" });
  await expect(reading).toContainText(/[\d,]+ of about 12,0\d\d records read/);
  await expect(reading).toContainText("Figures so far");
  await expect(attendance.figure("Unique attendees")).toBeVisible();
  await attendance.button("Stop reading").click();
  const stopped = page.getByRole("status").filter({ hasText: "Reading was stopped" });
  await expect(stopped).toContainText("counts the first");

  await stopped.getByRole("button", { name: "Go on reading" }).click();
  await expect(reading).toBeVisible();
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByRole("heading", { name: "About" })).toBeVisible();
  await control.mend();
  const before = (await control.journal((line) => line.path.endsWith(RECORDS))).length;
  // whatever would go on, would be done by now
  await control.advance(60);
  await page.getByRole("link", { name: "People" }).click();
  await expect(page.getByRole("heading", { name: "Presenters" })).toBeVisible();
  const after = (await control.journal((line) => line.path.endsWith(RECORDS))).length;
  expect(after).toBeLessThanOrEqual(before + 1);
});

test("an address of a report that is gone leads to those there are", async ({ page, arrive, control }) => {
  await arrive("organizer", `${attendancePath(await control.event(ENDED))}?report=nothing`);
  await expect(page.getByText("This report is gone")).toBeVisible();
  const attendance = new AttendancePage(page);
  await attendance.report.selectOption({ index: 0 });
  await expect(attendance.grid).toBeVisible();
});
