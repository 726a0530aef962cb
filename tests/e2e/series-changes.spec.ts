// A series that is there, changed: one of it, those after it, all of it.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { close, starts, weekly } from "./pages/series";

test.use({ at: TUESDAY_AT_TEN });

test.describe("changing a series", () => {
  test.beforeEach(async ({ arrive }) => arrive("organizer", "/townhalls/new"));

  test("this one and those after it move to another hour", async ({ page, control }) => {
    const series = await weekly(page, "Moving", "3");
    await series.row("Mar 23, 2027").getByRole("link", { name: /^Edit/ }).click();
    await expect(series.button("Nothing to change")).toBeDisabled();
    await series.field("Start time").fill("15:00");
    await expect(series.button("Change 1 town hall")).toBeVisible();
    await series.field("This one and those after it").check();
    await expect(series.outcomes).toHaveText([
      /Mar 23, 2027, 10:00 AM.*Moves to Tue, Mar 23, 2027, 3:00 PM – 4:00 PM/,
      /Mar 30, 2027, 10:00 AM.*Moves to Tue, Mar 30, 2027, 3:00 PM – 4:00 PM/,
    ]);
    await series.button("Change 2 town halls").click();
    await expect(page.getByText("2 of 2 events done")).toBeVisible();
    await close(page);
    await expect(series.row("Mar 30, 2027")).toContainText("3:00 PM");
    expect(await starts(control, "Moving")).toEqual(["2027-03-16T10:00:00", "2027-03-23T15:00:00", "2027-03-30T15:00:00"]);
  });

  test("all get another title; one that was renamed before is renamed too", async ({ page, control }) => {
    const series = await weekly(page, "Old name", "3");
    await series.row("Mar 16, 2027").getByRole("link", { name: /^Edit/ }).click();
    await series.field("Title").fill("New name");
    await series.field("All that are to come").check();
    await series.button("Change 3 town halls").click();
    await expect(page.getByText("3 of 3 events done")).toBeVisible();
    expect(await control.called("New name")).toHaveLength(3);
  });

  test("published together, then called off from one on, by typing the title", async ({ page, control }) => {
    const series = await weekly(page, "Called off", "3");
    await series.row("Mar 16, 2027").getByRole("link", { name: /^Publish/ }).click();
    await series.field("All that are to come").check();
    await series.button("Publish 3 town halls").click();
    await expect(page.getByText("3 of 3 events done")).toBeVisible();
    await close(page);

    await series.row("Mar 23, 2027").getByRole("link", { name: /^Cancel/ }).click();
    await series.field("This one and those after it").check();
    const cancel = series.button("Cancel 2 town halls");
    await expect(cancel).toBeDisabled();
    await page.getByLabel(/^To confirm/).fill("called off");
    await cancel.click();
    await expect(page.getByText("2 of 2 events done")).toBeVisible();
    const made = await control.called("Called off");
    const states = made.map((event) => [event.start.date_time.slice(0, 10), event.status]);
    expect(states.sort()).toEqual([
      ["2027-03-16", "Published"],
      ["2027-03-23", "Canceled"],
      ["2027-03-30", "Canceled"],
    ]);
    await close(page);
    await expect(series.row("Mar 30, 2027")).toContainText("Cancelled");
    await expect(series.row("Mar 30, 2027").getByRole("link", { name: /^Cancel/ })).toBeHidden();
  });

  test("a series of nobody's is said to be so", async ({ page }) => {
    await page.goto("/series/nothinghere1");
    await expect(page.getByRole("heading", { name: "Nothing of this series is yours" })).toBeVisible();
  });
});
