// Measures what ten tabs of one browser on the live list read of Graph in a day, all together. Prints
// JSON.

import { chromium } from "@playwright/test";
import { chromiumArguments, startEmulator } from "./emulator.mjs";
import { playDay } from "./live-day.mjs";

const START = "2027-01-12T09:00:00Z";
const TABS = 10;

const emulator = await startEmulator({ port: Number(process.env.ROSTRUM_PORT ?? 0) });
const browser = await chromium.launch({ executablePath: process.env.CHROME, args: chromiumArguments });
try {
  await emulator.ask("POST", "/reset", { now: START });
  await emulator.ask("POST", "/clock", { freeze: true });
  await emulator.ask("POST", "/consent", { account: "ana.ruiz@northlight.example", grant: ["OnlineMeetingArtifact.Read.All"] });
  await emulator.ask("DELETE", "/journal");
  const context = await browser.newContext({ locale: "en-US", timezoneId: "Europe/Berlin" });
  // Playwright's Intl gives plain objects for formats, which aren't instances of anything
  await context.addInitScript(() => Object.assign(globalThis, { ownIntl: globalThis.Intl }));
  await context.clock.install({ time: START });
  await context.addInitScript(() => Object.assign(globalThis, { Intl: globalThis.ownIntl }));
  const pages = [];
  for (let tab = 0; tab < TABS; tab += 1) {
    const page = await context.newPage();
    await page.goto(`${emulator.app}/live`);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    // the others are let in without a question
    if (tab === 0) await page.getByRole("button", { name: /(?<![\w-])organizer(?![\w-])/i }).click();
    await page.getByRole("article").first().waitFor();
    pages.push(page);
  }
  // pages stop one after the other: a moment that is ahead of all of them
  const stopped = (await pages[0].evaluate(() => Date.now())) + 60_000;
  await context.clock.pauseAt(stopped);
  await emulator.ask("POST", "/clock", { now: new Date(stopped).toISOString() });
  const advance = (seconds) => emulator.ask("POST", "/clock", { advance_s: seconds });
  await playDay({ pages, advance, until: Date.parse(START) + 24 * 3_600_000 });

  const journal = await emulator.ask("GET", "/journal");
  const reads = journal.filter(({ origin, method }) => origin === "graph" && method === "GET").length;
  process.stdout.write(`${JSON.stringify({ reads })}\n`);
} finally {
  await browser.close();
  await emulator.stop();
}
