// Town halls that repeat: the rule, every day looked at, the sending, and who sees them.

import { isAccessible } from "./accessible";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { accountButton } from "./pages/entra";
import { EventPage } from "./pages/event";
import { Form } from "./pages/form";
import { begin, close, Series, starts } from "./pages/series";

test.use({ at: TUESDAY_AT_TEN });

test.describe("making a series", () => {
  test.beforeEach(async ({ arrive }) => arrive("organizer", "/townhalls/new"));

  test("weekly over the change of the clocks, one day left out, as drafts", async ({ page, control }) => {
    const series = await begin(page, "Team hour", "2027-03-16", "10:00");
    await expect(page.getByText("Every week on Tuesday, 4 times")).toBeVisible();
    await expect(series.days).toHaveCount(4);
    await expect(series.day("March 30, 2027")).toContainText("The clocks have changed: UTC+02:00 from here on.");

    await series.day("March 23, 2027").getByRole("checkbox").uncheck();
    await expect(page.getByText("3 town halls, from Tue, Mar 16, 2027 to Tue, Apr 6, 2027")).toBeVisible();
    expect(await control.called("Team hour"), "nothing is sent yet").toEqual([]);

    await series.button("Create 3 town halls").click();
    await expect(page.getByText("3 of 3 events done")).toBeVisible();
    expect(await starts(control, "Team hour")).toEqual([
      "2027-03-16T10:00:00",
      "2027-03-30T10:00:00",
      "2027-04-06T10:00:00",
    ]);
    const made = await control.called("Team hour");
    expect(new Set(made.map((event) => event.status))).toEqual(new Set(["Draft"]));

    await close(page);
    await expect(series.row("Mar 30, 2027")).toContainText("2 of 3");
    await series.row("Mar 30, 2027").getByRole("link", { name: "Team hour" }).click();
    await expect(new EventPage(page).link("Part of a series: 2 of 3")).toBeVisible();
    // the draft has become town halls: it isn't left over
    await page.goto("/");
    await expect(page.getByRole("table")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Unfinished" })).toBeHidden();
  });

  test("by month, by quarter, and on days that not every month has", async ({ page }) => {
    const series = await begin(page, "Results", "2027-03-31", "15:00");
    await series.field("Unit").selectOption("months");
    await expect(page.getByText("Every month on day 31, 4 times")).toBeVisible();
    await expect(page.getByText("Not in the calendar, so left out: 31 April 2027 and 31 June 2027.")).toBeVisible();

    await series.field("On the last day of the month").check();
    await expect(series.day("April 30, 2027")).toBeVisible();
    await series.field("Unit").selectOption("quarters");
    await series.field("On the last Wednesday").check();
    await expect(page.getByText("Every quarter on the last Wednesday, 4 times")).toBeVisible();
    await expect(series.days).toHaveText([/March 31, 2027/, /June 30, 2027/, /September 29, 2027/, /December 29, 2027/]);

    await series.field("On a date").check();
    await series.field("Last day").fill("2027-10-01");
    await expect(series.days).toHaveCount(3);
  });

  test("a start in the hour that the clocks skip is said", async ({ page }) => {
    const series = await begin(page, "Night shift", "2027-03-21", "02:30");
    const odd = series.day("March 28, 2027");
    await expect(odd).toContainText("02:30 doesn't exist on this day, the clocks go forward. It will start at 03:30.");
    await expect(odd).toContainText("3:30 AM – 4:30 AM");
    await expect(series.day("April 4, 2027")).toContainText("2:30 AM – 3:30 AM");
  });

  test("what can't be a rule is said beside its input, and nothing is sent", async ({ page, control }) => {
    const series = await begin(page, "For ever", "2027-03-16", "10:00");
    await series.field("How many times").fill("501");
    await expect(page.getByText("Enter a whole number from 1 to 500.")).toBeVisible();
    await expect(series.days).toHaveCount(0);
    await series.button("Create 0 town halls").click();
    await expect(page.getByText("No day is left: there is nothing to create.")).toBeVisible();
    await series.field("On a date").check();
    await series.field("Last day").fill("2029-12-31");
    await series.field("Unit").selectOption("days");
    await expect(page.getByText("That is more than 500 town halls. Choose an earlier end.")).toBeVisible();
    expect(await control.called("For ever")).toEqual([]);
  });

  test("rule and exceptions survive a reload, and the way back to the form", async ({ page, signIn }) => {
    const series = await begin(page, "Kept", "2027-03-16", "10:00");
    await series.button("Thursday").click();
    await series.field("How many times").fill("6");
    await series.day("March 18, 2027").getByRole("checkbox").uncheck();
    await page.reload();
    await expect(series.days).toHaveCount(6);
    await expect(series.day("March 18, 2027").getByRole("checkbox")).not.toBeChecked();

    await page.getByRole("link", { name: "Change the town hall itself" }).click();
    await expect(new Form(page).title).toHaveValue("Kept");
  });

  test("a town hall that can't be made is named, the others are made, and it can be tried again", async ({ page, control }) => {
    const series = await begin(page, "Bumpy", "2027-03-16", "10:00");
    await control.fault({ match: { origin: "graph", method: "POST", path_regex: "/townhalls$" }, status: 403, times: 1 });
    await series.button("Create 4 town halls").click();
    await expect(page.getByText("3 of 4 events done, 1 failed")).toBeVisible();
    await expect(page.getByRole("region", { name: "Series Bumpy" })).toContainText("Your role doesn't allow this");
    await page.getByRole("button", { name: "Try what failed again" }).click();
    await expect(page.getByText("4 of 4 events done")).toBeVisible();
    expect(await starts(control, "Bumpy")).toHaveLength(4);
  });

  test("what is missing of a series is made later, and nothing twice", async ({ page, control }) => {
    const series = await begin(page, "In two goes", "2027-03-16", "10:00");
    await control.fault({ match: { origin: "graph", method: "POST", path_regex: "/townhalls$" }, status: 403, times: 1 });
    await series.button("Create 4 town halls").click();
    await expect(page.getByText("3 of 4 events done, 1 failed")).toBeVisible();
    await close(page);
    await expect(page.getByRole("heading", { name: "In two goes", level: 1 })).toBeVisible();
    await page.goBack();
    await expect(series.days.filter({ hasText: "There is a town hall already" })).toHaveCount(3);
    await series.button("Create 1 town hall").click();
    await expect(page.getByText("1 of 1 event done")).toBeVisible();
    expect(new Set(await starts(control, "In two goes")).size).toBe(4);
    expect(await starts(control, "In two goes")).toHaveLength(4);
  });

  test("an answer that is lost doubles nothing", async ({ page, control }) => {
    const series = await begin(page, "Lost answer", "2027-03-16", "10:00");
    // not by a fault of the emulator: a browser repeats by itself what it lost on a used connection
    let lost = false;
    await page.route(/\/virtualEvents\/townhalls$/, async (route) => {
      if (lost || route.request().method() !== "POST") return route.fallback();
      lost = true;
      await route.fetch();
      await route.abort("connectionreset");
    });
    await series.button("Create 4 town halls").click();
    await expect(page.getByText("4 of 4 events done")).toBeVisible({ timeout: 40_000 });
    expect(await starts(control, "Lost answer")).toHaveLength(4);
  });

  test("published at once, after a question", async ({ page, control }) => {
    const series = await begin(page, "Straight out", "2027-03-16", "10:00");
    await series.field("How many times").fill("2");
    await series.field("Publish them all").check();
    await series.button("Create 2 town halls").click();
    const question = page.getByRole("dialog");
    await expect(question.getByRole("heading", { name: "Create and publish 2 town halls?" })).toBeVisible();
    await question.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText("2 of 2 events done")).toBeVisible();
    const made = await control.called("Straight out");
    expect(made.map((event) => event.status)).toEqual(["Published", "Published"]);
  });

  test("without a draft the page leads to the form", async ({ page }) => {
    await page.goto("/series/new");
    await expect(page.getByRole("heading", { name: "A series begins with one event" })).toBeVisible();
    await page.getByRole("link", { name: "New town hall" }).click();
    await expect(new Form(page).title).toBeVisible();
  });
});

test("a series is seen by who helps with it, who can edit but not call off", async ({ page, browser, arrive, control, emulator }) => {
  await arrive("organizer", "/townhalls/new");
  const form = new Form(page);
  await form.combobox("Co-organizers").fill("jonas");
  await form.options.filter({ hasText: "jonas.weber@" }).click();
  // nobody but the organizer sees a draft
  const made = await begin(page, "Shared", "2027-03-16", "10:00");
  await made.field("How many times").fill("2");
  await made.field("Publish them all").check();
  await made.button("Create 2 town halls").click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await close(page);
  await expect(made.row("Mar 23, 2027")).toContainText("Published");
  const address = page.url();
  const kept = await control.called("Shared");
  expect(kept.map((event) => event.external.length)).toEqual([1, 1]);

  const other = await browser.newContext({ baseURL: emulator.app, locale: "en-US", timezoneId: "Europe/Berlin" });
  const theirs = await other.newPage();
  await theirs.goto(address);
  await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
  await accountButton(theirs, "co-organizer").click();
  const series = new Series(theirs);
  const row = series.row("Mar 23, 2027");
  await expect(row).toContainText("2 of 2");
  await expect(row.getByRole("link", { name: /^Edit/ })).toBeVisible();
  await expect(row.getByRole("link", { name: /^Cancel/ })).toBeHidden();
  await other.close();
});

test("nothing that axe can see is wrong with the pages of a series", async ({ page, arrive }) => {
  test.slow();
  await arrive("organizer", "/townhalls/new");
  const series = await begin(page, "For everybody", "2027-03-31", "02:30");
  await series.field("Unit").selectOption("months");
  await series.field("How many times").fill("2");
  await expect(series.days).toHaveCount(2);
  await isAccessible(page, "rule and days");
  await series.button("Create 2 town halls").click();
  await expect(page.getByText("2 of 2 events done")).toBeVisible();
  await isAccessible(page, "report");
  await close(page);
  await expect(series.row("2 of 2")).toBeVisible();
  await isAccessible(page, "series");
  await series.row("1 of 2").getByRole("link", { name: /^Edit/ }).click();
  await series.field("Start time").fill("10:00");
  await isAccessible(page, "edit");
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("link", { name: "Back" }).click();
  await expect(series.row("1 of 2")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
