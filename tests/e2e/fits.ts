// Whether a page fits its window.

import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** Nothing scrolls sideways, and nothing is cut off. */
export async function fits(page: Page, where: string) {
  const wide = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const clipped = (element: Element): boolean => {
      const parent = element.parentElement;
      if (!parent) return false;
      return getComputedStyle(parent).overflowX !== "visible" || clipped(parent);
    };
    const out = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && box.right > edge + 0.5 && !clipped(element);
    });
    return {
      scroll: document.documentElement.scrollWidth - edge,
      out: out.map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 40)}`),
    };
  });
  expect(wide, where).toEqual({ scroll: 0, out: [] });
}
