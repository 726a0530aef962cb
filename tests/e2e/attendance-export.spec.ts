// Attendance handed out: files, pictures, paper.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { AttendancePage, attendancePath, listen } from "./pages/attendance";

test.use({ at: TUESDAY_AT_TEN });

const ENDED = "New laptops: when, how, and what happens to the old one";
const ODD = "Encontro com a equipe de São Paulo";

test("the table as CSV, for Excel or not, with names or without", async ({ page, arrive, control }) => {
  const told = listen(page);
  await arrive("organizer", attendancePath(await control.event(ENDED)));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  await attendance.button("Export").click();
  // it is said what is in it
  await expect(attendance.dialog).toContainText("personal data");
  const named = await attendance.file(attendance.dialog.getByRole("button", { name: "Download" }));
  await expect(attendance.dialog).toBeHidden();
  expect(named.name).toMatch(/^Attendance-New-laptops-.*\.csv$/);
  expect([...named.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = named.text.trimEnd().split("\r\n");
  const { all: records } = await told();
  expect(lines).toHaveLength(records.length + 1);
  expect(lines[0]).toContain("Name,E-mail");
  const someone = records.find(({ emailAddress, role }) => role === "Attendee" && emailAddress)!;
  expect(named.text).toContain(someone.emailAddress!);

  await attendance.button("Export").click();
  await attendance.dialog.getByLabel("Leave names out").check();
  await attendance.dialog.getByLabel("Made for Excel").uncheck();
  const nameless = await attendance.file(attendance.dialog.getByRole("button", { name: "Download" }));
  expect(nameless.bytes[0]).toBe("N".charCodeAt(0));
  expect(nameless.text).toContain("Attendee 12,");
  expect(nameless.text).not.toContain("@");
  for (const { identity } of records) if (identity?.displayName) expect(nameless.text).not.toContain(identity.displayName);
});

test("what begins like a formula is defused, and names with markup are shown as they are", async ({ page, arrive, control }) => {
  const told = listen(page);
  await arrive("organizer", attendancePath(await control.event(ODD)));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  const names = (await told()).all.map(({ identity }) => identity?.displayName ?? "");
  const formula = names.find((name) => name.startsWith("="))!;
  const markup = names.find((name) => /<[a-z]/.test(name))!;
  const turning = names.find((name) => /[\u202a-\u202e\u2066-\u2069]/.test(name))!;
  for (const name of [formula, markup, turning]) expect(name).toBeTruthy();

  // a text is a text, in a box of its own
  await attendance.search.fill(markup.replace(/<[^>]*>/g, "").trim().split(/\s+/)[0]);
  const cell = attendance.grid.getByRole("gridcell").filter({ hasText: markup });
  await expect(cell.first()).toHaveText(markup);
  await expect(cell.first().locator("bdi")).toHaveCount(1);
  await expect(cell.first().locator("b, img, script")).toHaveCount(0);
  await attendance.search.fill("");

  // what was mended is told
  await page.getByText("Some records were odd").click();
  await expect(page.getByText(/overlapping stays of one person: counted once/)).toBeVisible();

  await attendance.button("Export").click();
  const { text } = await attendance.file(attendance.dialog.getByRole("button", { name: "Download" }));
  expect(text).toContain(`'${formula.slice(0, 8)}`);
  for (const line of text.split("\r\n")) for (const cell of line.split(",")) expect(cell).not.toMatch(/^"?[=+@]/);
});

test("everything as JSON, without people where names are hidden", async ({ page, arrive, control }) => {
  const event = await control.event(ENDED);
  await arrive("organizer", attendancePath(event));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  const people = Number((await attendance.figure("Unique attendees").textContent())!.replace(",", ""));
  await attendance.button("Export").click();
  await attendance.dialog.getByLabel("Everything (JSON)").check();
  const file = await attendance.file(attendance.dialog.getByRole("button", { name: "Download" }));
  const json = JSON.parse(file.text);
  expect(file.name).toMatch(/\.json$/);
  expect(json.title).toBe(ENDED);
  expect(json.figures.attendees).toBe(people);
  expect(json.people.length).toBeGreaterThan(people);

  // the switch on the page is where the question begins
  await attendance.hideNames.check();
  await attendance.button("Export").click();
  await expect(attendance.dialog.getByLabel("Leave names out")).toBeChecked();
  const hidden = await attendance.file(attendance.dialog.getByRole("button", { name: "Download" }));
  expect(JSON.parse(hidden.text).people).toBeUndefined();
});

test("pictures as files that stand alone", async ({ page, arrive, control }) => {
  await arrive("organizer", attendancePath(await control.event(ENDED)));
  const attendance = new AttendancePage(page);
  await expect(attendance.picture("Audience over time")).toBeVisible();
  const svg = await attendance.file(attendance.button("Download SVG: Audience over time"));
  expect(svg.name).toBe("Audience-over-time.svg");
  expect(svg.text).not.toContain("var(");
  expect(svg.text).toMatch(/fill="rgb\(/);
  expect(svg.text).toContain("Scheduled start");
  const wellFormed = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    return parsed.querySelector("parsererror")?.textContent ?? parsed.documentElement.localName;
  }, svg.text);
  expect(wellFormed).toBe("svg");

  const png = await attendance.file(attendance.button("Download PNG: Arrivals"));
  expect(png.name).toBe("Arrivals.png");
  expect([...png.bytes.subarray(1, 4)].map((it) => String.fromCharCode(it)).join("")).toBe("PNG");
  // two pixels for each of the page's
  const width = png.bytes.readUInt32BE(16);
  const shown = await attendance.picture("Arrivals").evaluate((it) => it.getBoundingClientRect().width);
  expect(width).toBe(Math.round(shown) * 2);
});

test("on paper are figures and pictures, and nobody's name", async ({ page, arrive, control }) => {
  const told = listen(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await arrive("organizer", attendancePath(await control.event(ENDED)));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  await page.evaluate(() => Object.assign(globalThis, { printed: 0, print: () => ((globalThis as any).printed += 1) }));
  await attendance.button("Export").click();
  await attendance.dialog.getByLabel("Summary on paper or as PDF").check();
  await expect(attendance.dialog.getByLabel("Leave names out")).toHaveCount(0);
  await attendance.dialog.getByRole("button", { name: "Print" }).click();
  await expect.poll(() => page.evaluate(() => (globalThis as any).printed)).toBe(1);
  await expect(attendance.dialog).toBeHidden();

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(attendance.figure("Unique attendees")).toBeVisible();
  await expect(attendance.picture("Audience over time")).toBeVisible();
  await expect(page.getByText("Made with Rostrum. No names.")).toBeVisible();
  await expect(attendance.grid).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  // black on white, whatever the screen is like
  const ink = await attendance.figure("Unique attendees").evaluate((it) => getComputedStyle(it).color);
  expect(ink).toBe("rgb(36, 36, 36)");
  const seen = await page.getByRole("main").innerText();
  for (const { identity, role } of (await told()).all)
    if (role === "Attendee" && identity?.displayName) expect(seen).not.toContain(identity.displayName);
});
