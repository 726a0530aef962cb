// What others than the organizer see of an event, and what they are told they can't do.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { EventPage, eventPath } from "./pages/event";
import { message } from "./pages/frame";

test.use({ at: TUESDAY_AT_TEN });

test("a co-organizer may edit, and is told who publishes and cancels", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  await arrive("co-organizer", eventPath(await control.event("First quarter results")));

  await expect(event.standing).toContainText("Co-organizer");
  await expect(event.link("Edit")).toBeVisible();
  await expect(page.getByText("Only the organizer can publish or cancel; as a co-organizer you can edit.")).toBeVisible();
  await event.isFree("Publish", "Cancel event");
});

test("a co-organizer's edit arrives", async ({ page, arrive, control }) => {
  const before = await control.event("First quarter results");
  await arrive("co-organizer", eventPath(before));
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Title").fill("First quarter, in figures");
  await page.getByRole("button", { name: "Save changes" }).click();

  await expect(new EventPage(page).title("First quarter, in figures")).toBeVisible();
  expect((await control.event("First quarter, in figures")).id).toBe(before.id);
});

for (const [person, title] of [
  ["presenter", "January all hands"],
  ["attendee", "January all hands"],
  ["guest", "January all hands"],
] as const) {
  test(`${/^[ao]/.test(person) ? "an" : "a"} ${person} sees when and where, and nothing to change`, async ({ page, arrive, control }) => {
    const event = new EventPage(page);
    await arrive(person, eventPath(await control.event(title)));

    await expect(event.title(title)).toBeVisible();
    await expect(event.clocks).toContainText("9:35 AM – 10:35 AM");
    await expect(event.link("Join")).toBeVisible();
    await expect(page.getByText("Only its organizer and co-organizers can change this event.")).toBeVisible();
    await event.isFree("Publish", "Cancel event");
    await expect(event.link("Edit")).toHaveCount(0);
  });
}

test("an event by invitation isn't shown to others", async ({ page, arrive, control }) => {
  await arrive("attendee", eventPath(await control.event("Leadership circle")));
  await expect(message(page, "There is no such event for you")).toBeVisible();
  await expect(page.getByText("Leadership circle")).toHaveCount(0);
});

test("the form of an event that isn't one's own says why it can't be edited", async ({ page, arrive, control }) => {
  const path = eventPath(await control.event("January all hands"));
  await arrive("presenter", `${path}/edit`);
  await expect(message(page, "You can't edit this event")).toContainText("Only its organizer and co-organizers");
  await expect(page.getByRole("form")).toHaveCount(0);
});
