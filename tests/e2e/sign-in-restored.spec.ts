// The browser's back-forward cache keeps a page as it was left: with "Sign in" just clicked.
// Playwright switches that cache off, so these tests have a browser of their own.

import { chromiumArguments } from "./emulator.mjs";
import { expect, test } from "./fixtures";
import { accountButton } from "./pages/entra";
import { accountMenu, signInButton } from "./pages/frame";

test.use({
  launchOptions: {
    executablePath: process.env.CHROME,
    args: chromiumArguments,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  },
});

test("a page restored by Back isn't stuck in the sign-in it began", async ({ page, signIn, control }) => {
  // given a host that lets browsers keep the page
  await control.fault({ match: { origin: "app" }, headers: { "cache-control": "no-cache" } });
  await page.goto("/");
  await page.evaluate(() => {
    addEventListener("pageshow", (event) => {
      if (event.persisted) document.documentElement.dataset.restored = "yes";
    });
  });
  await signInButton(page).click();
  await expect(accountButton(page, "organizer")).toBeVisible();

  // a page that is restored doesn't load
  await page.goBack({ waitUntil: "commit" });

  // given that it really was restored and not loaded anew
  await expect(page.locator("html")).toHaveAttribute("data-restored", "yes");
  await expect(signInButton(page)).toBeEnabled();
  await signIn("organizer");
  await expect(accountMenu(page).button).toBeVisible();
});
