// A whole day on the live list with several tabs of one browser, in a few minutes: all clocks are put
// from one thing that is due to the next. Used by a test and by the bench.

/**
 * Plays the time until `until`; the pages show the live list and share a clock.
 * @param {{ pages: import("@playwright/test").Page[], advance: (seconds: number) => Promise<void>, until: number }} day
 */
export async function playDay({ pages, advance, until }) {
  const context = pages[0].context();
  // requests themselves, not their number: one that left before is answered here too
  const under_way = new Set();
  let begun = 0;
  const isGraph = (request) => new URL(request.url()).pathname.startsWith("/v1.0/") && request.method() !== "OPTIONS";
  context.on("request", (request) => {
    if (isGraph(request)) under_way.add(request), (begun += 1);
  });
  const done = (request) => under_way.delete(request);
  context.on("requestfinished", done);
  context.on("requestfailed", done);

  const step = async (seconds) => {
    await advance(seconds);
    await context.clock.fastForward(seconds * 1_000);
  };
  /** Waits until what was asked is answered; an answer may lead to the next request at once. */
  const quiet = async () => {
    for (let quiet = 0; quiet < 3; quiet = under_way.size === 0 ? quiet + 1 : 0)
      await pages[0].evaluate(() => new Promise((done) => queueMicrotask(() => done(undefined))));
  };
  /** Lets everything that is due now happen, a tick each. */
  const settle = async () => {
    for (let before = -1; before !== begun; ) {
      await quiet();
      before = begun;
      await step(1);
      await quiet();
    }
  };
  for (;;) {
    await settle();
    const now = await pages[0].evaluate(() => Date.now());
    if (now >= until) return;
    const dues = await Promise.all(
      pages.map((page) => page.locator("details.upkeep").getAttribute("data-next")),
    );
    const due = Math.min(...dues.filter(Boolean).map((at) => Date.parse(at)));
    const ahead = Number.isFinite(due) ? Math.ceil((due - now) / 1_000) : 60;
    await step(Math.max(1, Math.min(ahead, 600, Math.ceil((until - now) / 1_000))));
  }
}
