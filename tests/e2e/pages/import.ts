// The page for importing, and the progress of runs.

import { expect, type Locator, type Page } from "@playwright/test";

/** Two presenters, as a cell holds them. */
export const PEOPLE = "mei.tanaka@northlight.example; guest@fabrikam.example";

export class Import {
  constructor(readonly page: Page) {}

  get heading(): Locator {
    return this.page.getByRole("heading", { name: "Import", level: 1 });
  }

  get file(): Locator {
    return this.page.getByLabel("CSV file");
  }

  /** Chooses a file of this content. */
  async choose(content: string | Buffer, name = "events.csv") {
    const buffer = typeof content === "string" ? Buffer.from(content) : content;
    await this.file.setInputFiles({ name, mimeType: "text/csv", buffer });
  }

  private section(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** "2 rows can be created, 1 can't." */
  get summary(): Locator {
    return this.page.locator("section").filter({ has: this.page.locator("h2#preview") }).getByRole("status");
  }

  /** A row of the preview, by its line in the file. */
  line(line: number): Locator {
    return this.page
      .getByRole("table")
      .getByRole("row")
      .filter({ has: this.page.getByRole("cell", { name: String(line), exact: true }) });
  }

  get lines(): Locator {
    return this.page.getByRole("table").locator("tbody").getByRole("row");
  }

  get check(): Locator {
    return this.page.getByRole("button", { name: "Check without creating" });
  }

  create(count: number): Locator {
    return this.page.getByRole("button", { name: `Create ${count} draft${count === 1 ? "" : "s"}` });
  }

  publish(count: number): Locator {
    return this.page.getByRole("button", { name: `Create and publish ${count} town hall${count === 1 ? "" : "s"}` });
  }

  /** The progress or report of a run. */
  run(name: string): Locator {
    return this.section(name);
  }

  /** Checks, and waits until that is over. */
  async checked() {
    await this.check.click();
    await expect(this.page.getByText("Everybody is looked up")).toBeVisible();
  }
}
