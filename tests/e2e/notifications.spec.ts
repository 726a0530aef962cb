// Notifications through the relay: the emulator's Graph, the real relay on each of its stores, the
// app.

import type { Page } from "@playwright/test";
import { AttendancePage } from "./pages/attendance";
import { Board } from "./pages/board";
import { EventPage } from "./pages/event";
import { Notifications, notificationsPath } from "./pages/notifications";
import { expect, test, UPCOMING } from "./relayed";

for (const store of ["sqlite", "redis"] as const) {
  test.describe(`stored by ${store}`, () => {
    test.use({ store });

    test("one button watches an event, and what somebody else changes shows everywhere", async ({ page, arrive, control, relay }) => {
      // given an event that is watched
      const event = await control.event(UPCOMING);
      await arrive("organizer", notificationsPath(event));
      const notifications = new Notifications(page);
      await notifications.watchByRelay();
      const kept = await control.subscriptions();
      expect(kept.map(({ resource }) => resource).sort()).toEqual(
        ["", "/getAttendanceReports", "/getVideoOnDemandPublication", "/sessions"].map(
          (rest) => `solutions/virtualEvents/townhalls/${event.id}${rest}`,
        ),
      );
      expect(kept.every(({ notificationUrl }) => notificationUrl.startsWith(`${relay.url}/notify/`))).toBe(true);

      // when a colleague renames it
      await control.change(event, { title: "Results, corrected" });

      // then the page says so, and what changed
      await expect(new EventPage(page).title("Results, corrected")).toBeVisible();
      const entry = notifications.entries.filter({ hasText: /^Changed/ }).first();
      await expect(entry).toContainText(`Renamed; was “${event.title}”`);

      // and so does the board, without being read again
      await control.forget();
      await page.getByRole("link", { name: "Board" }).click();
      await expect(new Board(page).row("Results, corrected")).toBeVisible();
      expect(await control.journal((line) => line.path.includes("$batch"))).toEqual([]);
    });

    test("what comes while the relay is down arrives once when it is back", async ({ page, arrive, control, relay }) => {
      const event = await control.event(UPCOMING);
      await arrive("organizer", notificationsPath(event));
      const notifications = new Notifications(page);
      await notifications.watchByRelay();

      await relay.kill();
      await expect(notifications.how).toContainText("The relay can't be reached");
      await control.change(event, { title: "Changed in the dark" });
      await relay.again();

      await expect(notifications.live).toBeVisible({ timeout: 30_000 });
      await expect(notifications.entries.filter({ hasText: /^Changed/ })).toHaveCount(1, { timeout: 30_000 });
      await expect(new EventPage(page).title("Changed in the dark")).toBeVisible();
    });
  });
}

test("who comes back sees what was missed, once", async ({ page, arrive, control }) => {
  await arrive("organizer");
  await expect(new Board(page).rows.first()).toBeVisible();
  const event = await control.event(UPCOMING);
  const notifications = new Notifications(page);
  await notifications.bell.click();
  await expect(notifications.how).toBeVisible();
  await expect.poll(() => seenIsKept(page)).toBe(true);
  await expect(notifications.away).toBeHidden();

  await control.change(event, { title: "Renamed meanwhile" });
  await page.goto("/notifications");
  await expect(notifications.away.getByRole("listitem")).toHaveText(`Renamed meanwhileRenamed; was “${event.title}”`);
  await notifications.away.getByRole("button", { name: "Got it" }).click();
  await expect(notifications.away).toBeHidden();
  await page.reload();
  await expect(notifications.how).toBeVisible();
  await expect(notifications.away).toBeHidden();
});

test("two tabs hear through one stream, and both show it", async ({ page, arrive, control, relay: _ }) => {
  const event = await control.event(UPCOMING);
  await arrive("organizer", notificationsPath(event));
  const notifications = new Notifications(page);
  await notifications.watchByRelay();

  const other = await page.context().newPage();
  const streams: string[] = [];
  other.on("request", (request) => {
    if (request.url().endsWith("/feed") && request.method() === "GET") streams.push(request.url());
  });
  await other.goto(notificationsPath(event));
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  const there = new Notifications(other);
  await expect(there.live).toBeVisible();
  await control.change(event, { title: "Heard by both" });
  for (const tab of [notifications, there]) {
    await expect(tab.entries.filter({ hasText: /^Changed/ })).toHaveCount(1);
    await expect(new EventPage(tab.page).title("Heard by both")).toBeVisible();
  }
  expect(streams).toEqual([]);
});

test("an attendance report shows as soon as Graph tells of it", async ({ page, arrive, control, relay: _ }) => {
  const event = await control.event("Results of the employee survey");
  await control.attendance(event, { reports: false });
  await arrive("organizer", notificationsPath(event));
  const notifications = new Notifications(page);
  await notifications.watchEvent();
  const parts = page.getByRole("navigation", { name: "Parts of this event" });
  await parts.getByRole("link", { name: "Attendance" }).click();
  await expect(page.getByRole("main")).toContainText("There is no report");

  await control.attendance(event, { reports: true });
  const all = await control.subscriptions();
  await control.notify({ subscription: all.find(({ resource }) => resource.endsWith("/getAttendanceReports"))!.id });
  await new AttendancePage(page).isRead();
});

/** Whether this browser remembers the events as they were seen. */
function seenIsKept(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open("rostrum");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const keys = opening.result.transaction("notifications").objectStore("notifications").getAllKeys();
          keys.onerror = () => reject(keys.error);
          keys.onsuccess = () => {
            opening.result.close();
            resolve(keys.result.some((key) => String(key).endsWith("/events")));
          };
        };
      }),
  );
}
