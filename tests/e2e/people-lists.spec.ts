// Co-organizers and invited attendees on an event's page: put on, taken off, asked back.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, focusIsKept, tabTo } from "./keyboard";
import { eventPath } from "./pages/event";
import { message } from "./pages/frame";
import { People } from "./pages/people";

test.use({ at: TUESDAY_AT_TEN });

const TITLE = "First quarter results";

test("a co-organizer is added, taken off and asked back", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  const before: unknown[] = event.co_organizers;
  await arrive("organizer", `${eventPath(event)}/people`);
  const people = new People(page);
  const helpers = people.list("Co-organizers");
  await expect(helpers).toHaveCount(before.length);

  await page.getByRole("combobox", { name: "Add co-organizers" }).fill("mei");
  await page.getByRole("option", { name: /Mei/ }).first().click();
  await control.forget();
  await page.getByRole("button", { name: "Add co-organizers", exact: true }).click();

  await expect(helpers).toHaveCount(before.length + 1);
  await expect(page.getByText("Co-organizers: added")).toBeAttached();
  // it is read first: the service replaces the list
  const calls = await control.journal((line) => line.origin === "graph" && line.path.endsWith(event.id));
  expect(calls.map((line) => line.method)).toEqual(["GET", "PATCH"]);
  expect(Object.keys(calls[1].body)).toEqual(["coOrganizers"]);
  const added = (await control.event(TITLE)).co_organizers;
  expect(added.slice(0, before.length)).toEqual(before);

  await helpers.filter({ hasText: "Mei" }).getByRole("button", { name: /^Remove Mei/ }).click();
  await expect(helpers).toHaveCount(before.length);
  expect((await control.event(TITLE)).co_organizers).toEqual(before);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(helpers).toHaveCount(before.length + 1);
  expect((await control.event(TITLE)).co_organizers).toEqual(added);
});

test("guests are invited from a pasted list, by keyboard alone", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  const before: unknown[] = event.invited;
  await arrive("organizer", `${eventPath(event)}/people`);
  const invited = new People(page).list("Invited attendees");
  await expect(page.getByRole("heading", { name: "Invited attendees" })).toBeVisible();
  const dialog = page.getByRole("dialog", { name: "Paste a list" });
  await enter(page, page.getByRole("button", { name: "Paste a list: Invite attendees" }));
  await tabTo(page, dialog.getByRole("textbox", { name: "Names and addresses" }));
  await page.keyboard.insertText("Vera <vera@press.example>; wim@press.example");
  await enter(page, dialog.getByRole("button", { name: "Look up" }));
  for (const guest of ["vera@press.example", "wim@press.example"]) {
    await tabTo(page, dialog.getByRole("checkbox", { name: guest }));
    await page.keyboard.press("Space");
  }
  await enter(page, dialog.getByRole("button", { name: "Add 2 people" }));
  await enter(page, page.getByRole("button", { name: "Invite attendees", exact: true }));
  await expect(invited).toHaveCount(before.length + 2);
  await focusIsKept(page, "after guests were invited");
  expect((await control.event(TITLE)).invited).toHaveLength(before.length + 2);

  await enter(page, page.getByRole("button", { name: /^Remove wim/ }), "Shift+Tab");
  await expect(invited).toHaveCount(before.length + 1);
  await expect(page.getByRole("heading", { name: "Invited attendees" })).toBeFocused();
});

test("a guest is invited by name and address", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  await arrive("organizer", `${eventPath(event)}/people`);
  await page.getByRole("combobox", { name: "Invite attendees" }).fill("Vera Voss <vera@press.example>");
  await page.getByRole("option", { name: /Vera Voss.*vera@press\.example/ }).click();
  await page.getByRole("button", { name: "Invite attendees", exact: true }).click();
  await expect(new People(page).list("Invited attendees").filter({ hasText: "Vera Voss" })).toContainText("vera@press.example");
  const [sent] = await control.journal((line) => line.method === "PATCH");
  expect(JSON.stringify(sent.body.invitedAttendees)).toContain('"displayName":"Vera Voss"');
});

test("what fails is said, and the choice stays", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  await arrive("organizer", `${eventPath(event)}/people`);
  await page.getByRole("combobox", { name: "Add co-organizers" }).fill("mei");
  await page.getByRole("option", { name: /Mei/ }).first().click();
  await control.fault({ match: { origin: "graph", method: "PATCH" }, status: 403, times: 1 });
  const add = page.getByRole("button", { name: "Add co-organizers", exact: true });
  await add.click();
  await expect(message(page, "Your role doesn't allow this")).toBeVisible();
  expect((await control.event(TITLE)).co_organizers).toEqual(event.co_organizers);

  await add.click();
  await expect(message(page, "Your role doesn't allow this")).toHaveCount(0);
  await expect.poll(async () => (await control.event(TITLE)).co_organizers.length).toBe(event.co_organizers.length + 1);
});

test("a webinar has no invited attendees", async ({ page, arrive, control }) => {
  const webinar = (await control.events()).find((event) => event.kind === "Webinar" && event.status === "Published");
  await arrive("organizer", `${eventPath(webinar!)}/people`);
  await expect(page.getByRole("combobox", { name: "Add co-organizers" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Invited attendees" })).toHaveCount(0);
});

test("the people of a cancelled event are shown, and stay", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  await arrive("organizer", eventPath(event));
  await page.getByRole("button", { name: "Cancel event" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(TITLE);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel event" }).click();
  await page.getByRole("link", { name: "People", exact: true }).click();
  await expect(new People(page).list("Co-organizers")).toHaveCount(event.co_organizers.length);
  await expect(page.getByRole("main").getByRole("combobox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Remove / })).toHaveCount(0);
});
