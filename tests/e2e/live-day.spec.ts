// An event's day on the live list: from "soon" over "on now" and "overrunning" to its report and its
// recording, with both clocks turned by the test.

import { expect, test } from "./fixtures";
import { run, skip } from "./live-clock";
import { Live } from "./pages/live";

const EVENT = "Ask the board anything"; // 9:20 to 10:20 UTC, an hour later on Berlin's clocks

test.use({ at: "2027-01-12T09:00:00Z", timers: "stepped" });

test("a session goes from soon to report ready and recording ready", async ({ page, control, arrive }) => {
  test.setTimeout(180_000);
  const live = new Live(page);
  // given somebody who may read attendance, and an event that will take twelve minutes longer
  await control.consent("ana.ruiz@northlight.example", { grant: ["OnlineMeetingArtifact.Read.All"] });
  await control.attendance(await control.event(EVENT), { people: 40, overrun_min: 12, restarts: 0, rehearsal: false });
  await arrive("organizer", "/live");
  const next = live.session("Next", EVENT);
  await expect(next).toBeVisible();
  await page.clock.pauseAt("2027-01-12T09:04:50Z");
  await control.advance(290);
  const to = async (seconds: number) => {
    await skip(page, control, seconds);
    // what is due at a mark is read one after the other, a tick each
    for (let tick = 0; tick < 4; tick += 1) await run(page, control, 1);
  };

  // it is soon from a quarter of an hour before, to the second
  await run(page, control, 9);
  await expect(next).toContainText("Starts in 15:01");
  await expect(next.getByText("Soon", { exact: true })).toHaveCount(0);
  await run(page, control, 1);
  await expect(next).toContainText("Starts in 15:00");
  await expect(next.getByText("Soon", { exact: true })).toBeVisible();
  await expect(live.news).toHaveText(`${EVENT} starts in 15 minutes.`);

  // it is on at its start
  await to(14 * 60 + 50);
  await run(page, control, 6);
  const now = live.session("On now", EVENT);
  await expect(now).toContainText("Running for 0:00");
  await expect(live.news).toContainText(`${EVENT} is on now.`);
  await expect(now.getByText(/^On stage: /)).toBeVisible();

  // it overruns, since there is no report yet
  await to(59 * 60 + 10); // what is due a minute before the end
  await run(page, control, 50);
  await expect(now.getByText("Overrunning", { exact: true })).toBeVisible();
  await expect(now).toContainText("Past its end by");
  await expect(now).toContainText("No report yet");
  await expect(now.getByRole("link", { name: "Join" })).toBeVisible();
  await expect(live.news).toContainText(`${EVENT} is past its end.`);

  // five minutes after it has really ended there is a report, found at the next look
  await to(10 * 60);
  await expect(now).toContainText("Past its end by 10:");
  await to(11 * 60);
  const earlier = live.session("Earlier today", EVENT);
  await expect(earlier.getByText("Report ready", { exact: true })).toBeVisible();
  await expect(earlier).toContainText("Ended at 11:32 AM");
  await expect(live.news).toContainText("its report is ready");
  await expect(earlier.getByRole("link", { name: "Join" })).toHaveCount(0);

  // an hour after its end there is a recording
  await to(90 * 60);
  await expect(earlier.getByText("Recording ready", { exact: true })).toBeVisible();
  await expect(earlier.getByRole("link", { name: "Recording" })).toHaveAttribute("href", /^https:/);

  // and the report tells who came
  await earlier.getByRole("link", { name: "Attendance" }).click();
  await expect(page.getByRole("heading", { name: EVENT, level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Attendance" })).toHaveAttribute("aria-current", "page");
});

test("without the permission for attendance a session simply ends", async ({ page, control, arrive }) => {
  const live = new Live(page);
  await arrive("organizer", "/live");
  await expect(live.session("Next", EVENT)).toBeVisible();
  await page.clock.pauseAt("2027-01-12T10:18:30Z");
  await control.advance(78 * 60 + 30);
  await run(page, control, 100);
  await expect(live.session("Earlier today", EVENT)).toContainText("Ended at 11:20 AM");
  await expect(live.news).toContainText(`${EVENT} has ended.`);
  await expect(live.session("Earlier today", EVENT).getByText("Overrunning")).toHaveCount(0);
});
