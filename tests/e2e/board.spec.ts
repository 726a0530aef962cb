// The board: search, filters, order, and the address that keeps them.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Board } from "./pages/board";

test.use({ at: TUESDAY_AT_TEN });

test.beforeEach(async ({ arrive }) => arrive("organizer"));

test("what is on now and next stands above the list", async ({ page }) => {
  const strip = page.getByRole("region", { name: "On now and next" });
  await expect(strip.getByRole("link")).toHaveText([
    "January all hands",
    "Plant safety briefing, early shift",
    "Ask the board anything",
  ]);
});

test("search takes words as they are typed", async ({ page }) => {
  const board = new Board(page);
  await board.search.pressSequentially("plant safety");
  await expect(board.search).toHaveValue("plant safety");
  await expect(board.rows).toHaveCount(1);
  await expect(board.row("Plant safety briefing, early shift")).toBeVisible();
});

test("search finds without accents, and by status and month", async ({ page }) => {
  const board = new Board(page);
  await board.search.fill("sao paulo");
  await expect(board.row("Encontro com a equipe de São Paulo")).toBeVisible();
  await expect(board.rows).toHaveCount(1);

  await board.search.fill("draft february");
  await expect(board.row("Team awards 🎉")).toBeVisible();
  for (const row of await board.rows.all()) await expect(row).toContainText("Draft");
});

test("nothing found is said, and one click shows all again", async ({ page }) => {
  const board = new Board(page);
  const all = await board.count.textContent();

  await board.search.fill("no such thing");
  await expect(page.getByRole("heading", { name: "No event matches" })).toBeVisible();

  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(board.count).toHaveText(all!);
  await expect(board.search).toHaveValue("");
});

test("a status chip shows as many as it says", async ({ page }) => {
  const board = new Board(page);
  const promised = Number((await board.chip("Draft").textContent())!.match(/\d+/)![0]);

  await board.chip("Draft").click();

  await expect(board.chip("Draft")).toHaveAttribute("aria-pressed", "true");
  await expect(board.rows).toHaveCount(promised);
  await expect(board.count).toHaveText(new RegExp(`^${promised} of \\d+ events$`));
  for (const row of await board.rows.all()) await expect(row).toContainText("Draft");

  // a second status adds its rows
  await board.chip("Cancelled").click();
  await expect(board.row("Summer picnic planning")).toBeVisible();
});

test("role, kind and time narrow the list", async ({ page }) => {
  const board = new Board(page);
  await board.picker("Role").selectOption("Co-organizer");
  await expect(board.row("Presenter training")).toBeVisible();
  for (const row of await board.rows.all()) await expect(row).toContainText("Co-organizer");

  await board.picker("Kind").selectOption("Webinar");
  await expect(board.row("Presenter training")).toHaveCount(0);
  await expect(board.row("Sound for everybody")).toBeVisible();

  await board.picker("Role").selectOption("Any role");
  await board.picker("Kind").selectOption("Any kind");
  await board.picker("When").selectOption("Today");
  await expect(board.row("Ask the board anything")).toBeVisible();
  await expect(board.row("First quarter results")).toHaveCount(0);
});

test("a column's head orders by it, and again the other way round", async ({ page }) => {
  const board = new Board(page);
  await board.order("Event");
  await expect(board.column("Event")).toHaveAttribute("aria-sort", "ascending");
  const ascending = await board.titles();

  await board.order("Event");
  await expect(board.column("Event")).toHaveAttribute("aria-sort", "descending");
  expect(await board.titles()).toEqual([...ascending].reverse());

  const latin = ascending.filter((title) => /^[A-Z]/.test(title));
  expect(latin).toEqual([...latin].sort((one, other) => one.localeCompare(other, "en", { sensitivity: "base" })));
});

test("the address keeps search, filters and order over a reload and Back", async ({ page }) => {
  const board = new Board(page);
  await board.search.fill("the");
  await board.chip("Published").click();
  await board.picker("Kind").selectOption("Town hall");
  await board.order("Event");
  await expect(page).toHaveURL(/\?q=the&status=\w+&kind=townhall&sort=title$/);
  const shown = await board.titles();
  expect(shown.length).toBeGreaterThan(1);

  await page.reload();
  await expect(board.search).toHaveValue("the");
  await expect(board.picker("Kind")).toHaveValue(/^townhall/);
  await expect(board.chip("Published")).toHaveAttribute("aria-pressed", "true");
  expect(await board.titles()).toEqual(shown);

  await board.open(shown[0]);
  await expect(page.getByRole("heading", { name: shown[0], level: 1 })).toBeVisible();
  await page.goBack();
  await expect(board.search).toHaveValue("the");
  await expect(board.rows).toHaveCount(shown.length);
  expect(await board.titles()).toEqual(shown);
});

test("both clocks are shown where they differ, and only there", async ({ page }) => {
  const board = new Board(page);
  await board.search.fill("tokyo");
  const tokyo = board.row("Opening of the Tokyo laboratory").locator("td.cell-when");
  await expect(tokyo).toContainText("Sat, Jan 16, 2027, 1:00 AM – 2:15 AM");
  await expect(tokyo.locator(".second")).toHaveText("Sat, Jan 16, 2027, 9:00 AM – 10:15 AM Tokyo");

  // Paris keeps Berlin's time
  await board.search.fill("sales kick-off");
  await expect(board.row("Sales kick-off: the first quarter").locator("td.cell-when .second")).toHaveCount(0);
});

test("a zone that nobody knows is shown as it came", async ({ page }) => {
  const board = new Board(page);
  await board.search.fill("old calendar");
  const when = board.row("Moved from the old calendar").locator("td.cell-when");
  await expect(when).toContainText("2027-01-19 17:00");
  await expect(when.locator(".second")).toHaveText("PacificSt");
});

test("titles are text in their own direction, whatever stands in them", async ({ page, control }) => {
  const board = new Board(page);
  const rtl = (await control.events()).find((event) => /[\u0600-\u06ff]/.test(event.title))!;
  const title = board.row(rtl.title).getByRole("link").locator("[dir=auto]");
  await expect(title).toHaveText(rtl.title);
  expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
});
