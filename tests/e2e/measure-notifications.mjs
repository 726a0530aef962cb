// Measures how long a change takes from the emulator's Graph through the relay to the screen.
// Prints JSON: how many changes were made, and the median and the longest time in milliseconds, from
// the moment before the change was asked for to the paint that shows it.

import { chromium } from "@playwright/test";
import { chromiumArguments, startEmulator } from "./emulator.mjs";
import { startRelay } from "./relay.mjs";

const CHANGES = 20;
const TITLE = "First quarter results";

const emulator = await startEmulator({ port: Number(process.env.ROSTRUM_PORT ?? 0) });
const relay = await startRelay(emulator);
const browser = await chromium.launch({ executablePath: process.env.CHROME, args: chromiumArguments });
try {
  await emulator.ask("POST", "/settings", { relay: relay.url });
  const { events } = await emulator.ask("GET", "/state");
  const event = events.find(({ title }) => title === TITLE);
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(`${emulator.app}/townhalls/${encodeURIComponent(event.id)}/notifications`);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: /\borganizer\b/i }).first().click();
  await page.getByText("Live: changes come through your organization's relay").waitFor();
  await page.getByRole("button", { name: "Notify me about this event" }).click();
  await page.getByRole("button", { name: "Stop notifying me" }).waitFor();

  const times = [];
  for (let nth = 1; nth <= CHANGES; nth += 1) {
    const title = `Changed ${nth} times`;
    // both clocks are this machine's: the page's own says when it was painted
    const painted = page.evaluate(
      (wanted) =>
        new Promise((resolve) => {
          const look = () => {
            if (document.querySelector("h1")?.textContent === wanted) {
              observer.disconnect();
              requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
            }
          };
          const observer = new MutationObserver(look);
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
          look();
        }),
      title,
    );
    const asked = Date.now();
    await emulator.ask("POST", "/events", { id: event.id, title });
    times.push((await painted) - asked);
  }
  times.sort((one, other) => one - other);
  const figures = { ms: times[CHANGES - 1], median_ms: times[CHANGES / 2], changes: CHANGES };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} finally {
  await browser.close();
  await relay.stop();
  await emulator.stop();
}
