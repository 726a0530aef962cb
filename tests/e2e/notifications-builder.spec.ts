// A new subscription to anything, and what a notification means.

import { isAccessible } from "./accessible";
import { Notifications } from "./pages/notifications";
import { expect, test, UPCOMING } from "./relayed";

test("without a relay the page says how changes come, and an address of one's own can be used", async ({ page, arrive, control }) => {
  await arrive("organizer", "/notifications");
  const notifications = new Notifications(page);
  await expect(notifications.how).toContainText("Your organization runs no relay for Rostrum");
  await expect(notifications.how).toContainText("You have no subscriptions.");
  const dialog = await notifications.build();

  // what Graph would refuse is said beside the fields before anything is sent
  await dialog.getByRole("button", { name: "Subscribe" }).click();
  const address = dialog.getByLabel("Notification address");
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription(/Enter an address that begins with https:\/\//);
  await address.fill("https://example.org/hook");
  await dialog.getByLabel("Lasts").selectOption("12 hours");
  await dialog.getByRole("button", { name: "Subscribe" }).click();
  await expect(dialog.getByLabel("Address for lifecycle notifications")).toBeFocused();
  await dialog.getByLabel("Lasts").selectOption("1 hour");
  expect(await control.journal((line) => line.method === "POST" && line.path.endsWith("/subscriptions"))).toEqual([]);

  // an address that doesn't answer Graph's question
  await dialog.getByRole("button", { name: "Subscribe" }).click();
  await expect(dialog.getByRole("alert")).toContainText("it didn't answer in time or not as it should");
  await expect(address).toHaveValue("https://example.org/hook");
});

test("the exact request can be copied, with what was chosen", async ({ page, arrive, control }) => {
  await arrive("organizer", "/notifications");
  const dialog = await new Notifications(page).build();
  const event = await control.event(UPCOMING);
  await dialog.getByLabel("What to watch").selectOption("An event's sessions");
  await dialog.getByLabel("Event", { exact: true }).selectOption({ label: UPCOMING });
  await dialog.getByRole("checkbox", { name: "Changed" }).uncheck();
  await dialog.getByLabel("Notification address").fill("https://example.org/hook");
  await dialog.getByRole("button", { name: "Make one" }).click();
  const secret = await dialog.getByLabel("Client state").inputValue();
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  await dialog.getByText("Send it yourself").click();
  const json = JSON.parse((await dialog.getByRole("region", { name: "JSON" }).locator("pre").textContent())!);
  expect(json).toMatchObject({
    resource: `solutions/virtualEvents/townhalls/${event.id}/sessions`,
    changeType: "created",
    notificationUrl: "https://example.org/hook",
    clientState: secret,
  });
  await expect(dialog.getByRole("region", { name: "curl" })).toContainText("curl -X POST");
  await expect(dialog.getByRole("region", { name: "PowerShell" })).toContainText("Invoke-MgGraphRequest");
});

test("what only applications may is said before the attempt", async ({ page, arrive, control }) => {
  await arrive("organizer", "/notifications");
  const dialog = await new Notifications(page).build();
  await dialog.getByLabel("What to watch").selectOption("All events made in your organization (applications only)");
  await expect(dialog.getByText("Only an application may subscribe to this")).toBeVisible();
  await expect(dialog.getByText("Application permission VirtualEvent.Read.All.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Subscribe" })).toBeHidden();
  await dialog.getByText("Send it yourself").click();
  await expect(dialog.getByRole("region", { name: "JSON" })).toContainText('"resource": "solutions/virtualEvents/events"');
  expect(await control.subscriptions()).toEqual([]);
});

test("through the relay nothing has to be typed, and one that exists is kept instead", async ({ page, arrive, control, relay: _ }) => {
  await arrive("organizer", "/notifications");
  const notifications = new Notifications(page);
  await expect(notifications.live).toBeVisible();
  for (const made of [true, false]) {
    const dialog = await notifications.build();
    await dialog.getByLabel("Event", { exact: true }).selectOption({ label: UPCOMING });
    await dialog.getByRole("button", { name: "Subscribe" }).click();
    if (made) {
      await expect(page.getByText("Subscribed", { exact: true })).toBeVisible();
    } else {
      await expect(dialog.getByText("There is such a subscription already")).toBeVisible();
      await dialog.getByRole("button", { name: "Keep that one alive here" }).click();
    }
    await expect(dialog).toBeHidden();
    await expect(notifications.subscriptions).toHaveCount(1);
  }
  expect(await control.subscriptions()).toHaveLength(1);
});

test("what a notification means is told of any that is pasted", async ({ page, arrive }) => {
  await arrive("organizer", "/notifications");
  await page.getByText("What does a notification mean?").click();
  const field = page.getByLabel("Paste a notification");
  const card = page.getByRole("group").filter({ has: field });

  await field.fill("validationToken=Validation%3a+Testing+client");
  await expect(card).toContainText("Validation: Testing client");
  await field.fill("hello");
  await expect(card).toContainText("That is no notification of Microsoft Graph");
  await field.fill(JSON.stringify({ value: [{
    changeType: "created",
    resource: "solutions/virtualEvents/webinars/w-1/registrations",
    resourceData: { "@odata.id": "solutions/virtualEvents/webinars/w-1/registrations/r-1" },
  }] }));
  await expect(card).toContainText("Somebody registered");
  await expect(card.getByRole("link", { name: "Open the event" })).toHaveAttribute("href", /\/webinars\/w-1$/);
  await field.fill(JSON.stringify({
    changeType: "deleted",
    resource: "communications/virtualEvents/events/e-1/virtualEventWebinar/registration/registrants/r-1",
  }));
  await expect(card).toContainText("Somebody took a registration back");
  await expect(card).toContainText("Written as in 2023");
});

test("accessible, and built by keyboard alone", async ({ page, arrive, relay: _ }) => {
  await arrive("organizer", "/notifications");
  const notifications = new Notifications(page);
  await expect(notifications.live).toBeVisible();
  await isAccessible(page, "notifications, empty");
  await page.getByRole("button", { name: "New subscription" }).focus();
  await page.keyboard.press("Enter");
  await expect(notifications.dialog).toBeVisible();
  await isAccessible(page, "notifications, new subscription");
  const submit = notifications.dialog.getByRole("button", { name: "Subscribe" });
  await submit.focus();
  await page.keyboard.press("Enter");
  await expect(notifications.subscriptions).toHaveCount(1);
  await isAccessible(page, "notifications, one subscription");
});

test("an account that may not use the relay asks for it once, and comes back", async ({ page, arrive, control, emulator, relay: _ }) => {
  const { relay } = await emulator.ask("GET", "/state");
  await control.consent("ana.ruiz@northlight.example", { revoke: [`api://${relay.clientId}/Feed.Read`] });
  await arrive("organizer", "/notifications");
  const notifications = new Notifications(page);
  await expect(notifications.how).toContainText("Your account may not use the relay yet");
  await notifications.how.getByRole("button", { name: "Ask for access to the relay" }).click();
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page).toHaveURL(/\/notifications$/);
  await expect(notifications.live).toBeVisible();
});
