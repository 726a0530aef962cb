// Before a session starts: words, a sound, a notification, for who wants them.

import { expect, test } from "./fixtures";
import { run, runUntil, settle, skip, stopAt } from "./live-clock";
import { Live } from "./pages/live";
import type { Page } from "@playwright/test";

const EVENT = "Ask the board anything"; // 9:20 UTC

test.use({ at: "2027-01-12T09:00:00Z", timers: "stepped" });

/** What the browser was asked to show and to play. */
const asked = (page: Page) => page.evaluate(() => (globalThis as any).asked as { shown: string[]; tones: number });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const asked = { shown: [] as string[], tones: 0 };
    class Notification {
      static permission = sessionStorage.getItem("permission") ?? "default";
      static async requestPermission() {
        const answer = (globalThis as any).answer ?? "granted";
        sessionStorage.setItem("permission", answer);
        return (Notification.permission = answer);
      }
      constructor(title: string, { body, tag }: { body: string; tag: string }) {
        asked.shown.push([title, body, tag].join("|"));
      }
    }
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      asked.tones += 1;
      return start.apply(this, when);
    };
    Object.assign(globalThis, { asked, Notification });
  });
});

async function open(page: Page, control: import("./control").Control, arrive: (as: "organizer", at?: string) => Promise<void>) {
  await arrive("organizer", "/live");
  await expect(new Live(page).session("Next", EVENT)).toBeVisible();
  await stopAt(page, control, "2027-01-12T09:01:00Z");
  await settle(page, control);
}

test("who wants a sound and a notification gets both, 15, 5 and 1 minute before", async ({ page, control, arrive }) => {
  await open(page, control, arrive);
  const sound = page.getByRole("button", { name: "Sound" });
  const notify = page.getByRole("button", { name: "Notifications" });
  await expect(sound).toHaveAttribute("aria-pressed", "false");
  await sound.click();
  await expect(sound).toHaveAttribute("aria-pressed", "true");
  // it is played at once, so that everybody knows it
  expect((await asked(page)).tones).toBe(2);
  await notify.click();
  await expect(notify).toHaveAttribute("aria-pressed", "true");

  const { id } = await control.event(EVENT);
  for (const [time, minutes, words] of [
    ["09:05:00", 15, "15 minutes"],
    ["09:15:00", 5, "5 minutes"],
    ["09:19:00", 1, "1 minute"],
  ] as const) {
    await runUntil(page, control, `2027-01-12T${time}Z`);
    const shown = `${EVENT}|starts in ${words}.|rostrum.${id}.${minutes}`;
    await expect.poll(async () => (await asked(page)).shown.at(-1)).toBe(shown);
  }
  expect((await asked(page)).shown).toHaveLength(3);
  expect((await asked(page)).tones).toBe(8);
});

test("a computer that slept gets one reminder, with what is left", async ({ page, control, arrive }) => {
  await open(page, control, arrive);
  await page.getByRole("button", { name: "Notifications" }).click();
  await skip(page, control, 15 * 60 + 20); // about a quarter past nine
  await expect.poll(async () => (await asked(page)).shown.length).toBe(1);
  expect((await asked(page)).shown[0]).toMatch(/\|starts in [34] minutes\.\|/);
});

test("nobody who doesn't want it is disturbed, and a refusal says where it can be changed", async ({ page, control, arrive }) => {
  await open(page, control, arrive);
  await page.evaluate(() => Object.assign(globalThis, { answer: "denied" }));
  const notify = page.getByRole("button", { name: "Notifications" });
  await notify.click();
  await expect(page.getByText("This browser shows no notifications of Rostrum.", { exact: false })).toBeVisible();
  await expect(notify).toHaveAttribute("aria-pressed", "false");
  await runUntil(page, control, "2027-01-12T09:05:01Z");
  await run(page, control, 1);
  expect(await asked(page)).toEqual({ shown: [], tones: 0 });
});

test("what was wanted is remembered by the browser, and can be taken back", async ({ page, control, arrive }) => {
  await open(page, control, arrive);
  await page.getByRole("button", { name: "Sound" }).click();
  await page.getByRole("button", { name: "Notifications" }).click();
  await expect(page.getByRole("button", { name: "Notifications" })).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(page.getByRole("button", { name: "Sound" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("button", { name: "Notifications" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Sound" }).click();
  await page.getByRole("button", { name: "Notifications" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "Sound" })).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByRole("button", { name: "Notifications" })).toHaveAttribute("aria-pressed", "false");
});
