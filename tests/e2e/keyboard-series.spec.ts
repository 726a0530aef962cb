// A series by keyboard alone.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { choose, enter, tabTo, tick, typeInto } from "./keyboard";
import { Form } from "./pages/form";
import { Series, starts } from "./pages/series";

test.use({ at: TUESDAY_AT_TEN });

test("a series by keyboard alone", async ({ page, arrive, control }) => {
  await arrive("organizer", "/townhalls/new");
  const series = new Series(page);
  await tabTo(page, new Form(page).title);
  await page.keyboard.type("No mouse");
  await enter(page, page.getByRole("button", { name: "Repeat…" }));
  await expect(series.days).toHaveCount(4);
  await choose(page, series.field("Unit"), "mon");
  await typeInto(page, series.field("How many times"), "3");
  await expect(series.days).toHaveCount(3);
  await tick(page, series.days.nth(1).getByRole("checkbox"));
  await enter(page, series.button("Create 2 town halls"));
  await expect(page.getByText("2 of 2 events done")).toBeVisible();
  expect(await starts(control, "No mouse")).toEqual(["2027-01-13T10:00:00", "2027-03-13T10:00:00"]);
});
