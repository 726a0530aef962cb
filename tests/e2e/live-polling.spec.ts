// Who reads for the live list, what, and when. The page's timers stand still too, and are run by the
// test.

import { expect, test } from "./fixtures";
import { followInto, hide, run, runUntil, settle, stopAt } from "./live-clock";
import { Live } from "./pages/live";
import type { Control } from "./control";

const EVENT = "Ask the board anything"; // 9:20 to 10:20 UTC

test.use({ at: "2027-01-12T09:00:00Z", timers: "stepped" });

let token = "";

test.beforeEach(async ({ page, control, arrive }) => {
  const asked = page.waitForRequest((request) => request.url().endsWith("/$batch") && request.method() === "POST");
  await arrive("organizer", "/live");
  token = (await (await asked).allHeaders()).authorization;
  await expect(new Live(page).session("On now", "January all hands")).toBeVisible();
  await stopAt(page, control, "2027-01-12T09:02:00Z");
  await settle(page, control);
  await control.forget();
});

/** Reads of one event by itself. */
async function looks(control: Control, title: string) {
  const { id } = await control.event(title);
  return control.journal((line) => line.method === "GET" && decodeURIComponent(line.path).endsWith(`/townhalls/${id}`));
}

test("an event is looked at 15, 5 and 1 minute before its start, and the list is left alone", async ({ page, control }) => {
  // within 20 seconds after each mark, since browsers don't all ask at once
  for (const [time, reads] of [
    ["09:04:55", 0],
    ["09:05:25", 1],
    ["09:14:55", 1],
    ["09:15:25", 2],
    ["09:18:55", 2],
    ["09:19:25", 3],
  ] as const) {
    await runUntil(page, control, `2027-01-12T${time}Z`);
    await expect.poll(async () => (await looks(control, EVENT)).length, time).toBe(reads);
  }
  expect(await control.journal((line) => line.path.includes("getByUserRole"))).toEqual([]);
});

test("nothing is read while nobody looks, and what was missed is read once somebody does", async ({ page, control }) => {
  await hide(page, true);
  await run(page, control, 19 * 60);
  expect(await control.journal((line) => line.origin === "graph")).toEqual([]);

  await hide(page, false);
  await expect(async () => {
    await run(page, control, 1);
    expect(await looks(control, EVENT)).toHaveLength(1);
  }).toPass();
});

test("what changed elsewhere shows after the next look at the event", async ({ page, control, emulator }) => {
  const live = new Live(page);
  await expect(live.session("Next", EVENT)).toBeVisible();

  // given that it is renamed in another window
  const { id } = await control.event(EVENT);
  const renamed = await fetch(`${emulator.graph}/v1.0/solutions/virtualEvents/townhalls/${encodeURIComponent(id)}`, {
    method: "PATCH",
    headers: { authorization: token, "content-type": "application/json" },
    body: JSON.stringify({ displayName: "Ask the board everything" }),
  });
  expect(renamed.status).toBe(200);

  await runUntil(page, control, "2027-01-12T09:06:00Z");

  await expect(live.session("Next", "Ask the board everything")).toBeVisible();
  await expect(live.session("Next", EVENT)).toHaveCount(0);
});

test("one tab reads for two, and when it goes the other does", async ({ page, context, control, emulator }) => {
  // given a second tab
  const second = await context.newPage();
  await followInto(second, `${emulator.app}/live`);
  await expect(new Live(second).session("Next", EVENT)).toBeVisible();
  await new Live(page).upkeep.locator("summary").click();
  await new Live(second).upkeep.locator("summary").click();
  await expect(new Live(page).fact("Read by")).toContainText("This tab");
  await expect(new Live(second).fact("Read by")).toContainText("Another tab");
  // and what the first has learnt
  await expect(new Live(second).session("Next", EVENT).getByText(/^On stage: /)).toBeVisible();
  await control.forget();

  // when a look is due, there is one, and both know
  await control.change(await control.event(EVENT), { title: "Ask the board everything" });
  await runUntil(page, control, "2027-01-12T09:06:00Z");
  await expect(new Live(page).session("Next", "Ask the board everything")).toBeVisible();
  await expect(new Live(second).session("Next", "Ask the board everything")).toBeVisible();
  expect(await looks(control, "Ask the board everything")).toHaveLength(1);

  // and when the first tab is closed the second reads
  await page.close();
  await expect(new Live(second).fact("Read by")).toContainText("This tab");
  await runUntil(second, control, "2027-01-12T09:16:00Z");
  await expect.poll(async () => (await looks(control, "Ask the board everything")).length).toBe(2);
});

test("when the service throttles, the next read waits, longer each time", async ({ page, control }) => {
  const live = new Live(page);
  await live.upkeep.locator("summary").click();
  await control.fault({ match: { origin: "graph", method: "GET" }, status: 429, headers: { "Retry-After": "1" } });

  // the look at 15 minutes before fails, after the client's own tries
  await expect(async () => {
    await run(page, control, 20);
    await expect(live.fact("Resting")).toContainText("next try at", { timeout: 200 });
  }).toPass();
  const before = (await control.journal((line) => line.status === 429)).length;
  expect(before).toBeGreaterThan(0);

  // what comes back rests no more
  await control.mend();
  await expect(async () => {
    await run(page, control, 30);
    await expect(live.fact("Resting")).toHaveCount(0, { timeout: 200 });
  }).toPass();
});

test("the list is read again by a click, and what was spent is told", async ({ page, control }) => {
  const live = new Live(page);
  await live.upkeep.locator("summary").click();
  await expect(live.fact("Reads")).toContainText(/^\d+ in the last hour, of at most 150; \d+ in the last day$/);
  await expect(live.fact("Next read")).toContainText(/^\d+:\d\d:\d\d AM: /);
  await page.getByRole("button", { name: "Read the list now" }).click();
  await expect.poll(async () => (await control.journal((line) => line.path.includes("getByUserRole"))).length).toBeGreaterThanOrEqual(4);
});
