// Measures what a browser fetches from the app's origin on its first visit: until "Sign in" is
// usable, and until the board stands after sign-in. Prints JSON: each distinct file once, in the
// order it came, with the bytes of its brotli form and whether the first load needed it; and how many
// requests to Graph a start with a session makes until the board stands.

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumArguments, startEmulator } from "./emulator.mjs";

const emulator = await startEmulator({ port: Number(process.env.ROSTRUM_PORT ?? 0) });
const browser = await chromium.launch({
  executablePath: process.env.CHROME,
  args: chromiumArguments,
});
try {
  const context = await browser.newContext({ locale: "en-US" });
  /** @type {Map<string, import("@playwright/test").Request>} path to its first request */
  const fetched = new Map();
  let trips = 0;
  context.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === emulator.app && !fetched.has(pathname)) fetched.set(pathname, request);
    if (origin === emulator.graph && request.method() !== "OPTIONS") trips += 1;
  });
  await context.addInitScript(noteWhenUsable);
  const page = await context.newPage();

  await page.goto(emulator.app);
  await page.getByRole("button", { name: "Sign in", exact: true }).click({ trial: true });
  const first = await page.evaluate(fetchedUntilUsable);

  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: /\borganizer\b/i }).first().click();
  await board(page);

  // as they are now: what is prefetched from here on isn't needed for the board
  const needed = [...fetched];
  const files = [];
  for (const [path, request] of needed)
    files.push({ name: path, bytes: await sent(path, request), first_load: first.includes(path) });
  trips = 0;
  await page.reload();
  await board(page);
  process.stdout.write(`${JSON.stringify({ files, board_round_trips: trips })}\n`);
} finally {
  await browser.close();
  await emulator.stop();
}

/** Waits until the board stands. */
async function board(page) {
  await page.getByRole("link", { name: "New town hall", exact: true }).first().waitFor();
  await page.getByRole("row").getByRole("link").first().waitFor();
}

/** In the page: notes the moment from which "Sign in" can be clicked. */
function noteWhenUsable() {
  new MutationObserver((_, observer) => {
    const button = [...document.querySelectorAll("button")].find(
      (button) => button.textContent?.trim() === "Sign in" && !button.disabled,
    );
    if (!button) return;
    observer.disconnect();
    globalThis.usableAt = performance.now();
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

/** In the page: the paths of what was asked for by then; later requests are prefetches. */
function fetchedUntilUsable() {
  const entries = [
    ...performance.getEntriesByType("navigation"),
    ...performance.getEntriesByType("resource"),
  ];
  return entries
    .filter((entry) => entry.startTime <= globalThis.usableAt)
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === location.origin)
    .map((url) => url.pathname);
}

/** Bytes on the wire: the brotli form where the build has one, else what was received. */
async function sent(path, request) {
  const name = path.includes(".") ? path : "index.html";
  const compressed = join(process.env.ROSTRUM_DIST, `${name}.br`);
  const size = (file) => stat(file).then(({ size }) => size, () => undefined);
  return (await size(compressed)) ?? (await request.sizes()).responseBodySize;
}
