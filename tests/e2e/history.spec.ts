// What somebody did to an event, and taking an edit back.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";
import { People } from "./pages/people";

test.use({ at: TUESDAY_AT_TEN });

const TITLE = "First quarter results";
const NEWER = "Results of the first quarter";

test("what was done is listed, by this account in this browser", async ({ page, arrive, control, signIn }) => {
  const path = eventPath(await control.event(TITLE));
  await arrive("organizer", path);
  const event = new EventPage(page);
  await expect(event.title(TITLE)).toBeVisible();
  await expect(event.recent).toHaveCount(0);

  await event.link("Edit").click();
  const form = new Form(page);
  await form.title.fill(NEWER);
  await form.field("End time").fill("16:30");
  await form.saveChanges.click();
  await expect(event.recent).toHaveText([/^Changed: Title, Date and time now$/]);

  await page.clock.setFixedTime("2027-01-12T09:20:00Z");
  await page.getByRole("link", { name: "People", exact: true }).click();
  await new People(page).presenters.getByRole("button", { name: /^Remove / }).first().click();
  await expect(page.getByText("Presenter removed")).toBeVisible();
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(event.recent).toHaveText([/^Took .+ off the presenters now$/, /^Changed: Title, Date and time 20 minutes ago$/]);

  // somebody else did none of it
  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await page.goto(path);
  await signIn("co-organizer");
  await expect(event.title(NEWER)).toBeVisible();
  await expect(event.people("Co-organizers").first()).toBeVisible();
  await expect(event.recent).toHaveCount(0);
});

test("publishing and cancelling are in it", async ({ page, arrive, control }) => {
  const draft = "Strategy 2030, first reading";
  await arrive("organizer", eventPath(await control.event(draft)));
  const event = new EventPage(page);
  await event.button("Publish").click();
  await event.answer("Publish");
  await expect(event.recent).toHaveText([/^Published/]);
  await page.clock.setFixedTime("2027-01-12T09:05:00Z");
  await event.button("Cancel event").click();
  await event.dialog.getByRole("textbox").fill(draft);
  await event.answer("Cancel event");
  await expect(event.recent).toHaveText([/^Cancelled/, /^Published/]);
});

test("an edit is taken back, and the page shows it", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event(TITLE))}/edit`);
  const form = new Form(page);
  const event = new EventPage(page);
  await form.title.fill(NEWER);
  await form.saveChanges.click();
  await expect(event.title(NEWER)).toBeVisible();
  await page.clock.setFixedTime("2027-01-12T09:01:00Z");

  await page.getByRole("button", { name: "Undo" }).click();

  await expect(page.getByText("The change is undone")).toBeVisible();
  await expect(event.title(TITLE)).toBeVisible();
  await expect(event.recent).toHaveText([/^Undone: Title/, /^Changed: Title/]);
  const sent = await control.journal((line) => line.method === "PATCH");
  expect(sent.map((line) => line.body)).toEqual([{ displayName: NEWER }, { displayName: TITLE }]);
});

test("nothing is taken back that somebody changed once more", async ({ page, arrive, control }) => {
  const before = await control.event(TITLE);
  await arrive("organizer", `${eventPath(before)}/edit`);
  const form = new Form(page);
  await form.title.fill(NEWER);
  await form.saveChanges.click();
  await expect(new EventPage(page).title(NEWER)).toBeVisible();
  await control.change(before, { title: "Results, for good" });

  await page.getByRole("button", { name: "Undo" }).click();

  await expect(page.getByText("Not undone: the same was changed once more since.")).toBeVisible();
  expect(await control.called("Results, for good")).toHaveLength(1);
});

test("what can't be undone is said", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event(TITLE))}/edit`);
  const form = new Form(page);
  await form.title.fill(NEWER);
  await form.saveChanges.click();
  await expect(new EventPage(page).title(NEWER)).toBeVisible();
  await control.fault({ match: { origin: "graph", method: "PATCH" }, status: 403, times: 1 });

  await page.getByRole("button", { name: "Undo" }).click();

  await expect(page.getByText("Undoing it failed. The event is as you saved it.")).toBeVisible();
  expect(await control.called(NEWER)).toHaveLength(1);
});
