// Zones and people, found and chosen by keyboard alone.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { stopAt } from "./live-clock";
import { Form } from "./pages/form";

test.use({ at: TUESDAY_AT_TEN });

test.beforeEach(async ({ arrive }) => arrive("organizer", "/townhalls/new"));

test("a zone is found by its city and taken by keyboard", async ({ page, control }) => {
  const form = new Form(page);
  await form.title.fill("From far away");
  await expect(form.combobox("Time zone")).toHaveValue("Berlin, Europe (UTC+01:00)");

  await form.combobox("Time zone").focus();
  await page.keyboard.type("kath");
  await expect(form.combobox("Time zone")).toHaveAttribute("aria-expanded", "true");
  await expect(form.options.first()).toHaveText("Kathmandu, Asia (UTC+05:45)");
  await page.keyboard.press("Enter");

  await expect(form.combobox("Time zone")).toHaveValue("Kathmandu, Asia (UTC+05:45)");
  await expect(form.combobox("Time zone")).toHaveAttribute("aria-expanded", "false");
  await form.save.click();
  await expect(page.getByText("Draft saved")).toBeVisible();
  expect((await control.event("From far away")).start.time_zone).toBe("Nepal Standard Time");
});

test("the offset is that of the day of the event", async ({ page }) => {
  const form = new Form(page);
  await form.field("Start date").fill("2027-07-01");
  await form.combobox("Time zone").fill("new york");
  await expect(form.options.first()).toHaveText("New York, America (UTC-04:00)");
  await form.combobox("Time zone").press("Escape");
  await expect(form.options).toHaveCount(0);
  await expect(form.combobox("Time zone")).toHaveValue("Berlin, Europe (UTC+02:00)");
});

test("arrows move through the zones, and the active one stays in view", async ({ page }) => {
  const form = new Form(page);
  await form.combobox("Time zone").press("ArrowDown");
  const count = await form.options.count();
  expect(count).toBeGreaterThan(20);
  for (let step = 1; step < 20; step += 1) await page.keyboard.press("ArrowDown");

  const active = form.options.nth(19);
  await expect(active).toHaveAttribute("aria-selected", "true");
  await expect(form.combobox("Time zone")).toHaveAttribute("aria-activedescendant", (await active.getAttribute("id"))!);
  await expect(active).toBeInViewport({ ratio: 1 });
  const [list, option] = await Promise.all([page.getByRole("listbox").boundingBox(), active.boundingBox()]);
  expect(option!.y + option!.height).toBeLessThanOrEqual(list!.y + list!.height + 1);
});

test("a zone that nobody has is said", async ({ page }) => {
  const form = new Form(page);
  await form.combobox("Time zone").fill("Atlantis");
  await expect(form.options).toHaveText(["No zone has that name"]);
  await form.combobox("Time zone").press("Enter");
  await form.title.focus();
  await expect(form.combobox("Time zone")).toHaveValue("Berlin, Europe (UTC+01:00)");
});

test("people of like names are told apart and taken by keyboard", async ({ page }) => {
  const form = new Form(page);
  await form.combobox("Co-organizers").focus();
  await page.keyboard.type("jonas web");
  await expect(form.options.filter({ hasText: "Jonas Weber" })).toHaveCount(2);
  await expect(form.options.nth(0)).toContainText("@northlight.example");
  const second = await form.options.nth(1).locator(".who > span").first().textContent();

  await page.keyboard.press("ArrowDown");
  await expect(form.options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");

  await expect(form.chosen("Co-organizers")).toHaveText([second!]);
  await expect(form.combobox("Co-organizers")).toHaveValue("");
  await expect(form.combobox("Co-organizers")).toBeFocused();

  // who is chosen is marked, and isn't taken twice
  await page.keyboard.type("jonas web");
  await expect(form.options.filter({ hasText: "already chosen" })).toHaveCount(1);
  await form.options.filter({ hasText: "already chosen" }).click();
  await expect(form.chosen("Co-organizers")).toHaveCount(1);

  await page.getByRole("button", { name: `Remove ${second}` }).click();
  await expect(form.chosen("Co-organizers")).toHaveCount(0);
});

test("a guest is invited by address", async ({ page }) => {
  const form = new Form(page);
  await form.combobox("Invited attendees").focus();
  await page.keyboard.type("nadia@harborpress.example");
  await expect(form.options.filter({ hasText: "invite as a guest" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(form.chosen("Invited attendees")).toHaveText(["nadia@harborpress.example"]);

  // not so for co-organizers
  await form.combobox("Co-organizers").focus();
  await page.keyboard.type("nadia@harborpress.example");
  await expect(form.options).toHaveText([/^Nobody in your directory is called/]);
});

test("Escape closes the list and nothing else", async ({ page }) => {
  const form = new Form(page);
  await form.combobox("Co-organizers").fill("jonas");
  await expect(form.options.first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(form.options).toHaveCount(0);
  await expect(form.combobox("Co-organizers")).toHaveValue("jonas");
});

test("a directory that can't be asked is said in the list", async ({ page, control }) => {
  const form = new Form(page);
  await control.fault({ match: { origin: "graph", path_regex: "/users" }, status: 403 });
  await form.combobox("Co-organizers").fill("zoe");
  await expect(form.options).toHaveText([/doesn't allow/]);
});

test.describe("while somebody types", () => {
  test.use({ timers: "stepped" });

  test("the directory is asked once, when the typing pauses", async ({ page, control }) => {
    const form = new Form(page);
    const asked = () => control.journal((line) => line.path.endsWith("/users"));
    await expect(form.title).toBeVisible();
    await stopAt(page, control);

    await form.combobox("Co-organizers").pressSequentially("mei ta");
    await page.clock.runFor(200);
    await form.combobox("Co-organizers").pressSequentially("naka");
    await page.clock.runFor(200);
    expect(await asked()).toEqual([]);

    await page.clock.runFor(100);
    await expect(form.options.first()).toContainText("Mei Tanaka");
    expect(await asked()).toHaveLength(1);
  });
});
