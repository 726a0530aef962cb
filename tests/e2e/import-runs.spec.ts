// An import that is interrupted or partly refused: taken up again, and nothing twice.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Import, PEOPLE } from "./pages/import";

test.use({ at: TUESDAY_AT_TEN });

/** So many good rows, each with two presenters. */
function rows(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => `Imported ${at + 1},2027-03-${10 + (at % 15)} 10:00,${PEOPLE}`);
  return ["Title,Start,Presenters", ...lines].join("\r\n");
}

test("a run is paused, and goes on in another tab after this one was closed", async ({ page, arrive, control, context }) => {
  // given a clock that stands still, so that 15 writes go and no more
  await arrive("organizer", "/import");
  let pageOf = new Import(page);
  await pageOf.choose(rows(8));
  await pageOf.checked();
  await pageOf.create(8).click();
  const run = pageOf.run("Import of events.csv");
  const writes = () => control.journal((line) => line.origin === "graph" && line.method === "POST" && line.path.includes("virtualEvents"));
  await expect.poll(async () => (await writes()).length).toBe(15);
  await run.getByRole("button", { name: "Pause" }).click();
  await expect(run.getByRole("status")).toContainText("Paused");

  // when the tab is closed, the day goes on, and the board is opened in another
  await page.close();
  await control.advance(60);
  const other = await context.newPage();
  await other.clock.setFixedTime(await control.now());
  await other.goto("/");
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByText("Something you started wasn't finished.")).toBeVisible();
  await other.getByRole("link", { name: "Have a look" }).click();
  pageOf = new Import(other);
  await other.getByRole("button", { name: "Resume events.csv" }).click();

  // then what was left is done, and nothing twice
  await expect(pageOf.run("Import of events.csv").getByRole("status")).toHaveText("8 of 8 events done.");
  const titles = (await control.events()).map((event) => event.title).filter((title) => title.startsWith("Imported "));
  expect(titles.sort()).toEqual(Array.from({ length: 8 }, (_, at) => `Imported ${at + 1}`));
  for (const title of titles) expect((await control.event(title)).presenters).toHaveLength(2);
  expect((await writes()).length).toBe(24);
  expect((await writes()).filter((line) => line.status === 429)).toEqual([]);
  await other.goto("/import");
  await expect(other.getByRole("heading", { name: "Not finished" })).toHaveCount(0);
  await other.close();
});

test("a presenter who fails is named, and tried again alone", async ({ page, arrive, control }) => {
  await arrive("organizer", "/import");
  const pageOf = new Import(page);
  await pageOf.choose(rows(1));
  await page.getByLabel("Published town halls").check();
  await pageOf.checked();
  await control.fault({ match: { origin: "graph", method: "POST", path_regex: "/presenters$" }, times: 1, status: 403 });
  await pageOf.publish(1).click();
  const sure = page.getByRole("dialog", { name: "Publish 1 town hall?" });
  await sure.getByRole("button", { name: "Create and publish 1 town hall" }).click();
  const run = pageOf.run("Import of events.csv");
  await expect(run.getByRole("status")).toHaveText("0 of 1 event done, 1 failed.");
  await expect(run.getByRole("listitem")).toContainText("Mei Tanaka couldn't be added as presenter");
  // an event with a presenter missing isn't published
  expect(await control.event("Imported 1")).toMatchObject({ status: "Draft" });
  await run.getByRole("button", { name: "Try what failed again" }).click();
  await expect(run.getByRole("status")).toHaveText("1 of 1 event done.");
  const event = await control.event("Imported 1");
  expect(event).toMatchObject({ status: "Published" });
  expect(event.presenters).toHaveLength(2);
});

test("answers that are lost after their effect double nothing", async ({ page, arrive, control }) => {
  test.slow();
  await arrive("organizer", "/import");
  const pageOf = new Import(page);
  // two equal rows among them, wanted as two
  await pageOf.choose(["Title,Start,Presenters", `Twin,2027-03-30 10:00,${PEOPLE}`, `Twin,2027-03-30 10:00,${PEOPLE}`].join("\n"));
  await page.getByLabel("Also create rows that are there already").check();
  await pageOf.checked();
  // not by a fault of the emulator: a browser that finds a used connection cut sends once more by itself
  for (const path of [/\/virtualEvents\/townhalls$/, /\/presenters$/]) {
    let lost = false;
    await page.route(path, async (route) => {
      if (lost || route.request().method() !== "POST") return route.fallback();
      lost = true;
      await route.fetch();
      await route.abort("connectionreset");
    });
  }
  await pageOf.create(2).click();
  await expect(pageOf.run("Import of events.csv").getByRole("status")).toHaveText("2 of 2 events done.", { timeout: 40_000 });
  const twins = await control.called("Twin");
  expect(twins.map((event) => event.presenters.length)).toEqual([2, 2]);
});
