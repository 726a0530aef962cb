// Sign-ins that were left, reloaded, tampered with or replayed: nothing sticks, one can start again.

import { expect, test } from "./fixtures";
import { accountButton } from "./pages/entra";
import { accountMenu, message, signInButton } from "./pages/frame";

const FOREIGN = `r.${"x".repeat(43)}`;

test("Back from the sign-in page leaves the app usable", async ({ page, signIn }) => {
  await page.goto("/");
  await signInButton(page).click();
  await expect(accountButton(page, "organizer")).toBeVisible();

  await page.goBack();

  await expect(signInButton(page)).toBeEnabled();
  await signIn("organizer");
  await expect(accountMenu(page).button).toBeVisible();
});

test("a reload while the answer is processed redeems once and ends usable", async ({ page, control, signIn }) => {
  // given a token endpoint that takes its time
  await control.fault({ match: { origin: "entra", path_regex: "/token$" }, delay_ms: 2_000, times: 1 });
  await page.goto("/");
  const redeeming = page.waitForRequest((request) => request.url().endsWith("/token"));
  await signIn("organizer");
  await redeeming;

  // when the user reloads
  await page.reload();

  // then the code isn't tried again, and the next sign-in works
  await expect(signInButton(page)).toBeEnabled();
  await signInButton(page).click();
  await expect(accountMenu(page).button).toBeVisible();
  const redeemed = await control.journal(
    (line) => line.form?.grant_type === "authorization_code" && line.fault === false,
  );
  expect(redeemed).toHaveLength(1);
});

test("the bridge opened by hand says that there is nothing to do", async ({ page }) => {
  for (const answer of ["", "#code=abc", "?error=access_denied", "#/townhalls/1"]) {
    await page.goto(`/auth/bridge.html${answer}`);
    await expect(page.getByText("There is nothing to do here")).toBeVisible();
    expect(new URL(page.url()).hash + new URL(page.url()).search).toBe("");
    await page.goto("about:blank");
  }
  await page.goto("/auth/bridge.html");
  await page.getByRole("link", { name: "Back to the app" }).click();
  await expect(signInButton(page)).toBeVisible();
});

test("an answer with a broken state is refused at the bridge", async ({ page }) => {
  for (const state of ["", "x", "r.", "r.short", `r.${"<".repeat(43)}`, `q.${"x".repeat(43)}`]) {
    await page.goto(`/auth/bridge.html#code=abc&state=${encodeURIComponent(state)}`);
    await expect(page.getByRole("alert"), state).toContainText("can't be used");
    expect(new URL(page.url()).hash).toBe("");
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    await page.goto("about:blank");
  }
});

test("an answer that nobody here asked for is refused, and says so", async ({ page, control, signIn }) => {
  await page.goto(`/auth/bridge.html#code=stolen&state=${FOREIGN}`);

  await expect(message(page, "This sign-in wasn't started here")).toBeVisible();
  expect(page.url()).not.toContain("code");
  expect(await control.journal((line) => line.path.endsWith("/token"))).toEqual([]);

  await signIn("organizer");
  await expect(accountMenu(page).button).toBeVisible();
});

test("a foreign answer doesn't end the session of somebody signed in", async ({ page, arrive, control }) => {
  await arrive("organizer");
  await control.forget();

  await page.goto(`/auth/bridge.html#code=stolen&state=${FOREIGN}`);

  await expect(accountMenu(page).button).toHaveAccessibleName("Account: Ana Ruiz");
  await expect(message(page, "This sign-in wasn't started here")).toBeVisible();
  expect(await control.journal((line) => line.form?.grant_type === "authorization_code")).toEqual([]);
});

test("an old answer can't be used a second time", async ({ page, signIn, control }) => {
  // given a sign-in whose answer somebody noted
  const answered = page.waitForResponse((response) => response.headers().location?.includes("/auth/bridge.html#") ?? false);
  await page.goto("/");
  await signIn("organizer");
  const answer = (await answered).headers().location;
  await expect(accountMenu(page).button).toBeVisible();
  await accountMenu(page).open();
  await page.getByRole("button", { name: "Forget me in this tab" }).click();
  await control.forget();

  // when it is opened again
  await page.goto(answer);

  // then it is of no use
  await expect(message(page, "This sign-in wasn't started here")).toBeVisible();
  expect(await control.journal((line) => line.path.endsWith("/token"))).toEqual([]);
});

test("storage cleared on the way gives a clear message, and the next try works", async ({ page, signIn }) => {
  // given a browser that forgets the tab's storage before the answer comes, once
  await page.addInitScript(() => {
    if (location.pathname !== "/auth/bridge.html" || localStorage.getItem("forgot")) return;
    localStorage.setItem("forgot", "yes");
    sessionStorage.clear();
  });
  await page.goto("/live");

  await signIn("organizer");

  await expect(message(page, "This sign-in wasn't started here")).toBeVisible();
  await signInButton(page).click();
  await expect(accountMenu(page).button).toBeVisible();
});

for (const [what, tampered, says] of [
  [
    "a wrong verifier",
    (form: string) => form.replace(/code_verifier=[^&]+/, `code_verifier=${"v".repeat(43)}`),
    "The sign-in couldn't be completed",
  ],
  ["no verifier", (form: string) => form.replace(/&?code_verifier=[^&]+/, ""), "The sign-in isn't set up right"],
] as const) {
  test(`${what} is refused by the service, and one can start again`, async ({ page, emulator, signIn }) => {
    await page.route(
      `${emulator.entra}/**/token`,
      (route) => route.continue({ postData: tampered(route.request().postData() ?? "") }),
      { times: 1 },
    );
    await page.goto("/");
    await signIn("organizer");

    await expect(message(page, says)).toBeVisible();
    expect(page.url()).toBe(`${emulator.app}/`);
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    await signInButton(page).click();
    await expect(accountMenu(page).button).toBeVisible();
  });
}

test("a code that somebody else redeemed first is refused", async ({ page, emulator, signIn }) => {
  await page.route(
    `${emulator.entra}/**/token`,
    async (route) => {
      await route.fetch();
      await route.continue();
    },
    { times: 1 },
  );
  await page.goto("/");
  await signIn("organizer");

  await expect(message(page, "The sign-in couldn't be completed")).toBeVisible();
  await signInButton(page).click();
  await expect(accountMenu(page).button).toBeVisible();
});

test("a sign-in service that can't be reached is said so, and a later try works", async ({ page, control, signIn }) => {
  await control.fault({ match: { origin: "entra", path_regex: "/token$" }, status: 503, times: 2 });
  await page.goto("/");
  await signIn("organizer");

  await expect(message(page, "The sign-in service couldn't be reached")).toBeVisible();
  await control.mend();
  await signInButton(page).click();
  await expect(accountMenu(page).button).toBeVisible();
});

test("an answer that the browser won't keep is said, and a later try works", async ({ page, signIn }) => {
  // given a site whose storage is full, or forbidden, when the answer comes
  await page.goto("/");
  await page.addInitScript(() => {
    if (!location.pathname.startsWith("/auth/")) return;
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await signIn("organizer");

  // then the app says what to do, and the address doesn't keep saying it
  await expect(message(page, "The sign-in couldn't be completed")).toContainText("Allow storage");
  expect(new URL(page.url()).hash).toBe("");

  // and another try goes to the sign-in page at once
  const leaving = page.waitForRequest((request) => request.url().includes("/authorize"));
  await signInButton(page).click();
  await leaving;
});

test("a clock that is wrong is said after sign-in", async ({ page, control, arrive }) => {
  await control.advance(20 * 60);
  await arrive("organizer");

  const wrong = message(page, "This computer's clock is wrong");
  await expect(wrong).toContainText("about 20 minutes behind");
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(wrong).toBeHidden();
});
