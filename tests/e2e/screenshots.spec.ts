// The pictures in docs/screenshots, the same each time. Every run makes them, beside its results;
// with ROSTRUM_SCREENSHOTS=1 they replace those in docs.

import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { TUESDAY_AT_TEN } from "./fixtures";
import { AttendancePage, attendancePath } from "./pages/attendance";
import { Board } from "./pages/board";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";
import { Import } from "./pages/import";
import { Live } from "./pages/live";
import { Notifications, notificationsPath } from "./pages/notifications";
import { begin } from "./pages/series";
import { expect, test, UPCOMING } from "./relayed";

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

test.use({ at: TUESDAY_AT_TEN, colorScheme: "light", contextOptions: { reducedMotion: "reduce" } });

async function picture(page: Page, name: string) {
  // neither a caret nor a focus ring that only a test would leave there
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.move(0, 0);
  const docs = fileURLToPath(new URL(`../../docs/screenshots/${name}.png`, import.meta.url));
  const path = process.env.ROSTRUM_SCREENSHOTS === "1" ? docs : test.info().outputPath(`${name}.png`);
  const drawn = await page.screenshot({ path, animations: "disabled", caret: "hide" });
  // more than an empty page
  expect(drawn.byteLength).toBeGreaterThan(20_000);
}

for (const [name, viewport] of [["board-desktop", DESKTOP], ["board-phone", PHONE]] as const) {
  test(name, async ({ page, arrive }) => {
    await page.setViewportSize(viewport);
    await arrive("organizer");
    await expect(new Board(page).row("January all hands")).toBeVisible();
    await picture(page, name);
  });
}

test("event-desktop", async ({ page, arrive, control }) => {
  await page.setViewportSize(DESKTOP);
  await arrive("organizer", eventPath(await control.event("Opening of the Tokyo laboratory")));
  await expect(new EventPage(page).button("Copy attendee link")).toBeVisible();
  await picture(page, "event-desktop");
});

test("form-desktop", async ({ page, arrive }) => {
  const form = new Form(page);
  await page.setViewportSize(DESKTOP);
  await arrive("organizer", "/townhalls/new");
  await form.title.fill("Spring town hall: where we are, where we go");
  await form.field("Description").fill("Half an hour of news, half an hour of your questions.");
  await form.starts("2027-03-30", "15:00");
  await form.zone("Tokyo");
  await form.group("Length").getByRole("button", { name: "90 min" }).click();
  await page.evaluate(() => scrollTo(0, 0));
  await picture(page, "form-desktop");
});

test("live-desktop", async ({ page, arrive }) => {
  await page.setViewportSize(DESKTOP);
  await arrive("organizer", "/live");
  const live = new Live(page);
  for (const [group, title] of [["On now", "January all hands"], ["Next", "Ask the board anything"]] as const)
    await expect(live.session(group, title).getByRole("link", { name: "Join" })).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
  await picture(page, "live-desktop");
});

test("live-wall", async ({ page, arrive }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await arrive("organizer", "/live");
  await page.goto("/live?wall=1");
  await expect(new Live(page).session("On now", "January all hands")).toBeVisible();
  await expect(page.locator(".skeleton:visible")).toHaveCount(0);
  await picture(page, "live-wall");
});

test("calendar-desktop", async ({ page, arrive }) => {
  await page.setViewportSize(DESKTOP);
  await arrive("organizer", "/calendar");
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page.locator(".calendar-events a").first()).toBeVisible();
  await picture(page, "calendar-desktop");
});

test("series-desktop", async ({ page, arrive }) => {
  await page.setViewportSize(DESKTOP);
  await arrive("organizer", "/townhalls/new");
  const series = await begin(page, "Weekly town hall", "2027-02-02", "10:00");
  await series.field("How many times").fill("9");
  await expect(series.button("Create 9 town halls")).toBeVisible();
  await picture(page, "series-desktop");
});

test("import-desktop", async ({ page, arrive }) => {
  await page.setViewportSize(DESKTOP);
  await arrive("organizer", "/import");
  const pageOf = new Import(page);
  await pageOf.choose(
    [
      "Title,Start,Zone,Co-organizers",
      "Spring update,2027-03-30 10:00,Berlin,jonas.weber@northlight.example",
      "Summer update,2027-06-31 10:00,Berlin,",
      "Autumn update,2027-10-31 02:30,Berlin,",
      "Winter update,2027-12-14 16:00,Tokyo,",
    ].join("\n"),
  );
  await expect(pageOf.line(3)).toBeVisible();
  await picture(page, "import-desktop");
});

test("share-desktop", async ({ page, arrive, control }) => {
  await page.setViewportSize(DESKTOP);
  await arrive("organizer", `${eventPath(await control.event("First quarter results"))}/share`);
  await expect(page.locator(".qr")).toBeVisible();
  await picture(page, "share-desktop");
});

test("attendance-desktop", async ({ page, arrive, control }) => {
  await page.setViewportSize({ width: DESKTOP.width, height: 1_500 });
  await arrive("organizer", attendancePath(await control.event("Looking back at the year")));
  const attendance = new AttendancePage(page);
  await attendance.isRead();
  await expect(attendance.picture("Arrivals")).toBeVisible();
  await picture(page, "attendance-desktop");
});

test.describe("with a relay, whose clock is the real one", () => {
  test.use({ at: undefined });

  test("notifications-desktop", async ({ page, arrive, control, relay: _ }) => {
    await page.setViewportSize(DESKTOP);
    const event = await control.event(UPCOMING);
    await arrive("organizer", notificationsPath(event));
    const notifications = new Notifications(page);
    await notifications.watchByRelay();
    await control.change(event, { title: "First quarter results, with the board" });
    await expect(notifications.entries.filter({ hasText: "Renamed" })).toHaveCount(1);
    await notifications.bell.click();
    await expect(notifications.entries.filter({ hasText: "Renamed" })).toHaveCount(1);
    await expect(notifications.subscriptions).toHaveCount(4);
    await picture(page, "notifications-desktop");
  });
});
