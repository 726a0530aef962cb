// The board.

import type { Locator, Page } from "@playwright/test";

export class Board {
  constructor(readonly page: Page) {}

  get heading(): Locator {
    return this.page.getByRole("heading", { name: "Board", level: 1 });
  }

  /** The page's primary action; an event may be called the same. */
  get newTownhall(): Locator {
    return this.page.locator(".page-head").getByRole("link", { name: "New town hall" });
  }

  get search(): Locator {
    return this.page.getByRole("searchbox", { name: "Search events" });
  }

  get rows(): Locator {
    return this.page.getByRole("table", { name: "Your events" }).locator("tbody").getByRole("row");
  }

  row(title: string): Locator {
    return this.rows.filter({ has: this.page.getByRole("link", { name: title, exact: true }) });
  }

  titles(): Promise<string[]> {
    return this.rows.getByRole("link").allTextContents();
  }

  /** "12 of 47 events" */
  get count(): Locator {
    return this.page.getByText(/^\d+( of \d+)? events?$/);
  }

  /** A filter for one status, with its count behind the word. */
  chip(status: string): Locator {
    return this.page
      .getByRole("group", { name: "Status" })
      .getByRole("button", { name: new RegExp(`^${status} \\d+$`) });
  }

  picker(name: "Role" | "Kind" | "When"): Locator {
    return this.page.getByRole("combobox", { name });
  }

  column(name: string): Locator {
    return this.page.getByRole("columnheader", { name });
  }

  /** Orders by a column; a second time reverses. */
  async order(column: string) {
    await this.column(column).getByRole("button").click();
  }

  get views(): Locator {
    return this.page.getByRole("button", { name: "Views", exact: true });
  }

  saved(name: string): Locator {
    return this.page.getByRole("navigation", { name: "Saved views" }).getByRole("link", { name, exact: true });
  }

  /** What can be done with an event in its row. */
  quick(action: "Copy link" | "Duplicate" | "More", title: string): Locator {
    return this.page.getByRole("button", { name: `${action}: ${title}`, exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  async open(title: string) {
    await this.row(title).getByRole("link").click();
  }
}
