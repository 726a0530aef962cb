// The live list, with the clocks of page and services advanced together through an event.

import { expect, test } from "./fixtures";
import { Live } from "./pages/live";

const NOW = "2027-01-12T09:00:00Z";
const EVENT = "Ask the board anything"; // 9:20 to 10:20 UTC, an hour later on Berlin's clocks

test.use({ at: NOW, permissions: ["clipboard-read", "clipboard-write"] });

test("an event goes from Next over On now to Earlier today, to the second", async ({ page, arrive }) => {
  const live = new Live(page);
  await arrive("organizer", "/live");
  const shows = async (utc: string) => {
    await page.clock.setFixedTime(`2027-01-12T${utc}Z`);
    const [hours, ...rest] = utc.split(":");
    await expect(live.clock).toHaveText(`${Number(hours) + 1}:${rest.join(":")} AM`);
  };

  // given an event that starts in twenty minutes
  await expect(live.session("Next", EVENT)).toContainText("Starts in 20:00");
  await expect(live.session("Next", EVENT)).toContainText("10:20 AM – 11:20 AM");
  // it is today: the date would be no news
  await expect(live.session("Next", EVENT)).not.toContainText("Jan");

  // a second before its start it is still to come
  await shows("09:19:59");
  await expect(live.session("Next", EVENT)).toContainText("Starts in 0:01");
  await expect(live.session("On now", EVENT)).toHaveCount(0);

  // at its start it is on
  await shows("09:20:00");
  await expect(live.session("On now", EVENT)).toContainText("Running for 0:00");
  await expect(live.session("On now", EVENT)).toContainText("1:00:00 left");
  await expect(live.session("Next", EVENT)).toHaveCount(0);

  // half-way
  await shows("09:50:05");
  await expect(live.session("On now", EVENT)).toContainText("Running for 30:05");
  await expect(live.session("On now", EVENT)).toContainText("29:55 left");
  const progress = live.session("On now", EVENT).getByRole("progressbar");
  expect(Number(await progress.getAttribute("value"))).toBeCloseTo(0.5, 1);

  // a second before its end it is still on
  await shows("10:19:59");
  await expect(live.session("On now", EVENT)).toContainText("0:01 left");

  // at its end it is over
  await shows("10:20:00");
  await expect(live.session("Earlier today", EVENT)).toContainText("Ended at 11:20 AM");
  await expect(live.session("On now", EVENT)).toHaveCount(0);
});

test("the further away an event is, the coarser is its countdown", async ({ page, arrive }) => {
  const live = new Live(page);
  const forum = live.session("Next", "Night shift forum"); // 2027-01-11, 9:00 UTC
  await arrive("organizer", "/live");

  await page.clock.setFixedTime("2027-01-08T07:30:00Z");
  await expect(forum.getByText("Starts in 3 days", { exact: true })).toBeVisible();
  await page.clock.setFixedTime("2027-01-10T05:30:00Z");
  await expect(forum.getByText("Starts in 1 day 3 h", { exact: true })).toBeVisible();
  await page.clock.setFixedTime("2027-01-11T02:30:00Z");
  await expect(forum.getByText("Starts in 6 h 30 min", { exact: true })).toBeVisible();
});

test("sessions can be joined and their links copied", async ({ page, arrive }) => {
  const live = new Live(page);
  await arrive("organizer", "/live");
  const session = live.session("On now", "January all hands");
  const join = session.getByRole("link", { name: "Join" });
  await expect(join).toHaveAttribute("href", /^https?:\/\//);
  await expect(join).toHaveAttribute("target", "_blank");

  await session.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Join link copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await join.getAttribute("href"));

  // what is over can't be joined
  await expect(live.group("Earlier today").getByRole("article").first()).toBeVisible();
  await expect(live.group("Earlier today").getByRole("link", { name: "Join" })).toHaveCount(0);

  await session.getByRole("link", { name: "January all hands" }).click();
  await expect(page.getByRole("heading", { name: "January all hands", level: 1 })).toBeVisible();
});

test("somebody without events sees empty groups that say so", async ({ page, arrive }) => {
  await arrive("attendee", "/live");
  await expect(page.getByText("Nothing is on now.")).toBeVisible();
  await expect(page.getByText("Nothing published is coming up.")).toBeVisible();
  await expect(page.getByText("Nothing has ended today.")).toBeVisible();
});

test("an error while reading has a retry, and one later keeps what is there", async ({ page, arrive, control }) => {
  await control.fault({ match: { origin: "graph" }, drop: "before" });
  await arrive("organizer", "/live");
  const retry = page.getByRole("button", { name: "Try again" });
  await expect(retry).toBeVisible();

  await control.mend();
  await retry.click();
  await expect(new Live(page).session("On now", "January all hands")).toBeVisible();
  await expect(retry).toHaveCount(0);
});
