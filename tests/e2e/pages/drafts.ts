// The unfinished drafts on the board, and their keeping in the form.

import { expect, type Locator, type Page } from "@playwright/test";

export class Drafts {
  constructor(readonly page: Page) {}

  private get list(): Locator {
    return this.page.getByRole("region", { name: "Unfinished" });
  }

  get items(): Locator {
    return this.list.getByRole("listitem");
  }

  open(title: string): Locator {
    return this.list.getByRole("link", { name: title });
  }

  discard(title: string): Locator {
    return this.list.getByRole("button", { name: `Discard ${title}` });
  }

  /** Waits until the form says that it keeps what is typed. */
  async kept() {
    await expect(this.page.getByText("Kept in this browser just now")).toBeVisible();
  }
}
