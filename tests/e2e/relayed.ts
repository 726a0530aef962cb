// Tests with a relay of their own.

import { test as base } from "./fixtures";
import type { Relay } from "./relay.mjs";
import { startRelay } from "./relay.mjs";

export { expect } from "./fixtures";

/** A published town hall of the organizer's that is still to come. */
export const UPCOMING = "First quarter results";

export const test = base.extend<{ store: "sqlite" | "redis"; relay: Relay }>({
  store: ["sqlite", { option: true }],

  relay: async ({ emulator, control, fresh: _, store }, use) => {
    const relay = await startRelay(emulator, store);
    await control.settings({ relay: relay.url });
    await use(relay);
    await relay.stop();
  },
});
