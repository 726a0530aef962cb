// Notifications as they look: without violations that axe can see, and whole at 320 pixels.

import { isAccessible } from "./accessible";
import { fits } from "./fits";
import { EventPage } from "./pages/event";
import { Notifications, notificationsPath } from "./pages/notifications";
import { TUESDAY_AT_TEN } from "./fixtures";
import { expect, test, UPCOMING } from "./relayed";

// four looks at each of several states
test.slow();

test("watched, told, and in trouble", async ({ page, arrive, control, relay: _ }) => {
  const event = await control.event(UPCOMING);
  await arrive("organizer", notificationsPath(event));
  const notifications = new Notifications(page);
  await notifications.watchByRelay();
  await control.change(event, { title: "Results, corrected" });
  await expect(notifications.entries.filter({ hasText: "Renamed" })).toHaveCount(1);
  await expect(new EventPage(page).title("Results, corrected")).toBeVisible();
  await isAccessible(page, "an event's notifications");

  await expect(notifications.subscriptions.first()).toContainText(/Ends in 23 h \d+ min, renewed while Rostrum is open/);

  await page.setViewportSize({ width: 320, height: 640 });
  await fits(page, "an event's notifications");
  // the row of parts is longer than the page is wide: the one that is shown is in sight
  await page.reload();
  const parts = page.getByRole("navigation", { name: "Parts of this event" });
  await expect(parts.getByRole("link", { name: "Notifications" })).toBeInViewport({ ratio: 0.95 });
  await notifications.bell.click();
  await expect(notifications.subscriptions).toHaveCount(4);
  await fits(page, "all notifications");
  await isAccessible(page, "all notifications");

  await control.fault({ match: { origin: "graph", method: "PATCH", path_regex: "/subscriptions/" }, status: 403, times: 1 });
  const first = notifications.subscriptions.first();
  await first.getByRole("button", { name: /^Renew/ }).click();
  await expect(first).toContainText("organizer");
  await fits(page, "a refused renewal");
  await isAccessible(page, "a refused renewal");

  await notifications.build();
  await fits(page, "new subscription");
  await notifications.dialog.getByText("Send it yourself").click();
  await fits(page, "the exact request");
});

test("missed, and pasted", async ({ page, arrive }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await arrive("organizer", "/notifications");
  const notifications = new Notifications(page);
  await expect(notifications.how).toContainText("Your organization runs no relay for Rostrum");
  await page.getByText("What does a notification mean?").click();
  await page.getByLabel("Paste a notification").fill(JSON.stringify({
    changeType: "created",
    resource: "communications/virtualEvents/events/e-1/virtualEventWebinar/registration/registrants/r-1",
  }));
  await expect(page.getByText("Somebody registered")).toBeVisible();
  await fits(page, "pasted");
  await isAccessible(page, "pasted");
});

test("what a host says instead of the configuration isn't taken for one", async ({ page, arrive, relay: _ }) => {
  // given a host that is busy once the app has started, before sign-in and after it
  let starts = 2;
  await page.route("**/config.json", (route) => {
    starts -= 1;
    return starts < 0 ? route.fulfill({ status: 503, contentType: "text/html", body: "<h1>Busy</h1>" }) : route.continue();
  });
  await arrive("organizer");
  const notifications = new Notifications(page);
  await notifications.bell.click();
  await expect(notifications.how).toContainText("Looking how notifications come to this browser");
  await expect.poll(() => starts).toBeLessThan(0);

  // when it has time again, then the relay is found
  starts = Infinity;
  await expect(notifications.live).toBeVisible({ timeout: 20_000 });
});

test.describe("with a clock that is wrong by months", () => {
  test.use({ at: TUESDAY_AT_TEN });

  test("a relay that refuses the sign-in says so, and not that it can't be reached", async ({ page, arrive, relay: _ }) => {
    await arrive("organizer", "/notifications");
    const { how } = new Notifications(page);
    await expect(how).toContainText("The relay doesn't accept your sign-in");
    await expect(how).toContainText("(status 401); the next try is");
  });
});
