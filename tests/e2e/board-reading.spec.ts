// How the board is read, and what it says when that goes wrong.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Board } from "./pages/board";
import { message } from "./pages/frame";

test.use({ at: TUESDAY_AT_TEN });

const BATCH = { origin: "graph" as const, path_regex: "/\\$batch$" };
const KNOWN = "January all hands";

test("a cold start needs at most two round trips to Graph", async ({ page, arrive, control }) => {
  const board = new Board(page);
  await arrive("organizer");
  await expect(board.row(KNOWN)).toBeVisible();
  expect((await control.trips()).length).toBeLessThanOrEqual(2);

  await control.forget();
  await page.reload();
  await expect(board.row(KNOWN)).toBeVisible();
  expect((await control.trips()).length).toBeLessThanOrEqual(2);
});

test("rows in the right shape stand there while the list is read", async ({ page, arrive, control }) => {
  await control.fault({ match: BATCH, delay_ms: 1_500, times: 1 });
  await arrive("organizer");

  await expect(page.getByText("Reading your events…")).toBeAttached();
  await expect(page.locator(".skeleton").first()).toBeVisible();

  await expect(new Board(page).row(KNOWN)).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
});

test("a large tenant comes in parts", async ({ page, arrive, control }) => {
  await control.begin({ now: TUESDAY_AT_TEN, frozen: true, events: 160 });
  const board = new Board(page);
  await arrive("organizer");
  await expect(board.rows).toHaveCount(100);
  await expect(board.count).toHaveText(/^1[0-9]{2} events$/);

  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.getByRole("button", { name: "Show more" })).toHaveCount(0);
  expect(await board.rows.count()).toBe(Number((await board.count.textContent())!.split(" ")[0]));
});

test("somebody without events is told what a town hall is", async ({ page, arrive }) => {
  await arrive("attendee");
  await expect(page.getByRole("heading", { name: "No events yet" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "New town hall" }).first()).toBeVisible();
});

for (const [what, fault, title] of [
  ["no connection", { drop: "before" as const }, "There is no connection"],
  ["a refusal", { status: 403 }, "Your role doesn't allow this"],
  ["JSON cut short", { status: 200, body: '{"responses":[{"id":' }, "The answer wasn't what we expected"],
  ["HTML instead of JSON", { status: 200, body: "<!doctype html><h1>Proxy sign-in</h1>" }, "The answer wasn't what we expected"],
  ["another shape", { status: 200, body: { value: "what?" } }, "The answer wasn't what we expected"],
] as const) {
  test(`${what}: an error with a retry that works`, async ({ page, arrive, control }) => {
    await control.fault({ match: BATCH, ...fault });
    await arrive("organizer");

    const problem = message(page, title);
    await expect(problem).toBeVisible();
    await expect(page.getByRole("table")).toHaveCount(0);

    await control.mend();
    await problem.getByRole("button", { name: "Try again" }).click();
    await expect(new Board(page).row(KNOWN)).toBeVisible();
    await expect(problem).toHaveCount(0);
  });
}

test("codes stand under Details, with the request id, and can be copied", async ({ page, arrive, control, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await control.fault({ match: BATCH, status: 403, headers: { "request-id": "4711-ab" } });
  await arrive("organizer");

  const problem = message(page, "Your role doesn't allow this");
  await expect(problem.getByText("4711-ab")).toBeHidden();
  await problem.locator("summary").click();
  await expect(problem.getByText("4711-ab")).toBeVisible();
  await problem.getByRole("button", { name: "Copy details" }).click();
  await expect(page.getByText("Details copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Status: 403");
});

test("one part that can't be read is named, and the rest is shown", async ({ page, arrive, control }) => {
  const part = { origin: "graph" as const, path_regex: "townhalls/getByUserRole\\(role='coOrganizer'\\)" };
  await control.fault({ match: part, status: 403 });
  const board = new Board(page);
  await arrive("organizer");

  const partial = message(page, "Some of your events couldn't be read");
  await expect(partial).toContainText("town halls you co-organize");
  await expect(board.row(KNOWN)).toBeVisible();
  await expect(board.row("Presenter training")).toHaveCount(0);

  await control.mend();
  await partial.getByRole("button", { name: "Try again" }).click();
  await expect(board.row("Presenter training")).toBeVisible();
  await expect(partial).toHaveCount(0);
});

for (const [where, match] of [
  ["the whole batch", BATCH],
  ["one part of it", { origin: "graph" as const, path_regex: "townhalls/getByUserRole\\(role='organizer'\\)" }],
] as const) {
  test(`throttling of ${where} is waited out without a word`, async ({ page, arrive, control }) => {
    await control.fault({ match, status: 429, headers: { "retry-after": "0.5" }, times: 1 });
    await arrive("organizer");

    await expect(new Board(page).row(KNOWN)).toBeVisible();
    await expect(page.locator(".message")).toHaveCount(0);
    const refused = await control.journal((line) => line.origin === "graph" && line.status === 429);
    expect(refused).toHaveLength(1);
  });
}

test("a refresh that fails keeps what is there", async ({ page, arrive, control }) => {
  const board = new Board(page);
  await arrive("organizer");
  await expect(board.row(KNOWN)).toBeVisible();

  await control.fault({ match: BATCH, drop: "before" });
  await page.getByRole("button", { name: "Refresh" }).click();

  await expect(message(page, "There is no connection")).toBeVisible();
  await expect(board.row(KNOWN)).toBeVisible();
});
