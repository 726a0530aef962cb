// The people of an event by keyboard alone.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, focusIsKept, focusIsSeen, tabTo, tick, typeInto } from "./keyboard";
import { EventPage, eventPath } from "./pages/event";
import { People } from "./pages/people";

test.use({ at: TUESDAY_AT_TEN, permissions: ["clipboard-read", "clipboard-write"] });

const TITLE = "First quarter results";

test("presenters are found, added, taken off and asked back by keyboard alone", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  const before = event.presenters.length;
  const people = new People(page);
  await arrive("organizer", eventPath(event));
  await expect(new EventPage(page).title(TITLE)).toBeVisible();

  await enter(page, page.getByRole("navigation", { name: "Parts of this event" }).getByRole("link", { name: "People" }));
  await expect(people.presenters).toHaveCount(before);
  await focusIsKept(page, "after another part was opened");

  // two of that name: the second is taken
  await tabTo(page, people.add);
  await page.keyboard.type("jonas web");
  const options = page.getByRole("option");
  await expect(options.filter({ hasText: "Jonas Weber" })).toHaveCount(2);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(options.nth(0)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(people.add).toBeFocused();
  await expect(people.add).toHaveValue("");
  await page.keyboard.type("guest@harborpress.example");
  await expect(options.filter({ hasText: "guest@" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(people.go).toHaveText("Add 2 presenters");
  await enter(page, people.go);
  await expect(people.presenters).toHaveCount(before + 2);
  await focusIsKept(page, "after presenters were added");

  await enter(page, page.getByRole("button", { name: "Remove guest", exact: true }), "Shift+Tab");
  await expect(people.presenters).toHaveCount(before + 1);
  await expect(page.getByRole("heading", { name: "Presenters", exact: true })).toBeFocused();
  await focusIsSeen(page);
  await enter(page, page.getByRole("button", { name: "Undo" }));
  await expect(people.presenters).toHaveCount(before + 2);
  await focusIsKept(page, "after a presenter was asked back");
  expect((await control.event(TITLE)).presenters).toHaveLength(before + 2);
});

test("a list of presenters is pasted by keyboard alone", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  const before = event.presenters.length;
  const people = new People(page);
  await arrive("organizer", `${eventPath(event)}/people`);
  await expect(people.presenters).toHaveCount(before);
  await page.evaluate(() => navigator.clipboard.writeText("Mei <mei.tanaka@northlight.example>; vera@press.example"));
  const opener = page.getByRole("button", { name: "Paste a list: Add presenters" });
  const dialog = page.getByRole("dialog", { name: "Paste a list" });
  const list = dialog.getByRole("textbox", { name: "Names and addresses" });

  // Escape leaves everything as it was, and gives the focus back
  await enter(page, opener);
  await tabTo(page, list);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press("Enter");
  await tabTo(page, list);
  await page.keyboard.press("ControlOrMeta+v");
  await expect(list).toHaveValue("Mei <mei.tanaka@northlight.example>; vera@press.example");
  await enter(page, dialog.getByRole("button", { name: "Look up" }));
  await expect(dialog.getByText("1 person found in your directory")).toBeVisible();
  await focusIsKept(page, "after the list was looked up");
  await tick(page, dialog.getByRole("checkbox", { name: "vera@press.example" }));
  await enter(page, dialog.getByRole("button", { name: "Add 2 people" }));
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await focusIsSeen(page);

  // one of them not after all
  await enter(page, page.getByRole("button", { name: "Remove vera@press.example" }), "Shift+Tab");
  await expect(people.go).toHaveText("Add 1 presenter");
  await focusIsKept(page, "after somebody chosen was left out");
  await enter(page, people.go);
  await expect(people.presenters).toHaveCount(before + 1);
  expect((await control.event(TITLE)).presenters).toHaveLength(before + 1);
});

test("what a webinar tells of a presenter is written by keyboard alone", async ({ page, arrive, control }) => {
  const webinar = (await control.events()).find(
    (it) => it.kind === "Webinar" && it.status !== "Canceled" && it.presenters.length > 0,
  )!;
  await arrive("organizer", `${eventPath(webinar)}/people`);
  const opener = page.getByRole("button", { name: /^Details of / }).first();
  const dialog = page.getByRole("dialog");
  await expect(opener).toBeVisible();
  await enter(page, opener);
  await typeInto(page, dialog.getByLabel("Biography"), "Speaks of roofs and sun.");
  await typeInto(page, dialog.getByLabel("Company"), "Northlight");

  // a wrong address is said where it stands, and mended there
  await typeInto(page, dialog.getByLabel("Own page"), "no address");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Enter a web address such as https://example.org.")).toBeVisible();
  await expect(dialog.getByLabel("Own page")).toBeFocused();
  await typeInto(page, dialog.getByLabel("Own page"), "https://northlight.example/people");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await focusIsKept(page, "after the details were saved");
  const [change] = await control.journal((line) => line.method === "PATCH");
  expect(change.body.presenterDetails).toMatchObject({
    company: "Northlight",
    personalSiteWebUrl: "https://northlight.example/people",
  });
});
