// Changes to several town halls of a series at once: people, description, presenters.

import type { Page } from "@playwright/test";
import type { Control, Kept } from "./control";
import { isAccessible } from "./accessible";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Form } from "./pages/form";
import { tabTo } from "./keyboard";
import { begin, close, Series, weekly } from "./pages/series";

test.use({ at: TUESDAY_AT_TEN });
test.beforeEach(async ({ arrive }) => arrive("organizer", "/townhalls/new"));

const JONAS = /jonas\.weber@/;
const MEI = /mei\.tanaka@/;

/** The events with that title, in the order of their starts. */
async function inOrder(control: Control, title: string): Promise<Kept[]> {
  const made = await control.called(title);
  return made.sort((one, other) => one.start.date_time.localeCompare(other.start.date_time));
}

/** How many stand on a list of each event, in order. */
async function counts(control: Control, title: string, list: "co_organizers" | "invited" | "presenters") {
  return (await inOrder(control, title)).map((event) => event[list].length as number);
}

/** Sends the change, and waits until it is done of all. */
async function change(page: Page, number: number) {
  const towns = number === 1 ? "town hall" : "town halls";
  await page.getByRole("button", { name: `Change ${number} ${towns}`, exact: true }).click();
  await expect(page.getByText(`${number} of ${number} event${number === 1 ? "" : "s"} done`)).toBeVisible();
}

const presenterPosts = (line: { method: string; path: string }) =>
  line.method === "POST" && line.path.endsWith("/presenters");

test("people come to this one and those after it; who was there only once stays", async ({ page, control }) => {
  const series = await weekly(page, "Helped", "3");
  // given a co-organizer and a guest of the last one alone
  await series.edit("Mar 30, 2027");
  await series.pick("Add co-organizers", "jonas", JONAS);
  await page.getByRole("combobox", { name: "Invite attendees" }).fill("one@harborpress.example");
  await page.getByRole("option").filter({ hasText: "one@" }).click();
  await change(page, 1);
  await close(page);

  // when others are added from the second on
  await series.edit("Mar 23, 2027");
  await series.field("This one and those after it").check();
  await series.pick("Add co-organizers", "mei", MEI);
  await series.pick("Invite attendees", "sam", /sam\.okafor@/);
  await expect(series.outcomes).toHaveText([
    /Mar 23, 2027.*Adds Mei Tanaka as co-organizer; Adds Sam Okafor as invited attendee/,
    /Mar 30, 2027.*Adds Mei Tanaka as co-organizer; Adds Sam Okafor as invited attendee/,
  ]);
  await control.forget();
  await change(page, 2);
  expect(await counts(control, "Helped", "co_organizers")).toEqual([0, 1, 2]);
  expect(await counts(control, "Helped", "invited")).toEqual([0, 1, 2]);

  // then each was read right before it was changed
  const last = (await inOrder(control, "Helped"))[2].id;
  const lines = await control.journal((line) => decodeURIComponent(line.path).endsWith(`/townhalls/${last}`));
  expect(lines.map((line) => line.method)).toEqual(["GET", "PATCH"]);
  await close(page);

  // and who is taken off all leaves wherever they are
  await series.edit("Mar 16, 2027");
  await series.field("All that are to come").check();
  await series.unfold("Take off co-organizers").click();
  const helpers = page.getByRole("group", { name: "Take off co-organizers" });
  await expect(helpers.getByText("at 2 of 3")).toBeVisible();
  await helpers.getByRole("checkbox", { name: /Mei Tanaka/ }).check();
  await expect(series.outcomes.first()).toContainText("Stays as it is");
  await change(page, 2);
  expect(await counts(control, "Helped", "co_organizers")).toEqual([0, 0, 1]);
  expect(await counts(control, "Helped", "invited")).toEqual([0, 1, 2]);
});

test("a name that is typed and not chosen is asked about, and nothing is sent", async ({ page }) => {
  const series = await weekly(page, "Half typed", "2");
  await series.edit("Mar 16, 2027");
  await series.field("Title").fill("Half typed too");
  await expect(series.button("Change 1 town hall")).toBeEnabled();
  await page.getByRole("combobox", { name: "Add presenters" }).fill("jonas");
  await expect(page.getByText("Choose somebody from the list, or clear the box.")).toBeVisible();
  await expect(series.button("Change 1 town hall")).toBeDisabled();
});

test("all get the formatted description; what the editor can't hold goes along, and a text of its own is named", async ({ page, control }) => {
  const series = await weekly(page, "Described", "3");
  const [first, , third] = await inOrder(control, "Described");
  const table = `<table border="1"><tbody><tr><td>Doors</td><td>09:30</td></tr></tbody></table>`;
  await control.change(first, { html: `<p>Agenda</p>${table}<script>cameAlive = 1</script>` });
  await control.change(third, { html: "<p>Another room</p>" });
  await page.reload();

  await series.edit("Mar 16, 2027");
  await series.field("All that are to come").check();
  const description = series.field("Description");
  await expect(page.getByText("One part of this description can't be edited here")).toBeVisible();
  await expect(page.getByText("Something in this description could run by itself.")).toBeVisible();
  await expect(series.button("Nothing to change"), "opening it changes nothing").toBeDisabled();
  await description.getByText("Agenda").click();
  await page.keyboard.press("End");
  await page.keyboard.type(": ");
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.type("new");
  await expect(series.outcomes.nth(1)).toContainText("Gets the new description");
  await expect(series.outcomes.nth(1)).not.toContainText("Its own description is replaced.");
  await expect(series.outcomes.nth(2)).toContainText("Its own description is replaced.");
  await change(page, 3);

  const made = await inOrder(control, "Described");
  const html = `<p>Agenda: <strong>new</strong></p>${table}`;
  for (const event of made) expect(event.description).toEqual({ content_type: "html", content: html });
  expect(await page.evaluate(() => "cameAlive" in globalThis)).toBe(false);
});

test("presenters come to all, one is refused once and tried again alone; who is there isn't added twice", async ({ page, control }) => {
  // few enough writes for the 15 that the service takes in half a minute
  const series = await weekly(page, "Presented", "2");
  await series.edit("Mar 23, 2027");
  await series.pick("Add presenters", "jonas", JONAS);
  await change(page, 1);
  await close(page);
  expect(await counts(control, "Presented", "presenters")).toEqual([0, 1]);

  await series.edit("Mar 16, 2027");
  await series.field("All that are to come").check();
  await series.pick("Add presenters", "jonas", JONAS);
  await series.pick("Add presenters", "mei", MEI);
  await control.forget();
  await control.fault({ match: { origin: "graph", method: "POST", path_regex: "/presenters$" }, status: 403, times: 1 });
  await page.getByRole("button", { name: "Change 2 town halls" }).click();
  await expect(page.getByText("1 of 2 events done, 1 failed")).toBeVisible();
  await expect(page.getByRole("region", { name: "Changing Presented" })).toContainText(/couldn't be added as presenter/);
  await page.getByRole("button", { name: "Try what failed again" }).click();
  await expect(page.getByText("2 of 2 events done")).toBeVisible();
  expect(await counts(control, "Presented", "presenters")).toEqual([2, 2]);
  // three that were missing, and the one that was refused
  expect(await control.journal(presenterPosts)).toHaveLength(4);
  await close(page);

  // and they are listed to be taken off, once somebody looks
  await series.edit("Mar 16, 2027");
  await series.field("This one and those after it").check();
  await series.unfold("Take off presenters").click();
  const there = page.getByRole("group", { name: "Take off presenters" });
  await expect(there.getByText("at 2 of 2")).toHaveCount(2);
  await there.getByRole("checkbox", { name: /Jonas Weber/ }).check();
  await expect(series.unfold("Take off presenters: 1 chosen")).toBeVisible();
  await change(page, 2);
  expect(await counts(control, "Presented", "presenters")).toEqual([1, 1]);
});

test("a lost answer adds no presenter twice", async ({ page, control }) => {
  const series = await weekly(page, "Lost on the way", "2");
  await series.edit("Mar 16, 2027");
  await series.field("All that are to come").check();
  await series.pick("Add presenters", "jonas", JONAS);
  let lost = false;
  await page.route(/\/presenters$/, async (route) => {
    if (lost || route.request().method() !== "POST") return route.fallback();
    lost = true;
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Change 2 town halls" }).click();
  await expect(page.getByText("2 of 2 events done")).toBeVisible({ timeout: 40_000 });
  expect(await counts(control, "Lost on the way", "presenters")).toEqual([1, 1]);
});

test("a new series gives each town hall the presenters of its draft", async ({ page, control }) => {
  await page.getByRole("combobox", { name: "Presenters" }).fill("jonas");
  await new Form(page).options.filter({ hasText: JONAS }).click();
  const series = await begin(page, "With speakers", "2027-03-16", "10:00");
  await series.field("How many times").fill("2");
  await expect(page.getByText("Each gets its presenter.")).toBeVisible();
  await series.button("Create 2 town halls").click();
  await expect(page.getByText("2 of 2 events done")).toBeVisible();
  expect(await counts(control, "With speakers", "presenters")).toEqual([1, 1]);
});

test("people and description of all by keyboard alone", async ({ page, control }) => {
  await weekly(page, "By keys", "2");
  const series = new Series(page);
  await tabTo(page, series.row("Mar 16, 2027").getByRole("link", { name: /^Edit/ }));
  await page.keyboard.press("Enter");
  await expect(series.field("Description")).toBeVisible();
  await tabTo(page, series.field("Only this one"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(series.field("All that are to come")).toBeChecked();
  await tabTo(page, series.field("Description"));
  await page.keyboard.type("Come early");
  for (const list of ["Add co-organizers", "Add presenters"]) {
    const box = page.getByRole("combobox", { name: list });
    await tabTo(page, box);
    await page.keyboard.type("mei tanaka");
    await expect(page.getByRole("option", { name: MEI })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(box).toHaveValue("");
  }
  await tabTo(page, series.unfold("Take off presenters"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("No presenters yet.")).toBeVisible();
  await tabTo(page, series.button("Change 2 town halls"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 of 2 events done")).toBeVisible();
  expect(await counts(control, "By keys", "co_organizers")).toEqual([1, 1]);
  expect(await counts(control, "By keys", "presenters")).toEqual([1, 1]);
  const made = await inOrder(control, "By keys");
  expect(made.map((event) => event.description.content)).toEqual(["Come early", "Come early"]);
});

test("nothing that axe can see is wrong with the edit of a series, and a phone shows all of it", async ({ page }) => {
  test.slow();
  const series = await weekly(page, "Seen by all", "2");
  await series.edit("Mar 16, 2027");
  await series.field("All that are to come").check();
  await series.pick("Add presenters", "jonas", JONAS);
  await series.pick("Add co-organizers", "mei", MEI);
  await series.unfold("Take off presenters").click();
  await expect(page.getByText("No presenters yet.")).toBeVisible();
  await isAccessible(page, "edit with people");
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
