// Importing town halls from a file: columns, problems, encodings, the check, the report.

import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Import, PEOPLE } from "./pages/import";
import { message } from "./pages/frame";

test.use({ at: TUESDAY_AT_TEN });

test("a file becomes drafts with presenters, after a check that sends nothing", async ({ page, arrive, control }) => {
  await arrive("organizer", "/import");
  const pageOf = new Import(page);
  await expect(pageOf.heading).toBeVisible();
  await pageOf.choose(
    [
      "Event name;Date;Time;Duration;City;Co-organisers;Speakers",
      `Spring update;30.03.2027;10:00;90;New York;jonas.weber@northlight.example;${PEOPLE.replace("; ", ", ")}`,
      "Question hour;31.03.2027;2 pm;;;;",
    ].join("\r\n"),
  );
  await expect(pageOf.summary).toHaveText("2 rows can be created.");
  await expect(pageOf.line(2)).toContainText("New York");
  await expect(pageOf.create(2)).toBeDisabled();
  await control.forget();
  await pageOf.checked();
  expect(await control.journal((line) => line.origin === "graph" && line.method !== "GET")).toEqual([]);

  await pageOf.create(2).click();
  const run = pageOf.run("Import of events.csv");
  await expect(run.getByRole("status")).toHaveText("2 of 2 events done.");
  const spring = await control.event("Spring update");
  expect(spring).toMatchObject({ status: "Draft" });
  expect(spring.presenters).toHaveLength(2);
  expect(spring.co_organizers).toHaveLength(1);
  expect(JSON.stringify(spring.start)).toContain("2027-03-30T10:00:00");
  expect(JSON.stringify(spring.start)).toContain("Eastern Standard Time");
  expect(await control.event("Question hour")).toMatchObject({ status: "Draft" });

  // and the report names them
  const download = page.waitForEvent("download");
  await run.getByRole("button", { name: "Download report" }).click();
  const report = await readFile((await (await download).path())!, "utf8");
  expect(report).toContain("Spring update,Done");
  await run.getByRole("button", { name: "Close" }).click();
  await expect(pageOf.file).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Board" }).click();
  await expect(page.getByRole("link", { name: "Spring update" })).toBeVisible();
});

test("every problem stands with its line and column, and good rows go all the same", async ({ page, arrive, control }) => {
  await arrive("organizer", "/import");
  const pageOf = new Import(page);
  await pageOf.choose(
    [
      "Title,Start,Zone,Registration,Presenters",
      "Good,2027-03-30 10:00,Berlin,yes,",
      "Gone,2026-03-30 10:00,Berlin,yes,",
      "No day,31.02.2027 10:00,Berlin,yes,",
      "No zone,2027-03-30 10:00,Atlantis,yes,",
      "No answer,2027-03-30 10:00,Berlin,perhaps,",
      "No address,2027-03-30 10:00,Berlin,yes,nobody",
      "In a gap,2027-03-28 02:30,Berlin,yes,",
      "Too short,2027-03-30 10:00",
      "good,2027-03-30 08:00,UTC,yes,",
      "=cmd(),2027-03-31 10:00,Berlin,no,",
    ].join("\n"),
  );
  await expect(pageOf.summary).toHaveText("2 rows can be created, 7 can't, 1 left out as there already.");
  for (const [line, words] of [
    [3, "Start: This start has passed"],
    [4, "Start: “31.02.2027” isn't a date"],
    [5, "Zone: “Atlantis” isn't a time zone"],
    [6, "Registration: “perhaps” is neither yes nor no"],
    [7, "Presenters: “nobody” isn't an e-mail address"],
    [8, "The clocks are put forward over this time"],
    [9, "This line has 2 cells, but there are 5 columns"],
    [10, "The same title and start as in line 2"],
  ] as const)
    await expect(pageOf.line(line)).toContainText(words);
  await page.getByLabel("Only rows with something to look at").check();
  await expect(pageOf.line(2)).toHaveCount(0);
  await pageOf.checked();
  await pageOf.create(2).click();
  await expect(pageOf.run("Import of events.csv").getByRole("status")).toHaveText("2 of 2 events done.");
  expect(await control.called("=cmd()")).toHaveLength(1);
  expect(await control.called("Gone")).toHaveLength(0);
});

test("an ambiguous date is asked about once, and columns can be said", async ({ page, arrive }) => {
  await arrive("organizer", "/import");
  const pageOf = new Import(page);
  await pageOf.choose("What,Beginning\nSpring update,03/04/2027 10:00\nSummer update,05/06/2027 10:00\n");
  await expect(page.getByRole("alert")).toContainText("Say which column holds the title and the start");
  await page.getByLabel("What", { exact: true }).selectOption({ label: "Title" });
  await page.getByLabel("Beginning", { exact: true }).selectOption({ label: "Start: date, or date and time" });
  await expect(pageOf.summary).toContainText("2 can't");
  const question = page.getByRole("group", { name: "What comes first in dates such as 03/04/2027?" });
  await question.getByLabel("The month").check();
  await expect(pageOf.summary).toHaveText("2 rows can be created.");
  await expect(pageOf.line(2)).toContainText("Mar 4");
  await question.getByLabel("The day").check();
  await expect(pageOf.line(2)).toContainText("Apr 3");
});

test("other encodings, and what is no table, are said", async ({ page, arrive }) => {
  await arrive("organizer", "/import");
  const pageOf = new Import(page);
  await pageOf.choose(Buffer.from("PK\u0003\u0004\0\0", "latin1"), "events.xlsx");
  await expect(message(page, "This isn't a text file")).toBeVisible();
  await pageOf.choose("Title,Start\r\n");
  await expect(message(page, "There is one line only")).toBeVisible();
  // Windows-1252, with a note
  await pageOf.choose(Buffer.from("Title;Start\r\nMünchen für alle;30.03.2027 10:00\r\n", "latin1"));
  await expect(message(page, "This file isn't in Unicode")).toBeVisible();
  await expect(pageOf.line(2)).toContainText("München für alle");
  // UTF-16 with a mark, and UTF-8 with one, without
  for (const bytes of [
    Buffer.from("\ufeffTitle\tStart\r\n日本支社\t2027-03-30 10:00\r\n", "utf16le"),
    Buffer.from("\ufeffTitle,Start\r\n日本支社,2027-03-30 10:00\r\n"),
  ]) {
    await page.getByRole("button", { name: "Choose another file" }).click();
    await pageOf.choose(bytes);
    await expect(pageOf.line(2)).toContainText("日本支社");
    await expect(message(page, "This file isn't in Unicode")).toHaveCount(0);
  }
});

test("a hundred thousand rows are read while the page stays awake, and too many are not sent", async ({ page, arrive }) => {
  test.slow();
  await arrive("organizer", "/import");
  const pageOf = new Import(page);
  await page.evaluate(() => {
    const turns = { taken: 0 };
    Object.assign(window, { turns });
    // without a pause it would leave the other timers of the test's clock no turn
    setInterval(() => (turns.taken += 1), 10);
  });
  const turns = () => page.evaluate(() => (window as unknown as { turns: { taken: number } }).turns.taken);
  const before = await turns();
  const many = Array.from({ length: 100_000 }, (_, at) => `Town hall ${at},2027-03-30 10:00,Berlin`);
  await pageOf.choose(["Title,Start,Zone", ...many].join("\n"));
  await expect(pageOf.summary).toHaveText("100000 rows can be created.", { timeout: 90_000 });
  // the page had its turn between the slices, more than once for each
  expect((await turns()) - before).toBeGreaterThan(25);
  await expect(page.getByText("1–50 of 100000")).toBeVisible();
  await page.getByRole("button", { name: "Next rows" }).click();
  await expect(page.getByText("51–100 of 100000")).toBeVisible();
  await expect(pageOf.lines).toHaveCount(50);
  await expect(page.getByText("100000 are too many for one go: 2000 at most. Split the file.")).toBeVisible();
  await page.getByRole("button", { name: "Choose another file" }).click();
  await pageOf.choose(["Title,Start", ...Array(100_001).fill("x,2027-03-30 10:00")].join("\n"));
  await expect(message(page, "This file is too long")).toBeVisible({ timeout: 60_000 });
});

test("the page without violations that axe can see, light and dark, narrow and wide", async ({ page, arrive }) => {
  test.slow();
  await arrive("organizer", "/import");
  const pageOf = new Import(page);
  const looks = async (where: string) => {
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [360, 1440]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 900 });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
        expect(found, `${where}, ${colorScheme}, ${width} px`).toEqual([]);
      }
  };
  await expect(pageOf.file).toBeVisible();
  await looks("nothing chosen");
  await pageOf.choose("What,Start,Zone\nA,03/04/2027 10:00,Berlin\nB,2027-03-30 10:00,Atlantis\nC,2027-03-30 10:00,\n");
  await page.getByLabel("What", { exact: true }).selectOption({ label: "Title" });
  await expect(pageOf.summary).toContainText("1 row can be created, 2 can't");
  await looks("with problems");
  await pageOf.checked();
  await pageOf.create(1).click();
  await expect(pageOf.run("Import of events.csv").getByRole("status")).toHaveText("1 of 1 event done.");
  await looks("report");
});
