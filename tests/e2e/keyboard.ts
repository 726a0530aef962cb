// Going about a page by keys alone, as somebody does who sees where the focus is.

import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Presses of one key, at most, on the way to something. */
const MOST = 150;

/** Presses `key` until `target` has the focus, and looks whether that can be seen. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  await expect(target).toHaveCount(1);
  for (let steps = 0; steps <= MOST; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return focusIsSeen(page);
    await page.keyboard.press(key);
  }
  throw new Error(`${target} can't be reached by ${key}`);
}

/** Goes to `target`, which is a button, a link or a summary, and presses Enter there. */
export async function enter(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  await tabTo(page, target, key);
  await page.keyboard.press("Enter");
}

/** Goes to `target`, which is a box to tick or a button, and presses Space there. */
export async function tick(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  await tabTo(page, target, key);
  await page.keyboard.press("Space");
}

/** Goes to `target` and types over what stands in it. */
export async function typeInto(page: Page, target: Locator, text: string, key: "Tab" | "Shift+Tab" = "Tab") {
  await tabTo(page, target, key);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Goes to `target`, which is a list to choose from, and types the beginning of an entry. */
export async function choose(page: Page, target: Locator, beginning: string, key: "Tab" | "Shift+Tab" = "Tab") {
  await tabTo(page, target, key);
  await page.keyboard.type(beginning);
  await expect(target.locator("option:checked")).toHaveText(new RegExp(`^${beginning}`));
}

/** What has the focus lies in the window, and an outline on it or around it says so. */
export async function focusIsSeen(page: Page) {
  const seen = await page.evaluate(() => {
    const at = document.activeElement!;
    const box = at.getBoundingClientRect();
    const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    for (let shown: Element | null = at; shown; shown = shown.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      if (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) return inside ? "seen" : "out of the window";
    }
    return "without an outline";
  });
  expect(seen, "the focus").toBe("seen");
}

/** What was done has left the focus somewhere: on the control, or on what came of it. */
export async function focusIsKept(page: Page, after: string) {
  const focus = () => page.evaluate(() => (document.activeElement === document.body ? "lost" : "kept"));
  // soft, for the journey goes on: whoever presses Tab gets on from where the focus was
  const { poll } = expect.configure({ soft: true, timeout: 2_000 });
  await poll(focus, { message: `the focus ${after}` }).toBe("kept");
}
