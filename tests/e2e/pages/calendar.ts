// The calendar.

import type { Locator, Page } from "@playwright/test";

export class Calendar {
  constructor(readonly page: Page) {}

  get heading(): Locator {
    return this.page.getByRole("heading", { level: 2 }).first();
  }

  get grid(): Locator {
    return this.page.getByRole("grid");
  }

  /** A day of the month's grid, by its date in words. */
  day(name: string | RegExp): Locator {
    return this.grid.getByRole("gridcell", { name });
  }

  /** A day of the week or of the agenda. */
  section(name: string | RegExp): Locator {
    return this.page.getByRole("region", { name });
  }

  view(name: "Month" | "Week" | "Agenda"): Locator {
    return this.page.getByRole("group", { name: "View" }).getByRole("button", { name });
  }

  button(name: "Back" | "Today" | "Forward"): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }
}
