// Ten tabs of one browser on the live list for a day: what all of them read together.

import { expect, test } from "./fixtures";
import { followInto, stopAt } from "./live-clock";
import { playDay } from "./live-day.mjs";
import { Live } from "./pages/live";

const START = "2027-01-12T09:00:00Z";
const TABS = 10;

test.use({ at: START, timers: "stepped" });

test("ten tabs open for a day make fewer than four hundred reads together", async ({ page, context, control, arrive, emulator }) => {
  // some hundred moments, at each of which ten pages tick
  test.setTimeout(900_000);
  await control.consent("ana.ruiz@northlight.example", { grant: ["OnlineMeetingArtifact.Read.All"] });
  // all reads count, also those with which the tabs begin
  await control.forget();
  await arrive("organizer", "/live");
  const pages = [page];
  while (pages.length < TABS) {
    const tab = await context.newPage();
    await followInto(tab, `${emulator.app}/live`);
    pages.push(tab);
  }
  for (const tab of pages) await expect(new Live(tab).session("On now", "January all hands")).toBeVisible();
  await stopAt(page, control);

  await playDay({ pages, advance: (seconds) => control.advance(seconds), until: Date.parse(START) + 24 * 3_600_000 });

  const reads = await control.journal((line) => line.origin === "graph" && line.method === "GET");
  expect(reads.length).toBeLessThan(400);
  // and the day was watched: the list every hour, the reports of what ended
  const lists = reads.filter((line) => line.path.endsWith("/townhalls/getByUserRole(role='organizer')"));
  expect(lists.length).toBeGreaterThanOrEqual(20);
  expect(reads.filter((line) => line.path.endsWith("/attendanceReports")).length).toBeGreaterThanOrEqual(3);
  // all tabs show the same at the end
  for (const tab of pages)
    await expect(new Live(tab).session("Earlier today", "Ask the board anything").or(new Live(tab).group("Earlier today"))).not.toHaveCount(0);
});
