// Measures how often the people picker asks the directory while somebody types, fast and slowly.
// Prints JSON: letters typed, requests made, and the most requests that began within 250 ms.

import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { chromiumArguments, startEmulator } from "./emulator.mjs";

const WINDOW_MS = 250;
/** What is typed, and the milliseconds between its letters. */
const TYPED = [
  ["jonas berg", 40],
  ["maria sal", 120],
  ["li wei", 240],
  ["ana", 260],
  ["ben", 400],
];

const emulator = await startEmulator({ port: Number(process.env.ROSTRUM_PORT ?? 0) });
const browser = await chromium.launch({ executablePath: process.env.CHROME, args: chromiumArguments });
try {
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  /** When each request to the directory began, in milliseconds. */
  const asked = [];
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    const search = origin === emulator.graph && /\/users$/.test(pathname);
    if (search && request.method() === "GET") asked.push(performance.now());
  });
  await page.goto(`${emulator.app}/townhalls/new`);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: /\borganizer\b/i }).first().click();
  const box = page.getByRole("combobox", { name: "Co-organizers" });
  await box.focus();
  let letters = 0;
  for (const [text, between] of TYPED) {
    for (const letter of text) {
      await page.keyboard.press(letter === " " ? "Space" : letter);
      letters += 1;
      await pause(between);
    }
    await pause(600);
    await box.fill("");
  }
  const within = asked.map((from) => asked.filter((at) => at >= from && at < from + WINDOW_MS).length);
  const figures = { letters, requests: asked.length, most_within_250_ms: Math.max(0, ...within) };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} finally {
  await browser.close();
  await emulator.stop();
}
