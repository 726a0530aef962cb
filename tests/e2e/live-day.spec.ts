// An event's day on the live list: from "soon" over "on now" and "overrunning" to its report and its
// recording, with both clocks turned by the test.

import { expect, test } from "./fixtures";
import { run, runUntil, settle, skip, stopAt } from "./live-clock";
import { Live } from "./pages/live";

const EVENT = "Ask the board anything"; // 9:20 to 10:20 UTC, an hour later on Berlin's clocks

test.use({ at: "2027-01-12T09:00:00Z", timers: "stepped" });

test("a session goes from soon to report ready and recording ready", async ({ page, control, arrive }) => {
  test.setTimeout(180_000);
  const live = new Live(page);
  // given somebody who may read attendance, and an event that will take twelve minutes longer
  await control.consent("ana.ruiz@northlight.example", { grant: ["OnlineMeetingArtifact.Read.All"] });
  await control.attendance(await control.event(EVENT), { people: 40, overrun_min: 12, restarts: 0, rehearsal: false });
  // what is said is soon followed by what is said of another session
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver(() => {
      const text = document.querySelector('[aria-label="News of the sessions"]')?.textContent;
      if (text && heard.at(-1) !== text) heard.push(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  const heard = () => page.evaluate(() => (globalThis as any).heard.join("\n"));
  await arrive("organizer", "/live");
  const next = live.session("Next", EVENT);
  await expect(next).toBeVisible();
  await stopAt(page, control, "2027-01-12T09:01:00Z");
  await settle(page, control);
  await runUntil(page, control, "2027-01-12T09:04:50Z");
  /** Puts the clocks on, and lets happen what is due then. */
  const to = async (time: string) => {
    const now = await page.evaluate(() => Date.now());
    await skip(page, control, Math.round((Date.parse(`2027-01-12T${time}Z`) - now) / 1_000));
    await settle(page, control);
  };

  // it is soon from a quarter of an hour before, to the second
  await run(page, control, 9);
  await expect(next).toContainText("Starts in 15:01");
  await expect(next.getByText("Soon", { exact: true })).toHaveCount(0);
  await run(page, control, 1);
  await expect(next).toContainText("Starts in 15:00");
  await expect(next.getByText("Soon", { exact: true })).toBeVisible();
  await expect.poll(heard).toContain(`${EVENT} starts in 15 minutes.`);

  // it is on at its start
  await to("09:19:40");
  await runUntil(page, control, "2027-01-12T09:20:00Z");
  const now = live.session("On now", EVENT);
  await expect(now).toContainText("Running for 0:00");
  await expect.poll(heard).toContain(`${EVENT} is on now.`);
  await expect(now.getByText(/^On stage: /)).toBeVisible();

  // it overruns, since there is no report yet
  await to("10:19:30"); // that there is none is found out a minute before the end
  await runUntil(page, control, "2027-01-12T10:20:05Z");
  await expect(now.getByText("Overrunning", { exact: true })).toBeVisible();
  await expect(now).toContainText("Past its end by");
  await expect(now).toContainText("No report yet");
  await expect(now.getByRole("link", { name: "Join" })).toBeVisible();
  await expect.poll(heard).toContain(`${EVENT} is past its end.`);

  // five minutes after it has really ended there is a report, found at the next look
  await to("10:30:00");
  await expect(now).toContainText("Past its end by 10:");
  await to("10:41:00");
  const earlier = live.session("Earlier today", EVENT);
  await expect(earlier.getByText("Report ready", { exact: true })).toBeVisible();
  await expect(earlier).toContainText(/Ended at 11:3[2-4] AM/);
  await expect.poll(heard).toContain(`${EVENT} has ended; its report is ready.`);
  await expect(earlier.getByRole("link", { name: "Join" })).toHaveCount(0);

  // an hour after its end there is a recording
  await to("11:51:00");
  await expect(earlier.getByText("Recording ready", { exact: true })).toBeVisible();
  await expect(earlier.getByRole("link", { name: "Recording" })).toHaveAttribute("href", /^https:/);

  // and the report tells who came
  await earlier.getByRole("link", { name: "Attendance" }).click();
  await expect(page.getByRole("heading", { name: EVENT, level: 1 })).toBeVisible();
  const tabs = page.getByRole("navigation", { name: "Parts of this event" });
  await expect(tabs.getByRole("link", { name: "Attendance" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByText("Unique attendees", { exact: true })).toBeVisible();
});

test("without the permission for attendance a session simply ends", async ({ page, control, arrive }) => {
  const live = new Live(page);
  await control.consent("ana.ruiz@northlight.example", { revoke: ["OnlineMeetingArtifact.Read.All"] });
  await arrive("organizer", "/live");
  await expect(live.session("Next", EVENT)).toBeVisible();
  await stopAt(page, control, "2027-01-12T10:18:30Z");
  await run(page, control, 100);
  await expect(live.session("Earlier today", EVENT)).toContainText("Ended at 11:20 AM");
  await expect(live.news).toContainText(`${EVENT} has ended.`);
  await expect(live.session("Earlier today", EVENT).getByText("Overrunning")).toHaveCount(0);
});
