// The form: a new town hall, or an event to edit.

import type { Locator, Page } from "@playwright/test";

export class Form {
  constructor(readonly page: Page) {}

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  get title(): Locator {
    return this.field("Title");
  }

  group(name: "Starts" | "Ends" | "Length" | "Audience"): Locator {
    return this.page.getByRole("group", { name });
  }

  async starts(date: string, time: string) {
    await this.field("Start date").fill(date);
    await this.field("Start time").fill(time);
  }

  async ends(date: string, time: string) {
    await this.field("End date").fill(date);
    await this.field("End time").fill(time);
  }

  combobox(name: "Time zone" | "Co-organizers" | "Invited attendees"): Locator {
    return this.page.getByRole("combobox", { name });
  }

  async zone(city: string) {
    await this.combobox("Time zone").fill(city);
    await this.page.getByRole("option", { name: new RegExp(`^${city}`) }).first().click();
  }

  /** The people chosen in a field. */
  chosen(name: "Co-organizers" | "Invited attendees"): Locator {
    return this.page.getByRole("list", { name: `${name} chosen` }).getByRole("listitem");
  }

  get options(): Locator {
    return this.page.getByRole("option");
  }

  get save(): Locator {
    return this.page.getByRole("button", { name: "Save draft" });
  }

  get publish(): Locator {
    return this.page.getByRole("form").getByRole("button", { name: "Publish" });
  }

  get saveChanges(): Locator {
    return this.page.getByRole("button", { name: "Save changes" });
  }

  /** What stops the form, on top of it. */
  get errors(): Locator {
    return this.page.getByRole("alert").filter({ hasText: /thing(s)? to correct/ });
  }

  get summary(): Locator {
    return this.page.getByRole("complementary", { name: "Summary" });
  }
}
