// A computer whose clock is wrong: what is relative to now is put right as far as that is certain.

import { expect, test } from "./fixtures";
import { Live } from "./pages/live";

const EVENT = "Ask the board anything"; // 9:20 UTC, an hour later on Berlin's clocks

test.describe("twenty minutes fast", () => {
  test.use({ at: "2027-01-12T09:00:00Z" });

  test("the date of an answer that pages may read puts it right", async ({ page, control, arrive }) => {
    await page.clock.setFixedTime("2027-01-12T09:20:30Z");
    await control.settings({ expose_date: true });
    await arrive("organizer", "/live");
    const live = new Live(page);
    // by its own clock the event would be on
    await expect(live.session("Next", EVENT)).toContainText(/Starts in (20:00|19:59)/);
    await expect(live.clock).toHaveText(/^(10:00:00|10:00:01|9:59:59) AM$/);
    await live.upkeep.locator("summary").click();
    await expect(live.fact("This computer's clock")).toHaveText("20 minutes fast; the times here are put right");
  });

  test("without it the id token does, as far as it is sure", async ({ page, arrive }) => {
    await page.clock.setFixedTime("2027-01-12T09:20:30Z");
    await arrive("organizer", "/live");
    const live = new Live(page);
    // a token may be dated back by five minutes: so much stays
    await expect(live.session("Next", EVENT)).toContainText(/Starts in 1[45]:\d\d/);
    await page.reload();
    await expect(live.session("Next", EVENT)).toContainText(/Starts in 1[45]:\d\d/);
  });
});

test.describe("right", () => {
  test.use({ at: "2027-01-12T09:00:00Z" });

  test("nothing is put right, and nothing is said", async ({ page, control, arrive }) => {
    await control.settings({ expose_date: true });
    await arrive("organizer", "/live");
    const live = new Live(page);
    await expect(live.session("Next", EVENT)).toContainText("Starts in 20:00");
    await live.upkeep.locator("summary").click();
    await expect(live.fact("Reads")).toBeVisible();
    await expect(live.fact("This computer's clock")).toHaveCount(0);
  });
});
