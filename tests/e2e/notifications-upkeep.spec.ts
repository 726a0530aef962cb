// Subscriptions in the list: renewed, authorized again, gone, deleted, adopted.

import type { Page } from "@playwright/test";
import type { Control, Subscribed } from "./control";
import { Notifications, notificationsPath } from "./pages/notifications";
import { expect, test, UPCOMING } from "./relayed";

const ITSELF = "The event itself";

/** The event is watched; the subscription to the event itself. */
async function watched(page: Page, arrive: (as: "organizer", at: string) => Promise<void>, control: Control) {
  const event = await control.event(UPCOMING);
  await arrive("organizer", notificationsPath(event));
  const notifications = new Notifications(page);
  await notifications.watchEvent();
  const itself = (all: Subscribed[]) => all.find(({ resource }) => resource.endsWith(`/${event.id}`))!;
  const row = notifications.subscription(ITSELF);
  return { event, notifications, itself, row, kept: itself(await control.subscriptions()) };
}

/** Lets the clocks of Graph and of the page show a moment so many minutes from now. */
async function later(page: Page, control: Control, minutes: number) {
  const moment = new Date(Date.now() + minutes * 60_000);
  await control.turnTo(moment.toISOString());
  await page.clock.setFixedTime(moment);
}

const patches = (control: Control, id: string) =>
  control.journal((line) => line.method === "PATCH" && line.path.includes(id));

test("a subscription is renewed before its authorization ends, and not again right after", async ({ page, arrive, control, relay: _ }) => {
  const { kept, row } = await watched(page, arrive, control);
  await expect(row).toContainText("Active");
  expect(await patches(control, kept.id)).toEqual([]);

  await later(page, control, 46);
  await expect.poll(() => patches(control, kept.id)).toHaveLength(1);
  await expect(row).toContainText("renewed while Rostrum is open");

  await later(page, control, 56);
  const parts = page.getByRole("navigation", { name: "Parts of this event" });
  await parts.getByRole("link", { name: "Overview" }).click();
  await parts.getByRole("link", { name: "Notifications" }).click();
  await expect(row).toContainText("Active");
  expect(await patches(control, kept.id)).toHaveLength(1);
});

test("reauthorizing waits ten minutes after a renewal, and Graph's wish for it is met by one", async ({ page, arrive, control, relay: _ }) => {
  const { kept, row, notifications } = await watched(page, arrive, control);
  await expect(row.getByRole("button", { name: "Reauthorize" })).toBeDisabled();
  await control.lifecycle(kept.id, "reauthorizationRequired");
  await expect(notifications.bell).toHaveAccessibleName("Notifications, 1 new");
  expect(await patches(control, kept.id)).toEqual([]);

  await later(page, control, 11);
  await row.getByRole("button", { name: "Reauthorize" }).click();
  await expect(page.getByText("Authorized again", { exact: true })).toBeVisible();
  expect(await control.journal((line) => line.path.endsWith("/reauthorize"))).toHaveLength(1);

  await later(page, control, 22);
  await control.lifecycle(kept.id, "reauthorizationRequired");
  await expect.poll(() => patches(control, kept.id)).toHaveLength(1);
});

test("what somebody deleted elsewhere is subscribed again", async ({ page, arrive, control, emulator, relay: _ }) => {
  const asked = page.waitForRequest((request) => request.url().includes("/subscriptions") && request.method() === "GET");
  const { kept, row, notifications, itself } = await watched(page, arrive, control);
  const headers = { authorization: (await (await asked).allHeaders()).authorization };
  const gone = await fetch(`${emulator.graph}/v1.0/subscriptions/${kept.id}`, { method: "DELETE", headers });
  expect(gone.status).toBe(204);

  await page.goto("/notifications");
  await expect.poll(async () => itself(await control.subscriptions())?.id ?? kept.id).not.toBe(kept.id);
  await expect(row).toContainText("Active");
  await expect(notifications.subscriptions).toHaveCount(4);
});

test("a renewal that is refused says why, and one that fails is tried again", async ({ page, arrive, control, relay: _ }) => {
  const { kept, row } = await watched(page, arrive, control);
  await control.fault({ match: { origin: "graph", method: "PATCH", path_regex: kept.id }, status: 403 });
  await row.getByRole("button", { name: "Renew", exact: true }).click();
  await expect(row).toContainText("Active, with a problem");
  await expect(row).toContainText("Only organizers and co-organizers of the event can subscribe");
  await page.goto("/notifications");
  await expect(new Notifications(page).how).toContainText("1 couldn't be renewed");

  await control.mend();
  await later(page, control, 46);
  await expect(row).not.toContainText("with a problem");
});

test("one is left alone, taken back and deleted; its feed goes with it", async ({ page, arrive, control, relay: _ }) => {
  const { kept, row, notifications } = await watched(page, arrive, control);
  await row.getByRole("button", { name: "Stop renewing" }).click();
  await expect(row).toContainText("not renewed by Rostrum");
  await later(page, control, 46);
  await expect.poll(() => control.journal((line) => line.method === "PATCH")).toHaveLength(3);
  expect(await patches(control, kept.id)).toEqual([]);
  await row.getByRole("button", { name: "Keep alive here" }).click();
  await expect.poll(() => patches(control, kept.id)).toHaveLength(1);

  await row.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Subscription deleted")).toBeVisible();
  await expect(notifications.subscriptions).toHaveCount(3);
  expect((await control.subscriptions()).map(({ id }) => id)).not.toContain(kept.id);

  await notifications.unwatch.click();
  await expect(notifications.watch).toBeVisible();
  expect(await control.subscriptions()).toEqual([]);
});

test("another browser knows what there is, and keeps it alive only when asked", async ({ page, arrive, control, browser, emulator, signIn, relay: _ }) => {
  const { event, kept } = await watched(page, arrive, control);
  const elsewhere = await browser.newContext({ baseURL: emulator.app });
  const other = await elsewhere.newPage();
  await other.goto(notificationsPath(event));
  await signIn("organizer", other);
  const there = new Notifications(other);
  const row = there.subscription(ITSELF);
  await expect(row).toContainText("not renewed by Rostrum");
  await expect(row).toContainText("Through the relay");
  await row.getByRole("button", { name: "Keep alive here" }).click();
  await expect(row).toContainText("renewed while Rostrum is open");
  expect((await control.subscriptions()).map(({ id }) => id)).toContain(kept.id);
  await elsewhere.close();
});
