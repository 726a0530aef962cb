// The live list.

import type { Locator, Page } from "@playwright/test";

export class Live {
  constructor(readonly page: Page) {}

  get clock(): Locator {
    return this.page.getByRole("timer");
  }

  group(name: "On now" | "Next" | "Earlier today"): Locator {
    return this.page.getByRole("region", { name });
  }

  /** One session within a group. */
  session(group: "On now" | "Next" | "Earlier today", title: string): Locator {
    return this.group(group).getByRole("article").filter({ hasText: title });
  }

  /** What screen readers hear of what changes by itself. */
  get news(): Locator {
    return this.page.getByRole("status", { name: "News of the sessions" });
  }

  /** How the list is kept right; folded at first. */
  get upkeep(): Locator {
    return this.page.locator("details.upkeep");
  }

  /** One line of it. */
  fact(name: string): Locator {
    const term = this.upkeep.locator("dt", { hasText: new RegExp(`^${name}$`) });
    return term.locator("xpath=following-sibling::dd[1]");
  }
}
