// Who came: figures, pictures and people, against what Graph told.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { AttendancePage, attendancePath, figuresOf, grouped, lasting, listen } from "./pages/attendance";
import { EventPage, eventPath } from "./pages/event";

test.use({ at: TUESDAY_AT_TEN });

/** An ended town hall with one report of the event itself. */
const ENDED = "New laptops: when, how, and what happens to the old one";
/** One whose call broke off and was started again. */
const RESTARTED = "Results of the employee survey";
/** One with thousands of people. */
const LARGE = "Founders' day: a hundred years of Northlight";

test("the figures are those that Graph's records come to", async ({ page, arrive, control }) => {
  const told = listen(page);
  const event = await control.event(ENDED);
  await arrive("organizer", eventPath(event));
  // the page of an ended event leads to its attendance
  await new EventPage(page).link("Attendance").first().click();
  await expect(page).toHaveURL(/\/attendance$/);
  const attendance = new AttendancePage(page);
  await attendance.isRead();

  const { reports, all: records } = await told();
  const report = reports.reduce((one, other) => (one.meetingEndDateTime > other.meetingEndDateTime ? one : other));
  expect(records).toHaveLength(report.totalParticipantCount);
  expect(records.length).toBeGreaterThan(20);
  // the demo's event is at 14:00 in London, for 45 minutes, five days ago
  const [begin, end] = ["2027-01-07T14:00:00Z", "2027-01-07T14:45:00Z"].map(Date.parse);
  expect(Date.parse(report.meetingStartDateTime)).toBeLessThan(begin);
  const figures = figuresOf(records, { begin, end });
  await expect(attendance.figure("Unique attendees")).toHaveText(grouped(figures.people));
  await expect(attendance.figure("Peak")).toHaveText(grouped(figures.peak));
  await expect(attendance.figure("Average stay")).toHaveText(lasting(figures.stay));
  await expect(attendance.figure("Stayed to the end")).toHaveText(/^\d+%$/);
  await expect(page.getByText(`${grouped(figures.toTheEnd)} of ${grouped(figures.people)}`).first()).toBeVisible();
  await expect(attendance.fact("On time")).toContainText(`${grouped(figures.onTime)} of ${grouped(figures.people)}`);
  await expect(attendance.section("People who came").getByRole("status")).toHaveText(`${grouped(records.length)} people`);
});

test("pictures tell their gist, and their values by the arrow keys", async ({ page, arrive, control }) => {
  const told = listen(page);
  await arrive("organizer", attendancePath(await control.event(ENDED)));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  const { all: records } = await told();
  const figures = figuresOf(records, { begin: 0, end: 0 });

  await expect(attendance.picture("Audience over time")).toHaveAccessibleName(new RegExp(`^Most were there at .*: ${grouped(figures.peak)} people\\.`));
  await expect(attendance.picture("Arrivals")).toHaveAccessibleName(/^Most came between .* and .*: \d+ people\./);

  const moment = attendance.slider("Moment");
  await moment.focus();
  await page.keyboard.press("Home");
  const first = (await moment.getAttribute("aria-valuetext"))!;
  for (let steps = 0; steps < 30; steps += 1) await page.keyboard.press("ArrowRight");
  await expect(moment).not.toHaveAttribute("aria-valuetext", first);
  const said = (await moment.getAttribute("aria-valuetext"))!;
  // what is heard is seen as well, and a line stands in the picture
  await expect(attendance.section("Audience over time").getByText(said, { exact: true })).toBeVisible();
  await expect(page.locator(".chart-cursor").first()).toBeVisible();
  const [, time, there] = /^(.+): ([\d,]+) (?:people|person)/.exec(said)!;
  const at = Date.parse(`2027-01-07 ${time.replace(/\u202f/g, " ")} GMT+0100`);
  expect(Number(there.replace(",", ""))).toBe(figures.there(at));

  // the same stands in the table
  await attendance.section("Audience over time").getByText("As a table").click();
  const row = attendance.section("Audience over time").getByRole("row").filter({ hasText: time });
  await expect(row.first()).toContainText(there);
});

test("reports of a restarted event are one, and can be seen one by one", async ({ page, arrive, control }) => {
  const told = listen(page);
  await arrive("organizer", attendancePath(await control.event(RESTARTED)));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  await expect(attendance.report.locator("option:checked")).toHaveText("The event, 2 reports together");
  const together = await attendance.figure("Unique attendees").textContent();

  const { reports: all, records } = await told();
  const reports = all.filter(({ id }) => records.has(id));
  expect(reports).toHaveLength(2);
  const audience = reports.map(({ id }) => records.get(id)!.filter(({ role }) => role === "Attendee"));
  await attendance.report.selectOption(reports[0].id);
  await expect(page).toHaveURL(new RegExp(`\\?report=${encodeURIComponent(reports[0].id)}$`));
  await expect(attendance.figure("Unique attendees")).toHaveText(grouped(audience[0].length));
  // who was in both counts once
  const counted = Number(together!.replace(",", ""));
  expect(counted).toBeLessThan(audience[0].length + audience[1].length);
  expect(counted).toBeGreaterThanOrEqual(Math.max(audience[0].length, audience[1].length));

  // the address leads back to the same report
  await page.reload();
  await expect(attendance.figure("Unique attendees")).toHaveText(grouped(audience[0].length));
});

test("a table of thousands: searched, sorted, walked through", async ({ page, arrive, control }) => {
  await arrive("organizer", attendancePath(await control.event(LARGE)));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  const { grid } = attendance;
  const count = Number(await grid.getAttribute("aria-rowcount")) - 1;
  expect(count).toBeGreaterThan(10_000);
  // few of them are in the page
  expect(await grid.getByRole("row").count()).toBeLessThan(80);

  await grid.focus();
  await page.keyboard.press("End");
  await expect(attendance.row(count)).toBeInViewport();
  await expect(grid).toHaveAttribute("aria-activedescendant", (await attendance.row(count).getAttribute("id"))!);
  await page.keyboard.press("PageUp");
  await page.keyboard.press("ArrowUp");
  await expect(grid.locator('[aria-selected="true"]')).toBeInViewport();
  await expect(grid).toBeFocused();
  await page.keyboard.press("Home");
  await expect(attendance.row(1)).toBeInViewport();
  // scrolled out of sight and of the page, the row isn't lost
  await grid.evaluate((it) => it.scrollTo(0, 100_000));
  await expect(attendance.row(1)).toHaveCount(0);
  await expect(grid).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(attendance.row(2)).toHaveAttribute("aria-selected", "true");

  await attendance.sortBy("Stay");
  await expect(attendance.head("Stay")).toHaveAttribute("aria-sort", "ascending");
  await attendance.sortBy("Stay");
  await expect(attendance.head("Stay")).toHaveAttribute("aria-sort", "descending");
  await attendance.sortBy("Name");
  const names = await grid.getByRole("row").locator("[role=gridcell]:first-child").allTextContents();
  expect(names.length).toBeGreaterThan(5);

  await attendance.search.fill("organizer");
  await expect(attendance.row(1)).toContainText("Organizer");
  const found = Number(await grid.getAttribute("aria-rowcount")) - 1;
  expect(found).toBeLessThan(20);
  await attendance.search.fill("nobody is called like this");
  await expect(page.getByText("Nobody matches.")).toBeVisible();
  await attendance.button("Clear search").click();
  await expect(grid).toHaveAttribute("aria-rowcount", String(count + 1));
  // a name is nothing for an address that browsers keep
  expect(new URL(page.url()).search).toBe("");
});

test("hidden names are nowhere on the page", async ({ page, arrive, control }) => {
  const told = listen(page);
  await arrive("organizer", attendancePath(await control.event(ENDED)));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  const { all: records } = await told();
  const someone = records.find(({ role, identity }) => role === "Attendee" && identity?.displayName)!;
  await attendance.search.fill(someone.identity!.displayName!);
  await expect(attendance.row(1)).toContainText(someone.identity!.displayName!);

  await attendance.hideNames.check();
  await expect(page.getByText("Nobody matches.")).toBeVisible();
  await attendance.search.fill("Attendee 12");
  await expect(attendance.row(1)).toContainText("Attendee 12");
  const shown = await page.getByRole("main").textContent();
  for (const { identity, emailAddress } of records.filter(({ role }) => role === "Attendee")) {
    if (identity?.displayName) expect(shown).not.toContain(identity.displayName);
    if (emailAddress) expect(shown).not.toContain(emailAddress);
  }
});

test("a webinar tells who came with a registration, and what can't be known", async ({ page, arrive, control }) => {
  const told = listen(page);
  await arrive("organizer", attendancePath(await control.event("Reading your electricity contract")));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  const records = (await told()).all.filter(({ role }) => role === "Attendee");
  const registered = records.filter(({ registrationId }) => registrationId).length;
  expect(registered).toBeGreaterThan(0);
  await expect(attendance.fact("Came with a registration")).toHaveText(`${grouped(registered)} people`);
  await expect(attendance.fact("Came without one")).toHaveText(new RegExp(`^${grouped(records.length - registered)} (people|person)$`));
  await expect(attendance.fact("Registered and didn't come")).toContainText("Not known");
});

test("nothing of it is kept in the browser", async ({ page, arrive, control }) => {
  const told = listen(page);
  const event = await control.event(ENDED);
  await arrive("organizer", attendancePath(event));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  await attendance.search.fill("a");
  const people = (await told()).all.filter(({ role }) => role === "Attendee");
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(new EventPage(page).title(ENDED)).toBeVisible();

  const kept = await page.evaluate(async () => {
    const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) texts.push(request.url);
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise((done) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => done(reading.result);
        });
        texts.push(JSON.stringify(all));
      }
    }
    return texts.join("\n");
  });
  expect(people.length).toBeGreaterThan(20);
  // what belongs to the event itself may be known: its list of presenters isn't attendance
  expect(kept).not.toContain("attendanceRecords");
  for (const { emailAddress, identity } of people) {
    if (emailAddress) expect(kept).not.toContain(emailAddress);
    if (identity?.displayName) expect(kept).not.toContain(identity.displayName);
  }
});
