import { expect, test } from "./fixtures";

test("the signed-out page says what the product is and offers to sign in", async ({ page }) => {
  // given nobody is signed in, and an ear for faults
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));

  // when the app is opened
  await page.goto("/");

  // then it can be used
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
  await expect(page).toHaveTitle(/Rostrum/);
  expect(faults).toEqual([]);
});

test("an organizer signs in and finds the board", async ({ page, signIn }) => {
  await page.goto("/");
  await signIn("organizer");
  await expect(page.getByRole("link", { name: "New town hall" }).first()).toBeVisible();
  await expect(page.getByRole("table").getByRole("link").first()).toBeVisible();
});

test("what browsers may keep for ever carries its content in its name", async ({ page, emulator }) => {
  // given every file that a start fetches from the app's origin
  const fetched: { url: string; cache: string }[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).origin === emulator.app)
      fetched.push({ url: response.url(), cache: response.headers()["cache-control"] ?? "" });
  });
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();

  // then code and styles are named by content, and only those are kept
  const code = fetched.filter(({ url }) => /\.(js|wasm|css)$/.test(new URL(url).pathname));
  expect(code.length).toBeGreaterThan(3);
  for (const { url } of code) expect(url).toMatch(/-[0-9a-f]{16}\.(js|wasm|css)$/);
  for (const { url, cache } of fetched)
    expect(cache.includes("immutable"), url).toBe(/-[0-9a-f]{16}\./.test(url));
});
