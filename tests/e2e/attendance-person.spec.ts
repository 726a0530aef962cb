// One person of those who came: each stay, and the registration they came with.

import type { Page } from "@playwright/test";
import { isAccessible } from "./accessible";
import type { Control } from "./control";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { focusIsKept } from "./keyboard";
import { AttendancePage, attendancePath, listen, type Told } from "./pages/attendance";

test.use({ at: TUESDAY_AT_TEN });

/** A webinar with registrations and a question on its form. */
const WEBINAR = "Reading your electricity contract";
const QUESTION = "Which contract do you have?";

/** The webinar's attendance, read; and what Graph told of it. */
async function open(page: Page, arrive: (as: "organizer", at: string) => Promise<void>, control: Control) {
  const told = listen(page);
  await arrive("organizer", attendancePath(await control.event(WEBINAR)));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  return { attendance, records: (await told()).all };
}

/** The row of somebody, found by search. */
async function rowOf(attendance: AttendancePage, told: Told) {
  await attendance.search.fill(told.identity!.displayName!);
  await expect(attendance.row(1)).toContainText(told.emailAddress ?? told.identity!.displayName!);
  return attendance.row(1);
}

test("a row opens each stay and, when asked for, the registration with its answers", async ({ page, arrive, control }) => {
  const { attendance, records } = await open(page, arrive, control);
  const names = records.map(({ identity }) => identity?.displayName);
  const person = records.find(({ identity, registrationId, attendanceIntervals }) =>
    registrationId && attendanceIntervals.length > 1 && names.filter((name) => name === identity?.displayName).length === 1)!;
  await control.forget();

  await (await rowOf(attendance, person)).click();
  const dialog = attendance.dialog;
  await expect(dialog.getByRole("heading", { level: 2, name: person.identity!.displayName! })).toBeVisible();
  const stays = dialog.getByRole("region", { name: "Was there" }).getByRole("listitem");
  await expect(stays).toHaveCount(person.attendanceIntervals.length);
  const [hour, minute] = new Intl.DateTimeFormat("en-US", { timeZone: "Europe/Berlin", hour: "numeric", minute: "2-digit" })
    .format(new Date(person.attendanceIntervals[0].joinDateTime))
    .split(/[: ]/);
  await expect(stays.first()).toContainText(`${hour}:${minute}`);
  // it isn't read before somebody asks
  expect(await control.journal((line) => line.path.includes("/registrations"))).toEqual([]);

  await dialog.getByRole("button", { name: "Show registration" }).click();
  await expect(dialog.getByText("Registered", { exact: true })).toBeVisible();
  await expect(dialog.getByText(QUESTION)).toBeVisible();
  const reads = await control.journal((line) => line.method === "GET" && line.path.includes("/registrations"));
  expect(reads.map(({ path }) => path.split("/").at(-1))).toEqual([person.registrationId]);
  await isAccessible(page, "a person");

  // another one begins afresh, and the table has the focus again
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
  await focusIsKept(page, "after the dialog closed");
});

test("by keyboard: Enter opens the row that the arrows came to, Escape leaves it", async ({ page, arrive, control }) => {
  const { attendance } = await open(page, arrive, control);
  await attendance.grid.focus();
  await page.keyboard.press("ArrowDown");
  const name = await attendance.row(2).getByRole("gridcell").first().textContent();
  await page.keyboard.press("Enter");
  await expect(attendance.dialog.getByRole("heading", { level: 2 })).toHaveText(name!);
  await page.keyboard.press("Escape");
  await expect(attendance.dialog).toBeHidden();
  await expect(attendance.grid).toBeFocused();
});

test("a registration that can't be read says why, and can be asked for again", async ({ page, arrive, control }) => {
  const { attendance, records } = await open(page, arrive, control);
  await (await rowOf(attendance, records.find(({ registrationId, identity }) => registrationId && identity?.displayName)!)).click();
  await control.fault({ match: { origin: "graph", path_regex: "/registrations/" }, status: 403 });
  const dialog = attendance.dialog;
  await dialog.getByRole("button", { name: "Show registration" }).click();
  await expect(dialog.getByRole("button", { name: "Try again" })).toBeVisible();
  // the stays are still there
  await expect(dialog.getByRole("region", { name: "Was there" }).getByRole("listitem").first()).toBeVisible();
  await control.mend();
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByText("Registered", { exact: true })).toBeVisible();
});

test("hidden names stay hidden, and so does what they answered", async ({ page, arrive, control }) => {
  const { attendance, records } = await open(page, arrive, control);
  await attendance.hideNames.check();
  await attendance.row(1).click();
  const dialog = attendance.dialog;
  await expect(dialog.getByRole("heading", { level: 2 })).toHaveText("Attendee 1");
  const text = (await dialog.textContent())!;
  for (const { identity, emailAddress } of records) {
    if (emailAddress) expect(text).not.toContain(emailAddress);
    if (identity?.displayName) expect(text).not.toContain(identity.displayName);
  }
  await expect(dialog.getByRole("button", { name: "Show registration" })).toHaveCount(0);
});
