// A webinar from the first word to its cancellation: the same pages as a town hall's, with what is different.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";
import { People } from "./pages/people";
import { RegistrationPage } from "./pages/registration";

test.use({ at: TUESDAY_AT_TEN });

/** The fields that Graph takes when a webinar is made, and no others. */
const CREATE = ["audience", "coOrganizers", "displayName", "endDateTime", "isRegistrationRequired", "settings", "startDateTime"];

test("made, published, presented, asked about and called off", async ({ page, arrive, control }) => {
  const form = new Form(page);
  const event = new EventPage(page);
  await arrive("organizer");
  await page.getByRole("link", { name: "New webinar" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New webinar" })).toBeVisible();
  await expect(page.getByRole("form", { name: "Webinar", exact: true })).toBeVisible();

  // people register for a webinar unless somebody says otherwise
  await expect(form.field("Registration required")).toBeChecked();
  for (const absent of [form.field("Capacity"), form.field("Invite only"), form.combobox("Invited attendees")])
    await expect(absent).toHaveCount(0);
  await expect(form.summary.getByRole("list").getByRole("listitem")).toHaveText(["Audience"]);

  await form.title.fill("Insulation in practice");
  await form.combobox("Co-organizers").fill("jonas");
  await form.options.filter({ hasText: "jonas.weber@" }).click();
  await form.save.click();
  await expect(page.getByText("Draft saved")).toBeVisible();
  await expect(event.title("Insulation in practice")).toBeVisible();
  await expect(event.standing).toContainText("Webinar");
  await expect(page).toHaveURL(/\/webinars\//);
  const [create] = await control.journal((line) => line.method === "POST" && line.path.endsWith("/virtualEvents/webinars"));
  expect(Object.keys(create.body).sort()).toEqual(CREATE);
  expect(create.body.isRegistrationRequired).toBe(true);

  await event.button("Publish").click();
  await expect(event.dialog).not.toContainText("Capacity");
  await event.answer("Publish");
  // people register first, so that is the address to hand out
  await expect(event.button("Copy registration link").first()).toHaveClass(/primary/);
  expect((await control.event("Insulation in practice")).status).toBe("Published");

  // a presenter, and what the invitation tells of them
  const people = new People(page);
  await page.getByRole("navigation", { name: "Parts of this event" }).getByRole("link", { name: "People" }).click();
  await people.pick("mei");
  await people.go.click();
  await expect(people.presenters).toHaveCount(1);
  await page.getByRole("button", { name: /^Details of / }).click();
  await page.getByLabel("Biography").fill("Has seen many roofs.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(event.dialog).toBeHidden();
  const [told] = await control.journal((line) => line.method === "PATCH");
  expect(told.body.presenterDetails.bio.content).toBe("Has seen many roofs.");

  // what people are asked
  const registration = new RegistrationPage(page);
  await page.getByRole("navigation", { name: "Parts of this event" }).getByRole("link", { name: "Registration" }).click();
  await expect(registration.section("Set-up")).toContainText("People register before they attend");
  await registration.kind.selectOption({ label: "Short text" });
  await registration.wording.fill("How old is your house?");
  await registration.button("Add question").click();
  await expect(registration.question("How old is your house?")).toBeVisible();

  await event.button("Cancel event").click();
  await expect(page.getByRole("dialog", { name: "Cancel this webinar?" })).toBeVisible();
  await event.dialog.getByRole("textbox").fill("Insulation in practice");
  await event.answer("Cancel event");
  await expect(page.getByText("Event cancelled")).toBeVisible();
  expect((await control.event("Insulation in practice")).status).toBe("Canceled");
});

test("published at once, with a look that leaves out what a webinar hasn't", async ({ page, arrive, control }) => {
  await arrive("organizer", "/webinars/new");
  const form = new Form(page);
  await form.title.fill("Ask an engineer");
  await form.publish.click();
  const question = page.getByRole("dialog");
  await expect(question.getByRole("listitem").filter({ hasText: "Registration" })).toBeVisible();
  await expect(question.getByRole("listitem").filter({ hasText: "Capacity" })).toHaveCount(0);
  await question.getByRole("button", { name: "Publish" }).click();
  await expect(new EventPage(page).title("Ask an engineer")).toBeVisible();
  expect(await control.event("Ask an engineer")).toMatchObject({ kind: "Webinar", status: "Published" });
});

test("of what is fixed, only the audience is shown in its form", async ({ page, arrive, control }) => {
  const webinar = await control.event("Heat pumps for beginners");
  await arrive("organizer", `${eventPath(webinar)}/edit`);
  const form = new Form(page);
  await expect(page.getByRole("form", { name: "Webinar", exact: true })).toBeVisible();
  await expect(page.getByText("Microsoft fixes these when an event is created.")).toBeVisible();
  await expect(form.field("Everyone")).toBeDisabled();
  await expect(form.field("Invite only")).toHaveCount(0);
  await expect(page.getByText("Capacity")).toHaveCount(0);

  await form.field("End time").fill("18:30");
  await form.saveChanges.click();
  await expect(page.getByText("Changes saved")).toBeVisible();
  const changes = await control.journal((line) => line.method === "PATCH");
  expect(changes.map((line) => Object.keys(line.body))).toEqual([["endDateTime"]]);

  // and it can be taken back
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await control.event(webinar.title)).end).toEqual(webinar.end);
});

test("a co-organizer edits a webinar, and is told who publishes and cancels it", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  await arrive("co-organizer", eventPath(await control.event("Heat pumps for beginners")));
  await expect(event.standing).toContainText("Co-organizer");
  await expect(event.link("Edit")).toBeVisible();
  await expect(page.getByText("Only the organizer can publish or cancel; as a co-organizer you can edit.")).toBeVisible();
  await event.isFree("Publish", "Cancel event");
});

test("a copy of a webinar is a webinar", async ({ page, arrive, control }) => {
  await arrive("organizer", eventPath(await control.event("Solar on rented roofs")));
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Duplicate" }).click();
  const question = page.getByRole("dialog");
  await expect(question.getByRole("checkbox", { name: "Audience", exact: true })).toBeChecked();
  await expect(question.getByRole("checkbox", { name: "Invited attendees" })).toHaveCount(0);
  await question.getByRole("button", { name: "Duplicate" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New webinar" })).toBeVisible();
  await new Form(page).save.click();
  await expect(page.getByText("Draft saved")).toBeVisible();
  const both = await control.called("Solar on rented roofs");
  expect(both.map((it) => it.kind)).toEqual(["Webinar", "Webinar"]);
});

test("a series of webinars", async ({ page, arrive, control }) => {
  await arrive("organizer", "/webinars/new");
  await new Form(page).title.fill("Energy hour");
  await page.getByRole("button", { name: "Repeat…" }).click();
  await expect(page.getByRole("heading", { name: "Repeat a webinar" })).toBeVisible();
  await page.getByLabel("How many times").fill("2");
  await page.getByRole("button", { name: "Create 2 webinars" }).click();
  await expect(page.getByText("2 of 2", { exact: false }).first()).toBeVisible();
  await expect.poll(async () => (await control.called("Energy hour")).map((it) => it.kind)).toEqual(["Webinar", "Webinar"]);
});

test("webinars and town halls of one file", async ({ page, arrive, control }) => {
  await arrive("organizer", "/import");
  await page.getByText("Paste a table instead").click();
  await page
    .getByLabel("Table, with its column names in the first line")
    .fill("Title,Start,Kind,Capacity\nFrom a file,2027-03-30 10:00,Webinar,50\nOf another kind,2027-03-30 12:00,Town hall,60\n");
  await page.getByRole("button", { name: "Use this table" }).click();
  await expect(page.getByText("Webinars don't have this; it is left out.")).toBeVisible();
  await page.getByRole("button", { name: "Check without creating" }).click();
  await page.getByRole("button", { name: "Create 2 drafts" }).click();
  await expect.poll(async () => (await control.called("Of another kind")).length).toBe(1);
  expect(await control.event("From a file")).toMatchObject({ kind: "Webinar", capacity: null });
  expect(await control.event("Of another kind")).toMatchObject({ kind: "Townhall", capacity: 60 });
});
