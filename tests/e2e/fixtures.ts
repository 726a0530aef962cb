// What every test starts from: an emulator for each worker, reset before each test, and people.

import { test as base, expect, type Page } from "@playwright/test";
import { startEmulator } from "./emulator.mjs";

export { expect };

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/** The accounts of the demo tenant, by the role in their button's name. */
export type Person =
  | "organizer"
  | "co-organizer"
  | "presenter"
  | "attendee"
  | "administrator"
  | "guest"
  | "without consent";

export const test = base.extend<
  { fresh: void; signIn: (as: Person, page?: Page) => Promise<void> },
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

  baseURL: async ({ emulator }, use) => use(emulator.app),

  fresh: [
    async ({ emulator }, use) => {
      await emulator.ask("DELETE", "/faults");
      await emulator.ask("POST", "/reset", {});
      await use();
    },
    { auto: true },
  ],

  /** Signs someone in from the page that is open, or from the start page. */
  signIn: async ({ page }, use) =>
    use(async (as, on = page) => {
      if (on.url() === "about:blank") await on.goto("/");
      await on.getByRole("button", { name: "Sign in", exact: true }).click();
      await on.getByRole("button", { name: new RegExp(`\\b${as}\\b`, "i") }).click();
    }),
});
