// What every test starts from: an emulator for each worker, reset before each test, and people.

import { test as base, expect, type Page } from "@playwright/test";
import { Control } from "./control";
import { startEmulator } from "./emulator.mjs";
import { accountButton, type Person } from "./pages/entra";

export { expect };

/** A Tuesday in January, ten o'clock in Berlin: the demo tenant is lived in around any moment. */
export const TUESDAY_AT_TEN = "2027-01-12T09:00:00Z";
export type { Person };

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

export const test = base.extend<
  {
    at: string | undefined;
    timers: "real" | "stepped";
    control: Control;
    fresh: void;
    signIn: (as: Person, page?: Page) => Promise<void>;
    arrive: (as: Person, at?: string) => Promise<void>;
    faults: string[];
  },
  { emulator: Emulator }
>({
  emulator: [
    async ({}, use, { parallelIndex }) => {
      const first = Number(process.env.ROSTRUM_PORT ?? 0);
      const emulator = await startEmulator({ port: first && first + 4 * parallelIndex });
      await use(emulator);
      await emulator.stop();
    },
    { scope: "worker" },
  ],

  /** The moment at which services and page stand still; `undefined`: real time. */
  at: [undefined, { option: true }],

  /** Whether timers in the page go on by themselves, or can be run by the test. */
  timers: ["real", { option: true }],

  baseURL: async ({ emulator }, use) => use(emulator.app),

  control: async ({ emulator }, use) => use(new Control(emulator)),

  fresh: [
    async ({ control, page, at, timers }, use) => {
      await control.mend();
      await control.begin({ now: at, frozen: at !== undefined });
      if (at !== undefined) await setClock(page, at, timers);
      await use();
    },
    { auto: true },
  ],

  /** Faults inside the app; no test may end with one that it didn't ask for. */
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      await use(faults);
      expect(faults, "faults inside the page").toEqual([]);
    },
    { auto: true },
  ],

  /** Signs someone in from the page that is open, or from the start page. */
  signIn: async ({ page }, use) =>
    use(async (as, on = page) => {
      if (on.url() === "about:blank") await on.goto("/");
      await on.getByRole("button", { name: "Sign in", exact: true }).click();
      await accountButton(on, as).click();
    }),

  /** Opens an address of the app and signs in on the way. */
  arrive: async ({ page, signIn }, use) =>
    use(async (as, at = "/") => {
      await page.goto(at);
      await signIn(as);
      await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
    }),
});

/** Makes the page's clock show that moment, for ever or as a start. */
async function setClock(page: Page, at: string, timers: "real" | "stepped") {
  // Playwright's Intl gives plain objects for formats, which aren't instances of anything
  await page.context().addInitScript(() => Object.assign(globalThis, { ownIntl: globalThis.Intl }));
  if (timers === "stepped") await page.clock.install({ time: at });
  else await page.clock.setFixedTime(at);
  await page.context().addInitScript(() => Object.assign(globalThis, { Intl: (globalThis as any).ownIntl }));
}
