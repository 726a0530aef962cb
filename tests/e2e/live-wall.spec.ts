// The live list on a wall: large, alone, and awake.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { isAccessible } from "./accessible";
import { Live } from "./pages/live";

test.use({ at: TUESDAY_AT_TEN, viewport: { width: 1920, height: 1080 } });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const locks = { asked: 0, released: 0 };
    Object.assign(globalThis, { locks });
    Object.defineProperty(navigator, "wakeLock", {
      value: {
        request: async () => {
          locks.asked += 1;
          return { release: async () => void (locks.released += 1) };
        },
      },
    });
  });
});

const locks = (page: import("@playwright/test").Page) => page.evaluate(() => (globalThis as any).locks);

test("the wall shows the sessions alone, keeps the screen on, and is left by Escape", async ({ page, arrive }) => {
  const live = new Live(page);
  await arrive("organizer", "/live");
  await page.getByRole("button", { name: "Wall screen" }).click();

  await expect(page).toHaveURL(/\/live\?wall=1$/);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Sound" })).toBeHidden();
  await expect(live.session("On now", "January all hands")).toBeVisible();
  await expect(live.session("On now", "January all hands").getByRole("link", { name: "Join" })).toBeHidden();
  await expect.poll(() => locks(page)).toEqual({ asked: 1, released: 0 });
  const size = await live.session("On now", "January all hands").getByRole("link").first().evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
  expect(size).toBeGreaterThanOrEqual(32);

  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/live$/);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await expect.poll(() => locks(page)).toEqual({ asked: 1, released: 1 });
});

test("its address opens it without a click, and the way out is there for pointer and keyboard", async ({ page, signIn }) => {
  await page.goto("/live?wall=1");
  await signIn("organizer");
  await expect(page.locator("html[data-wall]")).toHaveCount(1);
  const exit = page.getByRole("button", { name: "Leave wall screen" });
  await expect(exit).toHaveCSS("opacity", "0");
  await page.mouse.move(400, 400);
  await page.mouse.move(420, 400);
  await expect(exit).toHaveCSS("opacity", "1");
  await isAccessible(page, "the wall");
  await exit.click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
});
