// When the live list is read again. The page's timers stand still too, and are run by the test.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { Live } from "./pages/live";
import type { Control } from "./control";

/** Reads of the list so far. */
async function reads(control: Control): Promise<number> {
  const first = await control.journal(
    (line) => line.path.endsWith("/townhalls/getByUserRole(role='organizer')") && line.query === undefined,
  );
  return first.length;
}

/** Lets both clocks run, second by second as the page ticks. */
async function run(page: Page, control: Control, seconds: number) {
  await control.advance(seconds);
  await page.clock.runFor(seconds * 1_000);
}

/** What the page thinks of being looked at. */
async function hide(page: Page, hidden: boolean) {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

test.use({ at: "2027-01-12T09:00:00Z", timers: "stepped" });

let token = "";

test.beforeEach(async ({ page, control, arrive }) => {
  const asked = page.waitForRequest((request) => request.url().endsWith("/$batch") && request.method() === "POST");
  await arrive("organizer", "/live");
  token = (await (await asked).allHeaders()).authorization;
  await expect(new Live(page).session("On now", "January all hands").getByRole("link", { name: "Join" })).toBeVisible();
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  await control.forget();
});

test("near an event the list is read every 60 to 75 seconds", async ({ page, control }) => {
  // given the moment right after a read
  await run(page, control, 80);
  await expect.poll(() => reads(control)).toBeGreaterThanOrEqual(1);
  const times: number[] = [];
  let second = 80;
  let known = await reads(control);

  // when five minutes pass
  while (second < 80 + 5 * 60) {
    await run(page, control, 5);
    second += 5;
    const now = await reads(control);
    if (now > known) times.push(second);
    known = now;
  }

  // then the reads lie a minute apart, and a little more that differs from tab to tab
  const apart = times.slice(1).map((time, at) => time - times[at]);
  expect(apart.length).toBeGreaterThanOrEqual(3);
  for (const seconds of apart) {
    expect(seconds).toBeGreaterThanOrEqual(55);
    expect(seconds).toBeLessThanOrEqual(85);
  }
});

test("nothing is read while nobody looks, and at once when somebody does", async ({ page, control }) => {
  await hide(page, true);
  await run(page, control, 600);
  expect(await reads(control)).toBe(0);

  await hide(page, false);
  await run(page, control, 2);
  await expect.poll(() => reads(control)).toBe(1);
});

test("what changed elsewhere shows after the next read", async ({ page, control, emulator }) => {
  const live = new Live(page);
  await expect(live.session("Next", "Engineering show and tell")).toBeVisible();

  // given that it is renamed in another window
  const { id } = await control.event("Engineering show and tell");
  const renamed = await fetch(`${emulator.graph}/v1.0/solutions/virtualEvents/townhalls/${encodeURIComponent(id)}`, {
    method: "PATCH",
    headers: { authorization: token, "content-type": "application/json" },
    body: JSON.stringify({ displayName: "Engineers show and tell" }),
  });
  expect(renamed.status).toBe(200);

  await run(page, control, 80);

  await expect(live.session("Next", "Engineers show and tell")).toBeVisible();
  await expect(live.session("Next", "Engineering show and tell")).toHaveCount(0);
});
