// 320 pixels: nothing scrolls sideways, nothing is cut off, the actions are in reach.

import { fits } from "./fits";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Board } from "./pages/board";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";
import { signInButton } from "./pages/frame";
import { Live } from "./pages/live";

test.use({ at: TUESDAY_AT_TEN, viewport: { width: 320, height: 640 } });

test("signed out", async ({ page }) => {
  await page.goto("/");
  await expect(signInButton(page)).toBeInViewport();
  await fits(page, "signed out");
});

test("board", async ({ page, arrive }) => {
  await arrive("organizer");
  await expect(new Board(page).row("January all hands")).toBeVisible();
  await fits(page, "board");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeInViewport();
});

test("events, long titles and right-to-left ones too", async ({ page, arrive, control }) => {
  const events = await control.events();
  const rtl = events.find((event) => /[\u0600-\u06ff]/.test(event.title))!;
  const long = events.reduce((one, other) => (other.title.length > one.title.length ? other : one));
  await arrive("organizer");
  for (const event of [rtl, long, await control.event("Family day: guided tours")]) {
    await page.goto(eventPath(event));
    // the one to hand out: where people register first, that page's
    await expect(page.locator(".event-actions").getByRole("button", { name: /^Copy (attendee|registration) link$/ })).toBeVisible();
    await fits(page, event.title);
  }
  await new EventPage(page).button("Cancel event").click();
  await expect(new EventPage(page).dialog).toBeVisible();
  await fits(page, "question");
});

test("form, with all that can be wrong", async ({ page, arrive }) => {
  const form = new Form(page);
  await arrive("organizer", "/townhalls/new");
  await form.title.fill("x".repeat(1_001));
  await form.field("Capacity").fill("many");
  await form.starts("2027-03-28", "02:30");
  await form.combobox("Co-organizers").fill("jonas weber with a long name that nobody has");
  await form.save.click();
  await expect(form.errors).toBeVisible();
  await fits(page, "form");
  await form.combobox("Time zone").fill("new york");
  await expect(form.options.first()).toBeVisible();
  await fits(page, "zones");
  await expect(form.save).toBeInViewport();
});

test("live", async ({ page, arrive }) => {
  await arrive("organizer", "/live");
  await expect(new Live(page).session("On now", "January all hands").getByRole("link", { name: "Join" })).toBeVisible();
  await fits(page, "live");
});
