// What stands around every page.

import type { Locator, Page } from "@playwright/test";

export function signInButton(page: Page): Locator {
  return page.getByRole("button", { name: "Sign in", exact: true });
}

/** The account's button and its menu. */
export function accountMenu(page: Page) {
  const button = page.getByRole("button", { name: /^Account:/ });
  return { button, open: () => button.click() };
}

/** A message in the page, by the title it begins with. */
export function message(page: Page, title: string | RegExp): Locator {
  return page.locator(".message").filter({ hasText: title });
}
