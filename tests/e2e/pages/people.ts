// The people of an event, and lists that are pasted.

import type { Locator, Page } from "@playwright/test";

export class People {
  constructor(readonly page: Page) {}

  get presenters(): Locator {
    return this.page.getByRole("list", { name: "Presenters" }).getByRole("listitem");
  }

  /** Those on one of the lists that are kept as a whole. */
  list(name: "Co-organizers" | "Invited attendees"): Locator {
    return this.page.getByRole("list", { name, exact: true }).getByRole("listitem");
  }

  get add(): Locator {
    return this.page.getByRole("combobox", { name: "Add presenters" });
  }

  async pick(name: string) {
    await this.add.fill(name);
    await this.page.getByRole("option", { name: new RegExp(name, "i") }).first().click();
  }

  get go(): Locator {
    return this.page.getByRole("button", { name: /^Add \d+ presenters?$/ });
  }

  /** The progress or the report of a run. */
  get run(): Locator {
    return this.page.locator("section.run");
  }

  async paste(text: string) {
    await this.page.getByRole("button", { name: "Paste a list" }).first().click();
    await this.page.getByRole("textbox", { name: "Names and addresses" }).fill(text);
    await this.page.getByRole("button", { name: "Look up" }).click();
  }
}
