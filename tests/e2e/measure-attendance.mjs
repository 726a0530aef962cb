// Measures attendance of 50,000 people with three stays each, in Chromium: reading and figures, the
// curve, memory, and scrolling the table. Prints JSON; times in milliseconds, memory in MB.

import { chromium } from "@playwright/test";
import { chromiumArguments, startEmulator } from "./emulator.mjs";

const PEOPLE = 50_000;
const TITLE = "Founders' day: a hundred years of Northlight";

const emulator = await startEmulator({ port: Number(process.env.ROSTRUM_PORT ?? 0) });
const browser = await chromium.launch({ executablePath: process.env.CHROME, args: [...chromiumArguments, "--enable-precise-memory-info"] });
try {
  // as fast as the reading can go: how long Graph makes it wait isn't measured here
  await emulator.ask("POST", "/settings", { throttle: false, records_page_size: 1_000 });
  await emulator.ask("POST", "/attendance", { event: TITLE, people: PEOPLE, stays: 3 });
  const { events } = await emulator.ask("GET", "/state");
  const event = events.find(({ title }) => title === TITLE);
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(`${emulator.app}/townhalls/${event.id}`);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: /(?<![\w-])organizer(?![\w-])/i }).click();
  await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
  const session = await page.context().newCDPSession(page);
  const memory = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    // wasm's memory is no part of the heap; it grows and never shrinks, so this is the most there was
    const wasm = await page.evaluate(async () => {
      const scripts = performance.getEntriesByType("resource").map(({ name }) => name);
      const { default: init } = await import(scripts.find((name) => /\/app(-\w+)?\.js$/.test(name)));
      return (await init()).memory.buffer.byteLength;
    });
    return (usedSize + wasm) / 1_000_000;
  };
  const before = await memory();
  await page.evaluate(() => performance.setResourceTimingBufferSize(10_000));
  await page.getByRole("navigation", { name: "Parts of this event" }).getByRole("link", { name: "Attendance" }).click();
  const grid = page.getByRole("grid", { name: "People who came" });
  await page.waitForFunction((people) => document.querySelector("[role=grid]")?.getAttribute("aria-rowcount") === String(people + 1), PEOPLE, { timeout: 300_000 });
  await page.getByRole("region", { name: "How much has been read" }).waitFor({ state: "detached" });
  const after = await memory();
  const spans = await page.evaluate(() => performance.getEntriesByType("measure").map(({ name, duration }) => ({ name, duration })));
  const of = (name) => spans.filter((span) => span.name === name).map(({ duration }) => duration);
  const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

  // the wheel, quickly, all the way down and up
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: "longtask" });
  });
  await grid.scrollIntoViewIfNeeded();
  await grid.hover();
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn < 40 ? 900 + turn * 400 : -3_000);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
  }
  const longest = await page.evaluate(() => new Promise((done) => setTimeout(() => done(globalThis.longest), 300)));
  const figures = {
    browser_ms: Math.round(sum(of("attendance:read")) + sum(of("attendance:figures"))),
    read_ms: Math.round(sum(of("attendance:read"))),
    figures_ms: Math.round(sum(of("attendance:figures"))),
    figures_made: of("attendance:figures").length,
    figures_last_ms: Math.round(of("attendance:figures").at(-1)),
    memory_mb: Math.round(after - before),
    curve_ms: Math.round(Math.max(...of("attendance:curve"))),
    // a task counts as long from 50 ms on; 0 means that none was
    scroll_longest_task_ms: Math.round(longest),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} finally {
  await browser.close();
  await emulator.stop();
}
