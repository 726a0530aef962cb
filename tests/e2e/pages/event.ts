// The page of one event.

import { expect, type Locator, type Page } from "@playwright/test";

export class EventPage {
  constructor(readonly page: Page) {}

  title(name: string): Locator {
    return this.page.getByRole("heading", { name, level: 1, exact: true });
  }

  /** Status, kind and role above the title. */
  get standing(): Locator {
    return this.page.locator(".event-head .meta").first();
  }

  /** When it is, on one clock or two. */
  get clocks(): Locator {
    return this.page.locator(".event-head .clocks");
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  link(name: string): Locator {
    return this.page.getByRole("link", { name, exact: true });
  }

  /** The value of one property. */
  fact(name: string): Locator {
    return this.page.locator("dt", { hasText: new RegExp(`^${name}$`) }).locator("xpath=following-sibling::dd[1]");
  }

  people(list: "Organizer" | "Co-organizers" | "Invited attendees"): Locator {
    const section = this.page.locator(".stack-tight", { has: this.page.getByRole("heading", { name: list, level: 3, exact: true }) });
    return section.getByRole("listitem");
  }

  /** What the signed-in person did to it, the newest first. */
  get recent(): Locator {
    return this.page.getByRole("region", { name: "What you changed" }).getByRole("listitem");
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** Answers the question that a button opened. */
  async answer(name: string) {
    await this.dialog.getByRole("button", { name, exact: true }).click();
  }

  async isFree(...buttons: string[]) {
    for (const name of buttons) await expect(this.button(name), name).toHaveCount(0);
  }
}

/** Address of an event's page. */
export function eventPath(event: { id: string; kind: string }): string {
  const folder = event.kind === "Webinar" ? "webinars" : "townhalls";
  return `/${folder}/${event.id}`;
}
