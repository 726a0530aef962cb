// An import by keyboard alone, from a file and from pasted text.

import { readFile } from "node:fs/promises";
import type { FileChooser } from "@playwright/test";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { choose, enter, focusIsKept, focusIsSeen, tabTo } from "./keyboard";
import { Board } from "./pages/board";
import { Import, PEOPLE } from "./pages/import";

test.use({ at: TUESDAY_AT_TEN });

test("a file is chosen, its columns said, checked and imported by keyboard alone", async ({ page, arrive, control }) => {
  const pageOf = new Import(page);
  await arrive("organizer");
  await expect(new Board(page).rows.first()).toBeVisible();
  await enter(page, page.getByRole("link", { name: "Import", exact: true }));
  await expect(pageOf.heading).toBeVisible();

  // the file, by Space as by Enter; nothing is chosen the first time
  const choosers: FileChooser[] = [];
  page.on("filechooser", (chooser) => choosers.push(chooser));
  await tabTo(page, pageOf.file);
  await page.keyboard.press("Space");
  await expect.poll(() => choosers.length).toBe(1);
  await choosers[0].setFiles([]);
  await page.keyboard.press("Enter");
  await expect.poll(() => choosers.length).toBe(2);
  const buffer = Buffer.from(
    `What,Start,Presenters\nSpring update,03/04/2027 10:00,${PEOPLE}\nSummer update,05/06/2027 10:00,\n`,
  );
  await choosers[1].setFiles({ name: "events.csv", mimeType: "text/csv", buffer });

  // what each column holds, and what a date means
  await expect(page.getByRole("alert")).toContainText("Say which column holds the title");
  await focusIsKept(page, "after a file was chosen");
  await choose(page, page.getByLabel("What", { exact: true }), "Title");
  await tabTo(page, page.getByLabel("The day"));
  await page.keyboard.press("Space");
  await expect(pageOf.summary).toHaveText("2 rows can be created.");
  await expect(pageOf.line(2)).toContainText("Apr 3");
  await focusIsKept(page, "after it was said what a date means");
  await tabTo(page, page.getByLabel("Drafts"));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("Published town halls")).toBeChecked();

  await control.forget();
  // as slow as a directory is
  await control.fault({ match: { origin: "graph", path_regex: "/users" }, delay_ms: 500 });
  await enter(page, pageOf.check);
  await expect(page.getByText("Everybody is looked up")).toBeVisible();
  expect(await control.journal((line) => line.origin === "graph" && line.method !== "GET")).toEqual([]);
  await focusIsKept(page, "after the check");

  // a question before what is published, which gives the focus back when the answer is no
  const sure = page.getByRole("dialog", { name: "Publish 2 town halls?" });
  await enter(page, pageOf.publish(2).first());
  await expect(sure.locator(":focus")).toHaveCount(1);
  await focusIsSeen(page);
  await page.keyboard.press("Escape");
  await expect(sure).toBeHidden();
  await expect(pageOf.publish(2)).toBeFocused();
  await page.keyboard.press("Enter");
  await enter(page, sure.getByRole("button", { name: "Create and publish 2 town halls" }));

  const run = pageOf.run("Import of events.csv");
  await expect(run.getByRole("status")).toHaveText("2 of 2 events done.");
  await focusIsKept(page, "after the import was started");
  expect(await control.event("Spring update")).toMatchObject({ status: "Published" });
  expect(await control.event("Summer update")).toMatchObject({ status: "Published" });
  const download = page.waitForEvent("download");
  await enter(page, run.getByRole("button", { name: "Download report" }));
  expect(await readFile(await (await download).path(), "utf8")).toContain("Spring update,Done");
  await enter(page, run.getByRole("button", { name: "Close" }));
  await expect(pageOf.file).toBeVisible();
  await focusIsKept(page, "after the report was put away");
});

test("an import by keyboard alone, from pasted text", async ({ page, arrive, control }) => {
  await arrive("organizer", "/import");
  const pageOf = new Import(page);
  await expect(pageOf.heading).toBeVisible();
  await enter(page, page.locator("summary", { hasText: "Paste a table instead" }));
  await tabTo(page, page.getByLabel("Table, with its column names"));
  await page.keyboard.insertText("Title\tStart\nBy keyboard\t2027-03-30 10:00\n");
  await enter(page, page.getByRole("button", { name: "Use this table" }));
  await expect(pageOf.summary).toHaveText("1 row can be created.");
  await enter(page, pageOf.check);
  await expect(page.getByText("Everybody is looked up")).toBeVisible();
  await enter(page, pageOf.create(1));
  await expect(pageOf.run("Import of pasted table").getByRole("status")).toHaveText("1 of 1 event done.");
  expect(await control.called("By keyboard")).toHaveLength(1);
});
