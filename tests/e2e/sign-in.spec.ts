// Signing in, who one is then, and signing out.

import { expect, test } from "./fixtures";
import { accountButton } from "./pages/entra";
import { accountMenu, signInButton } from "./pages/frame";

test("a deep link survives sign-in with its query and fragment, once", async ({ page, signIn, control }) => {
  // given the board's address with a search, opened by somebody who isn't signed in
  await page.goto("/?status=draft&q=strategy#page");
  const before = await page.evaluate(() => history.length);

  // when they sign in
  await signIn("organizer");

  // then they are where the link leads, and nothing of the sign-in is in the address
  await expect(page.getByRole("link", { name: "Strategy 2030, first reading" })).toBeVisible();
  const address = new URL(page.url());
  expect(address.pathname + address.search + address.hash).toBe("/?status=draft&q=strategy#page");

  // and the way back leads to the sign-in service; the bridge left no step
  const steps = await page.evaluate(() => history.length);
  expect(steps - before).toBeLessThanOrEqual(2);

  // and the code was redeemed once
  const redeemed = await control.journal((line) => line.form?.grant_type === "authorization_code");
  expect(redeemed).toHaveLength(1);
});

test("the header says who is signed in, and the menu what can be done about it", async ({ page, arrive }) => {
  await arrive("organizer");
  await expect(accountMenu(page).button).toHaveAccessibleName("Account: Ana Ruiz");

  await accountMenu(page).open();
  await expect(page.getByText("ana.ruiz@northlight.example")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden();
});

test("signing out ends the Microsoft session and names the account to end", async ({ page, arrive, control, emulator }) => {
  // given somebody who is signed in
  await arrive("organizer");
  await control.forget();

  // when they sign out
  await accountMenu(page).open();
  await page.getByRole("button", { name: "Sign out" }).click();

  // then they are back at the start, and the service was told where to and whom
  await expect(signInButton(page)).toBeVisible();
  const [logout] = await control.journal((line) => line.path.endsWith("/logout"));
  const asked = new URLSearchParams(logout.query);
  expect(asked.get("post_logout_redirect_uri")).toBe(`${emulator.app}/`);
  expect(asked.has("logout_hint")).toBe(true);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);

  // and the next sign-in asks for the account again
  await signInButton(page).click();
  await expect(accountButton(page, "organizer")).toBeVisible();
});

test("what is kept is gone even if the sign-out page never comes", async ({ page, arrive, control }) => {
  await arrive("organizer");
  await control.fault({ match: { origin: "entra", path_regex: "/logout" }, drop: "before" });
  const failed = page.waitForEvent("requestfailed", (request) => request.url().includes("/logout"));

  await accountMenu(page).open();
  await page.getByRole("button", { name: "Sign out" }).click();
  await failed;

  await page.goto("/");
  await expect(signInButton(page)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});

test("forgetting this tab leaves the Microsoft session alone", async ({ page, arrive, control }) => {
  await arrive("organizer");
  await control.forget();

  await accountMenu(page).open();
  await page.getByRole("button", { name: "Forget me in this tab" }).click();

  await expect(signInButton(page)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  expect(await control.journal((line) => line.path.endsWith("/logout"))).toEqual([]);
});

test("signing out in one tab signs out the other", async ({ page, arrive, context }) => {
  // given the same account in two tabs
  await arrive("organizer");
  const other = await context.newPage();
  await other.goto("/live");
  await signInButton(other).click();
  await expect(other.getByRole("heading", { name: "Live" })).toBeVisible();

  // when one signs out
  await accountMenu(page).open();
  await page.getByRole("button", { name: "Sign out" }).click();

  // then the other shows that too, without being touched
  await expect(signInButton(other)).toBeVisible();
  expect(await other.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});

test("a reload keeps the session without the sign-in page", async ({ page, arrive, control }) => {
  await arrive("organizer");
  await control.forget();

  await page.reload();

  await expect(accountMenu(page).button).toHaveAccessibleName("Account: Ana Ruiz");
  expect(await control.journal((line) => line.path.endsWith("/authorize"))).toEqual([]);
});
