// The access check.

import type { Locator, Page } from "@playwright/test";

export class AccessPage {
  constructor(readonly page: Page) {}

  get heading(): Locator {
    return this.page.getByRole("heading", { level: 1, name: "Access check" });
  }

  get checkAll(): Locator {
    return this.page.getByRole("button", { name: "Check all" });
  }

  get stop(): Locator {
    return this.page.getByRole("button", { name: "Stop" });
  }

  get copyReport(): Locator {
    return this.page.getByRole("button", { name: "Copy report" });
  }

  /** How far the checks are, then how they came out. */
  get standing(): Locator {
    return this.page.getByRole("region", { name: "Access check" }).getByRole("status");
  }

  /** A check or a permission, by words of its sentence. */
  row(words: string | RegExp): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: words });
  }

  permission(name: string): Locator {
    return this.page.getByRole("region", { name: "Permissions" }).getByRole("listitem").filter({ hasText: name });
  }

  try(phrase: string): Locator {
    return this.page.getByRole("button", { name: `Try: ${phrase}`, exact: true });
  }

  /** The exact answer of a row, unfolded. */
  async answer(row: Locator): Promise<string> {
    await row.getByText("Exact answer").first().click();
    return (await row.getByRole("region", { name: "Exact answer" }).textContent()) ?? "";
  }
}
