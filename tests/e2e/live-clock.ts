// The clocks of page and services, moved together.

import { expect, type Page } from "@playwright/test";
import type { Control } from "./control";

/**
 * Stops both clocks at that moment. It has to be ahead of every page's clock: without one it is a
 * minute ahead of this page's, since pages stop one after the other.
 */
export async function stopAt(page: Page, control: Control, moment?: string) {
  const at = moment ?? new Date((await page.evaluate(() => Date.now())) + 60_000).toISOString();
  await page.clock.pauseAt(at);
  await control.turnTo(at);
}

/** Lets both clocks run, every timer of the page as often as it is due. */
export async function run(page: Page, control: Control, seconds: number) {
  await control.advance(seconds);
  await page.clock.runFor(seconds * 1_000);
}

/** Lets both clocks run until that moment. */
export async function runUntil(page: Page, control: Control, moment: string) {
  const now = await page.evaluate(() => Date.now());
  await run(page, control, Math.round((Date.parse(moment) - now) / 1_000));
}

/** Lets both clocks run until nothing more is due: things are read one after the other, a tick each. */
export async function settle(page: Page, control: Control) {
  await expect(async () => {
    await run(page, control, 1);
    const next = Date.parse(String(await page.locator("details.upkeep").getAttribute("data-next")));
    expect(next).toBeGreaterThan(await page.evaluate(() => Date.now()));
  }).toPass({ intervals: [50] });
}

/** Signs in in another tab of a browser in which somebody is signed in already: nobody is asked who. */
export async function followInto(tab: Page, address: string) {
  await tab.goto(address);
  await tab.getByRole("button", { name: "Sign in", exact: true }).click();
  await tab.getByRole("navigation", { name: "Main" }).waitFor();
}

/** Puts both clocks on, timers due at most once, as after a sleep; one more tick takes it in. */
export async function skip(page: Page, control: Control, seconds: number) {
  await control.advance(seconds);
  await page.clock.fastForward((seconds - 1) * 1_000);
  await page.clock.runFor(1_000);
}

/** What the page thinks of being looked at. */
export async function hide(page: Page, hidden: boolean) {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, hidden);
}
