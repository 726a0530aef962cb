// Copies of events and templates.

import { readFile } from "node:fs/promises";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";

test.use({ at: TUESDAY_AT_TEN });

const TITLE = "First quarter results";

test("a copy has what was chosen, on the new day, on the same clock", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  await arrive("organizer", eventPath(event));
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Duplicate" }).click();
  const dialog = page.getByRole("dialog", { name: "Duplicate" });
  await dialog.getByLabel("New date").fill("2027-04-22");
  await dialog.getByRole("checkbox", { name: "Description" }).uncheck();
  await dialog.getByRole("button", { name: "Duplicate" }).click();

  const form = new Form(page);
  await expect(form.title).toHaveValue(TITLE);
  await expect(form.field("Start date")).toHaveValue("2027-04-22");
  await expect(form.field("Start time")).toHaveValue(event.start.date_time.slice(11, 16));
  await expect(form.field("Description")).toHaveText("");
  await expect(form.field("Capacity")).toHaveValue(String(event.capacity));
  await form.title.fill("Second quarter results");
  await form.save.click();
  await expect(new EventPage(page).title("Second quarter results")).toBeVisible();
  const made = await control.event("Second quarter results");
  expect(made.start).toEqual({ ...event.start, date_time: `2027-04-22T${event.start.date_time.slice(11)}` });
  await expect.poll(async () => (await control.event("Second quarter results")).presenters.length).toBe(event.presenters.length);
});

test("a template travels as a file", async ({ page, arrive, control }) => {
  await arrive("organizer", eventPath(await control.event(TITLE)));
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Save as template" }).click();
  await page.getByLabel("Name of the template").fill("Quarterly");
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Template saved")).toBeVisible();
  await page.goto("/templates");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file: Quarterly" }).click();
  const text = await readFile((await (await download).path())!, "utf8");

  // deleted, asked back, deleted
  await page.getByRole("button", { name: "Delete Quarterly" }).click();
  await expect(page.getByText("No templates yet.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Delete Quarterly" }).click();
  await expect(page.getByText("No templates yet.")).toBeVisible();

  const input = page.getByLabel("Open a template file");
  await input.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(page.getByText("That file holds no template of Rostrum's.")).toBeVisible();
  await input.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(page.getByRole("button", { name: "Use Quarterly" })).toBeVisible();
});

test("the organization's templates are there for everybody", async ({ page, arrive }) => {
  await page.route("**/config.json", async (route) => {
    const answer = await route.fetch();
    const templates = [
      { format: "rostrum.template", version: 1, name: "Town hall of the board", draft: { title: "Town hall", lengthMinutes: 45, capacity: "500" } },
      { name: "not one" },
    ];
    await route.fulfill({ json: { ...(await answer.json()), templates } });
  });
  await arrive("organizer", "/templates");
  const given = page.getByRole("region", { name: "From your organization" });
  await expect(given.getByText("1 more can't be read")).toBeVisible();
  await given.getByRole("button", { name: "Use Town hall of the board" }).click();
  const form = new Form(page);
  await expect(form.field("Capacity")).toHaveValue("500");
  await expect(form.field("End time")).toHaveValue("10:45");
});

test("where nothing is kept, the page says so", async ({ page, arrive }) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: null }));
  await arrive("organizer", "/templates");
  await expect(page.getByText("This browser keeps no templates")).toBeVisible();
});

test("the look over an event names what is worth a thought", async ({ page, arrive, control }) => {
  await arrive("organizer", "/townhalls/new");
  const form = new Form(page);
  await form.title.fill("At night");
  await form.starts("2027-02-01", "03:00");
  await form.publish.click();
  const dialog = page.getByRole("dialog");
  const item = (name: string) => dialog.getByRole("listitem").filter({ hasText: name });
  await expect(item("Time zone")).toContainText("It begins at night");
  await expect(item("Presenters")).toContainText("Nobody presents yet.");
  await expect(item("Length")).toContainText("fine");
  // it warns, and stops nothing
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(new EventPage(page).title("At night")).toBeVisible();
  expect((await control.event("At night")).status).toBe("Published");
});
