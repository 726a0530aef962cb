// An organization that hasn't allowed the app: what is missing, who grants it, and after the grant.

import { expect, test } from "./fixtures";
import { accountButton, answerConsent } from "./pages/entra";
import { accountMenu, message, signInButton } from "./pages/frame";

const MISSING = "Your organization hasn't allowed Rostrum yet";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test.beforeEach(async ({ page, signIn }) => {
  await page.goto("/");
  await signIn("without consent");
});

test("declining at sign-in leads back with a message", async ({ page }) => {
  await answerConsent(page, "Cancel");

  await expect(message(page, "You're not signed in")).toBeVisible();
  await expect(signInButton(page)).toBeEnabled();
});

test("the board says what is missing and gives a link for the administrator", async ({ page, emulator }) => {
  await answerConsent(page, "Accept");

  // then the person is signed in and told what is missing and who can help
  await expect(accountMenu(page).button).toHaveAccessibleName("Account: Sam Okafor");
  const missing = message(page, MISSING);
  await expect(missing).toContainText("VirtualEvent.Read");
  await expect(missing).toContainText("VirtualEvent.ReadWrite");
  await expect(missing).toContainText("administrator");

  // and the link can be copied, and is one
  await missing.getByRole("button", { name: "Copy link for your administrator" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.origin).toBe(emulator.entra);
  expect(link.pathname).toMatch(/\/v2\.0\/adminconsent$/);
  expect(link.searchParams.get("scope")).toContain("VirtualEvent.ReadWrite");
});

test("asking without an administrator leads back with a message", async ({ page }) => {
  await answerConsent(page, "Accept");
  await message(page, MISSING).getByRole("button", { name: "Ask for access" }).click();
  await expect(page.getByRole("heading", { name: "Need admin approval" })).toBeVisible();

  await page.getByRole("link", { name: /Return to the application/ }).click();

  // then the person is signed in still, and told what became of it
  await expect(accountMenu(page).button).toHaveAccessibleName("Account: Sam Okafor");
  await expect(message(page, "An administrator has to allow Rostrum first")).toBeVisible();
});

test("once an administrator has followed the link, trying again works", async ({ page, browser }) => {
  // given the link, sent to the administrator
  await answerConsent(page, "Accept");
  const missing = message(page, MISSING);
  const link = await missing.getByRole("textbox").inputValue();

  // when they follow it on their own machine and accept
  const theirs = await browser.newContext();
  const elsewhere = await theirs.newPage();
  await elsewhere.goto(link);
  await accountButton(elsewhere, "administrator").click();
  await answerConsent(elsewhere, "Accept");
  await expect(elsewhere.getByText("Thank you: access was granted")).toBeVisible();
  await theirs.close();

  // then "Try again" shows the board
  await missing.getByRole("button", { name: "Try again" }).click();
  await expect(missing).toBeHidden();
  await expect(page.getByRole("heading", { name: "No events yet" })).toBeVisible();
});

test("an administrator who refuses is told that nothing changed", async ({ page }) => {
  await answerConsent(page, "Accept");
  const link = await message(page, MISSING).getByRole("textbox").inputValue();

  await page.goto(link);
  await accountButton(page, "administrator").click();
  await answerConsent(page, "Cancel");

  await expect(page.getByText("Access was not granted")).toBeVisible();
});
