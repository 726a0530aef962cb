// Editing an event: only what changed is sent, what is fixed says so.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";
import { message } from "./pages/frame";

test.use({ at: TUESDAY_AT_TEN });

const TITLE = "First quarter results";

/** The bodies of the changes sent. */
async function sent(control: { journal: any }): Promise<Record<string, unknown>[]> {
  const lines = await control.journal((line: { method: string }) => line.method === "PATCH");
  return lines.map((line: { body: Record<string, unknown> }) => line.body);
}

test("a new title sends the title alone", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event(TITLE))}/edit`);
  const form = new Form(page);
  await expect(form.title).toHaveValue(TITLE);
  await form.title.fill("Results of the first quarter");
  await form.saveChanges.click();

  await expect(page.getByText("Changes saved")).toBeVisible();
  await expect(new EventPage(page).title("Results of the first quarter")).toBeVisible();
  expect(await sent(control)).toEqual([{ displayName: "Results of the first quarter" }]);
});

test("a later end sends the end alone", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event(TITLE))}/edit`);
  const form = new Form(page);
  await form.field("End time").fill("16:30");
  await form.saveChanges.click();

  await expect(page.getByText("Changes saved")).toBeVisible();
  expect(await sent(control)).toEqual([
    { endDateTime: { dateTime: "2027-01-21T16:30:00", timeZone: "W. Europe Standard Time" } },
  ]);
  await expect(new EventPage(page).fact("Length")).toHaveText("1 h 30 min");
});

test("a moved start takes the end with it", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event(TITLE))}/edit`);
  const form = new Form(page);
  await form.field("Start date").fill("2027-02-01");
  await form.saveChanges.click();

  await expect(page.getByText("Changes saved")).toBeVisible();
  const [change] = await sent(control);
  expect(Object.keys(change).sort()).toEqual(["endDateTime", "startDateTime"]);
  const after = await control.event(TITLE);
  expect([after.start.date_time, after.end.date_time]).toEqual(["2027-02-01T15:00:00", "2027-02-01T16:00:00"]);
});

test("nothing changed sends nothing", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event(TITLE))}/edit`);
  await new Form(page).saveChanges.click();
  await expect(new EventPage(page).title(TITLE)).toBeVisible();
  expect(await sent(control)).toEqual([]);
});

test("what Microsoft fixes at creation says so", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event(TITLE))}/edit`);
  const form = new Form(page);
  await expect(page.getByText("Microsoft fixes these when an event is created.")).toBeVisible();
  for (const name of ["Your organization", "Everyone", "Invite only"])
    await expect(form.field(name), name).toBeDisabled();
  await expect(form.field("Capacity")).toHaveCount(0);
  await expect(page.getByText("Capacity: 3000")).toBeVisible();
});

test("taking a co-organizer off sends the list that is left", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event("Ask the board anything"))}/edit`);
  const form = new Form(page);
  await expect(form.chosen("Co-organizers")).toHaveCount(2);
  await page.getByRole("button", { name: "Remove Jonas Weber" }).click();
  await form.saveChanges.click();

  await expect(page.getByText("Changes saved")).toBeVisible();
  const [change] = await sent(control);
  expect(Object.keys(change)).toEqual(["coOrganizers"]);
  await expect(new EventPage(page).people("Co-organizers")).toHaveText([/Kai Andersen/]);
});

test("the text of an event that is on can still be put right", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event("January all hands"))}/edit`);
  const form = new Form(page);
  await form.title.fill("All hands, January");
  await form.saveChanges.click();
  await expect(page.getByText("Changes saved")).toBeVisible();
  expect(await sent(control)).toEqual([{ displayName: "All hands, January" }]);
});

test("a change that the service refuses stays in the form", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event(TITLE))}/edit`);
  const form = new Form(page);
  await control.fault({ match: { origin: "graph", method: "PATCH" }, status: 409, times: 1 });
  await form.title.fill("Another title");
  await form.saveChanges.click();

  await expect(message(page, "Somebody changed this meanwhile")).toBeVisible();
  await expect(form.title).toHaveValue("Another title");
  await form.saveChanges.click();
  await expect(page.getByText("Changes saved")).toBeVisible();
});

test("a cancelled event can't be edited, and the page says why", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event("Summer picnic planning"))}/edit`);
  await expect(message(page, "You can't edit this event")).toContainText("cancelled");
  await page.getByRole("link", { name: "Back" }).click();
  await expect(new EventPage(page).title("Summer picnic planning")).toBeVisible();
});

test("a webinar's title can be changed too", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event("Heat pumps for beginners"))}/edit`);
  const form = new Form(page);
  await expect(form.combobox("Invited attendees")).toHaveCount(0);
  await form.title.fill("Heat pumps, from the start");
  await form.saveChanges.click();
  await expect(page.getByText("Changes saved")).toBeVisible();
  expect(await sent(control)).toEqual([{ displayName: "Heat pumps, from the start" }]);
});

test("what only Teams offers leads to the event's options there", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event(TITLE))}/edit`);
  const card = page.getByRole("complementary", { name: "Only in Teams" });
  await expect(card.getByRole("listitem")).toHaveCount(5);
  await expect(card.getByRole("link", { name: "Meeting options in Teams" })).toHaveAttribute("href", /^https:\/\/teams\.microsoft\.com\/meetingOptions/);
});
