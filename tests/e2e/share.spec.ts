// What an organizer hands out: links, QR code, calendar files, invitation texts, embed code.

import ICAL from "ical.js";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { EventPage, eventPath } from "./pages/event";
import { SharePage, sharePath } from "./pages/share";

test.use({ at: TUESDAY_AT_TEN, permissions: ["clipboard-read", "clipboard-write"] });

/** The event of a calendar file, by a reader of its own. */
function eventOf(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const zone = calendar.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent")!);
  return { calendar, event, start: event.startDate.toJSDate(), end: event.endDate.toJSDate() };
}

test("from the event to its links, which are copied", async ({ page, arrive, control }) => {
  const event = await control.event("First quarter results");
  await arrive("organizer", eventPath(event));

  await page.getByRole("navigation", { name: "Parts of this event" }).getByRole("link", { name: "Share" }).click();

  const share = new SharePage(page);
  const links = share.section("Links");
  await links.getByRole("button", { name: "Copy attendee link" }).click();
  await expect(page.getByText("Attendee link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(links.getByRole("link").first()).toHaveAttribute("href", link);
  expect(link).toContain("teams.microsoft.com/l/meetup-join/");
  await expect(links).toContainText("Registration isn't required");
  await expect(page).toHaveURL(sharePath(event));
});

test("the passcode is hidden until somebody asks for it", async ({ page, arrive, control }) => {
  const event = await control.event("First quarter results");
  await arrive("organizer", sharePath(event));
  const links = new SharePage(page).section("Links");
  const passcode = new EventPage(page).fact("Passcode");

  await expect(passcode).toContainText("••••••");
  await links.getByRole("button", { name: "Show passcode" }).click();
  await expect(passcode).not.toContainText("••••••");
  await links.getByRole("button", { name: "Copy passcode" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await expect(passcode).toContainText(copied);
  await links.getByRole("button", { name: "Hide passcode" }).click();
  await expect(passcode).toContainText("••••••");
});

test("a draft has nothing to share, and that is said", async ({ page, arrive, control }) => {
  await arrive("organizer", sharePath(await control.event("Strategy 2030, first reading")));

  await expect(page.getByText("There is nothing to share yet")).toBeVisible();
  await new EventPage(page).isFree("Copy attendee link", "Download calendar file", "Review and send");
});

test("the calendar file holds the event, and its zone means the right hour", async ({ page, arrive, control }) => {
  const kept = await control.event("Opening of the Tokyo laboratory");
  await arrive("organizer", sharePath(kept));
  const share = new SharePage(page);

  const { name, text } = await share.file("Download calendar file");

  expect(name).toBe("Opening-of-the-Tokyo-laboratory.ics");
  const { event, start, end } = eventOf(text);
  // nine o'clock in Tokyo
  expect(start.toISOString()).toBe("2027-01-16T00:00:00.000Z");
  expect(end.toISOString()).toBe("2027-01-16T01:15:00.000Z");
  expect(event.startDate.zone!.tzid).toBe("Asia/Tokyo");
  expect(event.summary).toBe("Opening of the Tokyo laboratory");
  expect(event.description).toContain("teams.microsoft.com/l/meetup-join/");
  expect(event.organizer).toBe("mailto:ana.ruiz@northlight.example");
  expect(event.uid).toContain(kept.id.split("@")[0]);
});

test("a cancelled event can be taken out of calendars", async ({ page, arrive, control }) => {
  const kept = await control.event("Wind walk, by video");
  await arrive("organizer", sharePath(kept));

  const { text } = await new SharePage(page).file("Download cancellation");

  const { calendar, event } = eventOf(text);
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
});

test("an event in a zone that nobody knows says so instead of guessing", async ({ page, arrive, control }) => {
  await arrive("organizer", sharePath(await control.event("Moved from the old calendar")));

  await expect(new SharePage(page).section("Calendar")).toContainText("can't be read");
});

test("links add the event to calendars on the web", async ({ page, arrive, control }) => {
  await arrive("organizer", sharePath(await control.event("First quarter results")));
  const calendar = new SharePage(page).section("Calendar");
  const parameters = async (name: string) => {
    const link = calendar.getByRole("link", { name, exact: true });
    const { host, searchParams } = new URL((await link.getAttribute("href"))!);
    return { host, ...Object.fromEntries(searchParams) };
  };

  const [start, end] = ["2027-01-21T14:00:00Z", "2027-01-21T15:00:00Z"];
  const subject = "First quarter results";
  const outlook = { subject, startdt: start, enddt: end, rru: "addevent" };
  expect(await parameters("Add to Outlook (work or school)")).toMatchObject({ host: "outlook.office.com", ...outlook });
  expect(await parameters("Add to Outlook.com")).toMatchObject({ host: "outlook.live.com", ...outlook });
  expect(await parameters("Add to Google Calendar")).toMatchObject({
    action: "TEMPLATE",
    text: subject,
    dates: "20270121T140000Z/20270121T150000Z",
  });
  expect(await parameters("Add to Yahoo Calendar")).toMatchObject({ title: subject, st: "20270121T140000Z" });
});

test("the QR code leads to the link chosen, as SVG and as the same PNG", async ({ page, arrive, control }) => {
  await arrive("organizer", sharePath(await control.event("Family day: guided tours")));
  const share = new SharePage(page);
  const qr = share.section("QR code");
  // registration is required: people are led there first
  await expect(qr.getByRole("img", { name: "QR code of the registration link of Family day: guided tours" })).toBeVisible();
  await qr.getByRole("radio", { name: "Attendee link" }).check();
  await expect(qr.getByRole("img", { name: "QR code of the attendee link of Family day: guided tours" })).toBeVisible();

  const svg = await share.file("Download SVG");
  const png = await share.file("Download PNG");

  expect(svg.name).toBe("Family-day-guided-tours-QR.svg");
  expect(png.name).toBe("Family-day-guided-tours-QR.png");
  const differing = await page.evaluate(
    async ([svg, png]) => {
      const pixels = async (address: string) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = new OffscreenCanvas(600, 600);
        const pen = canvas.getContext("2d")!;
        pen.drawImage(image, 0, 0, 600, 600);
        return pen.getImageData(0, 0, 600, 600).data;
      };
      const [one, other] = [await pixels(svg), await pixels(png)];
      // edges fall between pixels in one way or the other
      return one.filter((value, at) => value > 127 !== other[at] > 127).length / one.length;
    },
    [
      `data:image/svg+xml;base64,${svg.bytes.toString("base64")}`,
      `data:image/png;base64,${png.bytes.toString("base64")}`,
    ],
  );
  expect(differing).toBeLessThan(0.02);
});

test("the invitation is copied formatted and plain, with the organizer's own words on top", async ({ page, arrive, control }) => {
  await arrive("organizer", sharePath(await control.event("Opening of the Tokyo laboratory")));
  const share = new SharePage(page);

  await share.message.fill("Dear all,\nplease <b>come</b>.");
  await expect(share.preview).toContainText("please <b>come</b>.");
  await expect(share.preview).toContainText("(Tokyo)");
  await expect(share.preview).toContainText("(Berlin)");
  await share.button("Copy invitation").click();
  await expect(page.getByText("Invitation copied")).toBeVisible();
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType("text/html")).text();
  });
  expect(html).toContain("please &lt;b&gt;come&lt;/b&gt;.");
  expect(html).toMatch(/<a [^>]*href="https:\/\/teams\.microsoft\.com/);

  await share.button("Copy as plain text").click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^Opening of the Tokyo laboratory\n\nDear all,\nplease <b>come<\/b>\./);
});

test("the invitation opens in the mail program and is saved as a mail", async ({ page, arrive, control }) => {
  await arrive("organizer", sharePath(await control.event("Family day: guided tours")));
  const share = new SharePage(page);

  const link = new URL((await page.getByRole("link", { name: "Open in mail program" }).getAttribute("href"))!);
  expect(link.protocol).toBe("mailto:");
  expect(link.searchParams.get("subject")).toBe("Family day: guided tours");
  // whoever has to register isn't sent past the registration
  expect(link.searchParams.get("body")).toContain("https://events.teams.microsoft.com/event/");
  expect(link.searchParams.get("body")).not.toContain("meetup-join");

  const { name, text } = await share.file("Download as e-mail file");
  expect(name).toBe("Family-day-guided-tours.eml");
  expect(text).toContain("\r\nSubject: Family day: guided tours\r\n");
  expect(text).toContain("filename=\"event.ics\"");
});

test("a portal gets a card with title, time and link", async ({ page, arrive, control }) => {
  await arrive("organizer", sharePath(await control.event("Family day: guided tours")));
  const share = new SharePage(page);

  await share.button("Copy embed code").click();
  await expect(page.getByText("Embed code copied")).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  await page.setContent(code);
  await expect(page.getByText("Family day: guided tours")).toBeVisible();
  await expect(page.getByRole("link", { name: "Register" })).toHaveAttribute("href", /events\.teams\.microsoft\.com/);
});

test("a session that can't be read says so, and is read on asking", async ({ page, arrive, control }) => {
  const event = await control.event("First quarter results");
  await control.fault({ match: { origin: "graph", method: "GET", path_regex: "/sessions/" }, status: 403, times: 1 });
  await arrive("organizer", sharePath(event));
  const links = new SharePage(page).section("Links");

  await links.getByRole("button", { name: "Try again" }).click();
  await expect(links.getByText("Meeting ID", { exact: true })).toBeVisible();
});
