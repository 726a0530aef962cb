// A series in the making, and a series that is there.

import type { Locator, Page } from "@playwright/test";

export class Series {
  constructor(readonly page: Page) {}

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** The days that the rule names. */
  get days(): Locator {
    return this.page.getByRole("list", { name: "Days of the series" }).getByRole("listitem");
  }

  day(text: string | RegExp): Locator {
    return this.days.filter({ hasText: text });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  /** The town halls of a series that is there. */
  row(text: string | RegExp): Locator {
    return this.page.getByRole("table", { name: "Town halls of this series" }).getByRole("row").filter({ hasText: text });
  }

  /** What would become of each town hall. */
  get outcomes(): Locator {
    return this.page.getByRole("list", { name: "What becomes of each" }).getByRole("listitem");
  }
}
