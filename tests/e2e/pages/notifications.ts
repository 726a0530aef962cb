// Notifications: the page of all, and an event's part.

import { expect, type Locator, type Page } from "@playwright/test";
import { eventPath } from "./event";
import type { Kept } from "../control";

export const notificationsPath = (event: Kept) => `${eventPath(event)}/notifications`;

export class Notifications {
  constructor(readonly page: Page) {}

  get how(): Locator {
    return this.page.getByRole("region", { name: "How they come" });
  }

  get live(): Locator {
    return this.how.getByText("Live: changes come through your organization's relay");
  }

  get watch(): Locator {
    return this.page.getByRole("button", { name: "Notify me about this event" });
  }

  get unwatch(): Locator {
    return this.page.getByRole("button", { name: "Stop notifying me" });
  }

  get feed(): Locator {
    return this.page.getByRole("region", { name: /^What has happened/ });
  }

  /** What has come in, newest first. */
  get entries(): Locator {
    return this.feed.getByRole("listitem");
  }

  get list(): Locator {
    return this.page.getByRole("region", { name: "Subscriptions" });
  }

  get subscriptions(): Locator {
    return this.list.locator("li.subscription");
  }

  subscription(what: string): Locator {
    return this.subscriptions.filter({ hasText: what });
  }

  get away(): Locator {
    return this.page.getByRole("region", { name: "While you were away" });
  }

  get bell(): Locator {
    return this.page.getByRole("banner").getByRole("link", { name: /^Notifications/ });
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog", { name: "New subscription" });
  }

  /** Watches the event whose part is open, once the relay is heard. */
  async watchByRelay() {
    await expect(this.live).toBeVisible();
    await this.watchEvent();
  }

  /** Watches the town hall whose part is open: itself, its sessions, its reports, its recording. */
  async watchEvent() {
    await this.watch.click();
    await expect(this.subscriptions).toHaveCount(4);
  }

  /** What the relay holds itself. */
  get held(): Locator {
    return this.page.getByRole("region", { name: "Held by the relay" });
  }

  /** Reads what the relay holds until the one is active. */
  async heldIsActive() {
    await expect.poll(async () => {
      await this.held.getByRole("button", { name: "Read again" }).click();
      return this.held.getByRole("listitem").textContent();
    }).toContain("Active");
  }

  /** Opens the form for a new subscription. */
  async build(): Promise<Locator> {
    await this.page.getByRole("button", { name: "New subscription" }).click();
    return this.dialog;
  }
}
