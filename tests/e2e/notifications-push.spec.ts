// Web Push: the real service worker takes what is delivered; the browser maker's push service, which
// no test can reach, is stood in for.

import type { Page } from "@playwright/test";
import { EventPage } from "./pages/event";
import { expect, test } from "./fixtures";
import { Notifications, notificationsPath } from "./pages/notifications";

const UPCOMING = "First quarter results";
const ENDPOINT = "https://fcm.googleapis.com/fcm/send/this-browser";

/** A push service that takes everybody: keys are real, the address is one that Graph knows. */
async function pushService(page: Page) {
  await page.context().grantPermissions(["notifications"]);
  await page.addInitScript((endpoint) => {
    const base64url = (bytes: ArrayBuffer | Uint8Array) =>
      btoa(String.fromCharCode(...new Uint8Array(bytes as ArrayBuffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    const kept = () => JSON.parse(localStorage.getItem("test.push") ?? "null");
    const subscription = (plain: unknown) => ({
      toJSON: () => plain,
      unsubscribe: async () => localStorage.removeItem("test.push"),
    });
    Object.assign(PushManager.prototype, {
      subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
        if (atob(applicationServerKey.replaceAll("-", "+").replaceAll("_", "/")).length !== 65) throw new Error("no key of P-256");
        const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
        const p256dh = base64url(await crypto.subtle.exportKey("raw", pair.publicKey));
        const plain = { endpoint, keys: { p256dh, auth: base64url(crypto.getRandomValues(new Uint8Array(16))) } };
        localStorage.setItem("test.push", JSON.stringify(plain));
        return subscription(plain);
      },
      getSubscription: async () => (kept() ? subscription(kept()) : null),
    });
  }, ENDPOINT);
}

/** Delivers a body to the page's service worker, as the browser does with what was decrypted. */
async function deliver(page: Page, body: unknown) {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.deliverPushMessage", {
    origin: new URL(page.url()).origin,
    registrationId: await registered,
    data: JSON.stringify(body),
  });
  await session.detach();
}

test("switched on, this browser is told itself, without a relay", async ({ page, arrive, control }) => {
  await pushService(page);
  const event = await control.event(UPCOMING);
  await arrive("organizer", "/notifications");
  const notifications = new Notifications(page);
  await expect(notifications.how).toContainText("Your organization runs no relay");
  await page.getByText("Web Push (new)").click();
  await page.getByRole("checkbox", { name: "Let Microsoft Graph tell this browser" }).click();
  await expect(notifications.how).toContainText("Microsoft pushes changes straight to this browser");

  await page.goto(notificationsPath(event));
  await notifications.watchEvent();
  const kept = await control.subscriptions();
  expect(kept.map(({ notificationUrl }) => notificationUrl)).toEqual(Array(4).fill(ENDPOINT));
  await expect(notifications.subscriptions.first()).toContainText("Pushed to a browser");

  // what Graph would push reaches the page, which reads what changed
  await control.change(event, { title: "Pushed here" });
  const itself = kept.find(({ resource }) => resource.endsWith(`/${event.id}`))!;
  await deliver(page, { value: [{
    subscriptionId: itself.id,
    changeType: "updated",
    resource: itself.resource,
    resourceData: { "@odata.id": itself.resource, id: itself.resource },
  }] });
  await expect(new EventPage(page).title("Pushed here")).toBeVisible();
  await expect(notifications.entries.filter({ hasText: /^Changed/ })).toContainText(`Renamed; was “${event.title}”`);
});

test("a browser that refuses says so, and goes on asking", async ({ page, arrive }) => {
  await page.addInitScript(() => Object.defineProperty(Notification, "permission", { get: () => "denied" }));
  await arrive("organizer", "/notifications");
  await page.getByText("Web Push (new)").click();
  const wanted = page.getByRole("checkbox", { name: "Let Microsoft Graph tell this browser" });
  await wanted.click();
  await expect(page.getByText("This browser doesn't allow it")).toBeVisible();
  await expect(wanted).not.toBeChecked();
  await expect(new Notifications(page).how).toContainText("Your organization runs no relay");
});
