// What the relay holds with permissions of its own, for those who may see it.

import { Notifications } from "./pages/notifications";
import { expect, test } from "./relayed";

const ALL_EVENTS = "All events made in your organization (applications only)";

test("an administrator hands a subscription over to the relay, hears of it, and ends it", async ({ page, arrive, control, relay }) => {
  await arrive("administrator", "/notifications");
  const notifications = new Notifications(page);
  const { held } = notifications;
  await expect(held).toContainText("The relay holds none.");

  const dialog = await notifications.build();
  await dialog.getByLabel("What to watch").selectOption(ALL_EVENTS);
  await expect(dialog.getByText("The relay can hold it with its own permissions.")).toBeVisible();
  await dialog.getByRole("button", { name: "Hand over to the relay" }).click();
  await expect(dialog).toBeHidden();
  await notifications.heldIsActive();
  const [kept] = await control.subscriptions();
  expect(kept.resource).toBe("solutions/virtualEvents/events");
  expect(kept.notificationUrl).toContain(relay.url);

  await control.notify({ subscription: kept.id });
  await expect(notifications.entries.filter({ hasText: /^New event/ })).toHaveCount(1);

  await held.getByRole("button", { name: "Delete" }).click();
  await expect.poll(async () => {
    await held.getByRole("button", { name: "Read again" }).click();
    return held.getByRole("listitem").count();
  }).toBe(0);
  await expect.poll(() => control.subscriptions()).toEqual([]);
});

test("who lacks the role sees nothing of it, and is told why", async ({ page, arrive, relay: _ }) => {
  await arrive("organizer", "/notifications");
  const notifications = new Notifications(page);
  await expect(notifications.live).toBeVisible();
  await expect(notifications.held).toBeHidden();
  const dialog = await notifications.build();
  await dialog.getByLabel("What to watch").selectOption(ALL_EVENTS);
  await expect(dialog.getByText("users with its role Feed.Read.All; you don't have it")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Hand over to the relay" })).toBeHidden();
});

test("the live list knows when a call began: the relay opens what Graph encrypted for it", async ({ page, arrive, control, relay: _ }) => {
  // given a session whose link is known
  const event = await control.event("Roll-out of the new sign-in");
  await arrive("administrator", "/live");
  const row = page.getByRole("article").filter({ hasText: event.title });
  const join = await row.getByRole("link", { name: "Join" }).getAttribute("href");

  // when its call is watched by the relay, and begins
  await page.getByRole("banner").getByRole("link", { name: /^Notifications/ }).click();
  const notifications = new Notifications(page);
  const { held } = notifications;
  await expect(held).toBeVisible();
  const dialog = await notifications.build();
  await dialog.getByLabel("What to watch").selectOption("The call behind a session (applications only)");
  await dialog.getByLabel("Join link of the session").fill(join!);
  await dialog.getByRole("button", { name: "Hand over to the relay" }).click();
  await expect(dialog).toBeHidden();
  await notifications.heldIsActive();
  const [kept] = await control.subscriptions();
  await control.notify({ subscription: kept.id });

  // then it is told, and the live list says when
  await expect(notifications.entries.filter({ hasText: "The call of a session started" })).toHaveCount(1);
  await page.getByRole("link", { name: "Live" }).click();
  await expect(row).toContainText(/The call began at \d/);
});
