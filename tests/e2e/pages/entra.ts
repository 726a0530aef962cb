// The pages of the sign-in service.

import type { Locator, Page } from "@playwright/test";

/** The accounts of the demo tenant, by the role in their button's name. */
export type Person =
  | "organizer"
  | "co-organizer"
  | "presenter"
  | "attendee"
  | "administrator"
  | "guest"
  | "without consent";

/** The account's button on "Pick an account". */
export function accountButton(page: Page, person: Person): Locator {
  // "organizer" must not find the co-organizer
  return page.getByRole("button", { name: new RegExp(`(?<![\\w-])${person}(?![\\w-])`, "i") });
}

/** "Permissions requested", answered. */
export async function answerConsent(page: Page, answer: "Accept" | "Cancel") {
  await page.getByRole("button", { name: answer }).click();
}
