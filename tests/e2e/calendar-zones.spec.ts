// The zone in a calendar file, read by another program, means the hour that was meant: in zones
// of every kind, in summer and in winter.

import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { SharePage, sharePath } from "./pages/share";

test.use({ at: TUESDAY_AT_TEN });

/** Zones with rules of every kind, by the service's name. */
const ZONES = {
  "Pacific Standard Time": "America/Los_Angeles",
  "Eastern Standard Time": "America/New_York",
  "Newfoundland Standard Time": "America/St_Johns",
  "Pacific SA Standard Time": "America/Santiago",
  "GMT Standard Time": "Europe/London",
  "W. Europe Standard Time": "Europe/Berlin",
  "Morocco Standard Time": "Africa/Casablanca",
  "Egypt Standard Time": "Africa/Cairo",
  "Israel Standard Time": "Asia/Jerusalem",
  "West Bank Standard Time": "Asia/Hebron",
  "India Standard Time": "Asia/Kolkata",
  "Nepal Standard Time": "Asia/Kathmandu",
  "Lord Howe Standard Time": "Australia/Lord_Howe",
  "AUS Eastern Standard Time": "Australia/Sydney",
  "Chatham Islands Standard Time": "Pacific/Chatham",
};

/** What the clocks of a zone show, by the browser's database, which is the one the file is made of. */
function wall(page: Page, instant: Date, timeZone: string): Promise<string> {
  return page.evaluate(
    ([instant, timeZone]) => {
      // Swedish dates are written as the standard has them
      const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
      return format.format(new Date(instant)).replace(" ", "T");
    },
    [instant.toISOString(), timeZone],
  );
}

for (const [season, day] of [
  ["winter", "2027-01-15"],
  ["summer", "2027-07-15"],
]) {
  test(`in ${season}`, async ({ page, arrive, control }) => {
    test.slow();
    const path = sharePath(await control.event("First quarter results"));
    let zone = "";
    await page.route(/\/townhalls\/[^/]+$/, async (route) => {
      if (route.request().method() !== "GET") return route.fallback();
      const response = await route.fetch();
      const json = await response.json();
      json.startDateTime = { dateTime: `${day}T09:30:00`, timeZone: zone };
      json.endDateTime = { dateTime: `${day}T23:15:00`, timeZone: zone };
      await route.fulfill({ response, json });
    });
    await arrive("organizer");

    for (const [windows, iana] of Object.entries(ZONES)) {
      zone = windows;
      await page.goto(path);
      const share = new SharePage(page);
      await expect(share.preview).toContainText(`(${iana.split("/").pop()!.replace("_", " ")})`);
      const { text } = await share.file("Download calendar file");

      const calendar = new ICAL.Component(ICAL.parse(text));
      const timezone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone")!);
      ICAL.TimezoneService.register(timezone);
      const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent")!);
      expect(event.startDate.zone!.tzid, windows).toBe(iana);
      expect(await wall(page, event.startDate.toJSDate(), iana), windows).toBe(`${day}T09:30:00`);
      expect(await wall(page, event.endDate.toJSDate(), iana), windows).toBe(`${day}T23:15:00`);
      ICAL.TimezoneService.remove(iana);
    }
  });
}
