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
}
