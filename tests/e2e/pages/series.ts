// A series in the making, and a series that is there.

import { expect, type Locator, type Page } from "@playwright/test";
import type { Control } from "../control";
import { Form } from "./form";

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

  /** Opens the edit of the town hall on that day. */
  async edit(day: string) {
    await this.row(day).getByRole("link", { name: /^Edit/ }).click();
  }

  /** Finds somebody for a list, and takes them. */
  async pick(list: string, name: string, who: RegExp) {
    await this.page.getByRole("combobox", { name: list }).fill(name);
    await this.page.getByRole("option", { name: who }).first().click();
  }

  /** What unfolds those who can be taken off a list. */
  unfold(list: string): Locator {
    return this.page.locator("summary").filter({ hasText: list });
  }

  /** What would become of each town hall. */
  get outcomes(): Locator {
    return this.page.getByRole("list", { name: "What becomes of each" }).getByRole("listitem");
  }
}

/** Fills in the form for the first town hall and goes on to the rule. */
export async function begin(page: Page, title: string, date: string, time: string) {
  const form = new Form(page);
  await form.title.fill(title);
  await form.starts(date, time);
  await page.getByRole("button", { name: "Repeat…" }).click();
  await expect(page.getByRole("heading", { name: "Repeat a town hall" })).toBeVisible();
  return new Series(page);
}

/** Makes a weekly series of drafts, from 16 March 2027 on, and opens it. */
export async function weekly(page: Page, title: string, times: string) {
  const series = await begin(page, title, "2027-03-16", "10:00");
  await series.field("How many times").fill(times);
  await series.button(`Create ${times} town halls`).click();
  await close(page);
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  return series;
}

/** Puts a run's report away, once it is over. */
export async function close(page: Page) {
  await page.getByRole("button", { name: "Close" }).click();
}

/** Starts of the events with that title, in order. */
export async function starts(control: Control, title: string) {
  const made = await control.called(title);
  return made.map((event) => event.start.date_time as string).sort();
}
