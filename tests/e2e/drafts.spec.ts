// Drafts: what is typed is kept in the browser, listed on the board, and brought together with what
// others change.

import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { accountButton } from "./pages/entra";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";
import { Drafts } from "./pages/drafts";

test.use({ at: TUESDAY_AT_TEN });

const TITLE = "Ask the board anything";

/** The same event in the form of a co-organizer, in a browser of their own. */
async function elsewhere(browser: Browser, baseURL: string, path: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL, locale: "en-US" })).newPage();
  await page.clock.setFixedTime(TUESDAY_AT_TEN);
  await page.goto(path);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await accountButton(page, "co-organizer").click();
  return page;
}

test("what was typed and not sent stands on the board, and goes on from there", async ({ page, arrive }) => {
  // given two drafts under way
  await arrive("organizer", "/townhalls/new");
  const form = new Form(page);
  const drafts = new Drafts(page);
  await form.title.fill("First thought");
  await drafts.kept();
  await page.clock.setFixedTime("2027-01-12T09:05:00Z");
  await page.goto("/townhalls/new");
  await expect(form.title).toHaveValue("");
  await form.title.fill("Second thought");
  await drafts.kept();

  // when the board is opened the next day
  await page.goto("/");
  await expect(drafts.items).toHaveText([/Second thought/, /First thought/]);
  await drafts.open("First thought").click();

  // then the form goes on where it was left
  await expect(form.title).toHaveValue("First thought");
  await form.save.click();
  await expect(new EventPage(page).title("First thought")).toBeVisible();
  await page.goto("/");
  await expect(drafts.items).toHaveText([/Second thought/]);
});

test("a discarded draft can be had back", async ({ page, arrive }) => {
  await arrive("organizer", "/townhalls/new");
  const form = new Form(page);
  const drafts = new Drafts(page);
  await form.title.fill("A passing idea");
  await drafts.kept();
  await page.goto("/");
  await drafts.discard("A passing idea").click();
  await expect(drafts.items).toHaveCount(0);

  await page.getByRole("button", { name: "Undo" }).click();
  await drafts.open("A passing idea").click();
  await expect(form.title).toHaveValue("A passing idea");
  await page.goto("/");
  await drafts.discard("A passing idea").click();
  await expect(drafts.items).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Board" })).toBeVisible();
  await expect(drafts.items).toHaveCount(0);
});

test("where nothing can be kept, a file keeps it", async ({ page, arrive }) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: null }));
  await arrive("organizer", "/townhalls/new");
  const form = new Form(page);
  // said before anything is typed
  await expect(page.getByText("This browser doesn't let Rostrum keep what you type.")).toBeVisible();
  await form.title.fill("On paper");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("town-hall-draft.json");
  const text = await readFile((await file.path())!, "utf8");

  // when it is opened on another day
  await page.goto("/townhalls/new");
  await expect(form.title).toHaveValue("");
  const input = page.getByLabel("Open a draft file");
  await input.setInputFiles({ name: "wrong.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(page.getByText("That file holds no draft of Rostrum's.")).toBeVisible();
  await expect(form.title).toHaveValue("");
  await input.setInputFiles({ name: "town-hall-draft.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(form.title).toHaveValue("On paper");
});

test("others changed something else meanwhile: both are saved", async ({ page, browser, baseURL, arrive, control }) => {
  const path = `${eventPath(await control.event(TITLE))}/edit`;
  await arrive("organizer", path);
  const mine = new Form(page);
  await mine.title.fill("Ask us anything");
  // given that a co-organizer saves another description
  const other = await elsewhere(browser, baseURL!, path);
  await new Form(other).field("E-mail notifications to attendees").uncheck();
  await new Form(other).saveChanges.click();
  await expect(other.getByText("Changes saved")).toBeVisible();

  await mine.saveChanges.click();

  await expect(page.getByText("Changes saved. Changed by somebody else meanwhile: E-mail notifications.")).toBeVisible();
  const bodies = (await control.journal((line) => line.method === "PATCH")).map((line: any) => line.body);
  expect(bodies).toEqual([
    { settings: { isAttendeeEmailNotificationEnabled: false } },
    { displayName: "Ask us anything" },
  ]);
  await other.context().close();
});

test("both changed the same: nothing is sent until somebody chooses", async ({ page, browser, baseURL, arrive, control }) => {
  const path = `${eventPath(await control.event(TITLE))}/edit`;
  await arrive("organizer", path);
  const mine = new Form(page);
  await mine.title.fill("Mine");
  const other = await elsewhere(browser, baseURL!, path);
  await new Form(other).title.fill("Theirs");
  await new Form(other).saveChanges.click();
  await expect(other.getByText("Changes saved")).toBeVisible();
  const patches = () => control.journal((line) => line.method === "PATCH");

  // when I save, I am shown both and nothing goes
  await mine.saveChanges.click();
  const dispute = page.getByRole("group", { name: "Somebody else changed this event meanwhile" });
  await expect(dispute).toBeFocused();
  expect(await patches()).toHaveLength(1);
  // nor when I insist
  await mine.saveChanges.click();
  await expect(dispute).toBeFocused();
  expect(await patches()).toHaveLength(1);

  // I look at theirs, and come back to mine
  await dispute.getByRole("radio", { name: "Theirs" }).check();
  await expect(mine.title).toHaveValue("Theirs");
  await dispute.getByRole("radio", { name: "Mine" }).check();
  await expect(mine.title).toHaveValue("Mine");
  await mine.saveChanges.click();
  await expect(new EventPage(page).title("Mine")).toBeVisible();
  expect(await patches()).toHaveLength(2);
  await other.context().close();
});

test("an edit left overnight doesn't undo what others saved meanwhile", async ({ page, browser, baseURL, arrive, control }) => {
  const path = `${eventPath(await control.event(TITLE))}/edit`;
  await arrive("organizer", path);
  const mine = new Form(page);
  await mine.title.fill("Mine from yesterday");
  await new Drafts(page).kept();
  await page.goto("/");
  const other = await elsewhere(browser, baseURL!, path);
  await new Form(other).title.fill("Theirs from this morning");
  await new Form(other).saveChanges.click();
  await expect(other.getByText("Changes saved")).toBeVisible();

  // when I come back to my draft
  await new Drafts(page).open("Mine from yesterday").click();

  // then both stand there before I do anything
  const dispute = page.getByRole("group", { name: "Somebody else changed this event meanwhile" });
  await expect(dispute).toContainText("Theirs from this morning");
  await expect(mine.title).toHaveValue("Mine from yesterday");
  await dispute.getByRole("radio", { name: "Theirs" }).check();
  await mine.saveChanges.click();
  await expect(new EventPage(page).title("Theirs from this morning")).toBeVisible();
  expect(await control.journal((line) => line.method === "PATCH")).toHaveLength(1);
  await other.context().close();
});
