// The event page: what it shows, publishing, cancelling.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Board } from "./pages/board";
import { EventPage, eventPath } from "./pages/event";
import { message } from "./pages/frame";

test.use({ at: TUESDAY_AT_TEN, permissions: ["clipboard-read", "clipboard-write"] });

test("all properties are shown, with both clocks", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  await arrive("organizer", eventPath(await control.event("Opening of the Tokyo laboratory")));

  await expect(event.title("Opening of the Tokyo laboratory")).toBeVisible();
  await expect(event.standing).toHaveText(/Published.*Town hall.*Organizer/s);
  await expect(event.clocks).toContainText("Sat, Jan 16, 2027, 1:00 AM – 2:15 AM");
  await expect(event.clocks).toContainText("Sat, Jan 16, 2027, 9:00 AM – 10:15 AM Tokyo");
  await expect(event.fact("Audience")).toHaveText("Your organization");
  await expect(event.fact("Invite only")).toHaveText("No");
  await expect(event.fact("Capacity")).toHaveText("Not set");
  await expect(event.fact("Registration required")).toHaveText("No");
  await expect(event.fact("E-mail notifications to attendees")).toHaveText("Yes");
  await expect(event.fact("Length")).toHaveText("1 h 15 min");
  await expect(event.people("Organizer")).toHaveText([/Ana Ruiz/]);
  await expect(event.people("Co-organizers")).toHaveText([/Jonas Weber/]);
  await expect(page).toHaveTitle("Opening of the Tokyo laboratory · Rostrum");
});

test("people invited are named, guests with their address", async ({ page, arrive, control }) => {
  await arrive("organizer", eventPath(await control.event("Leadership circle")));
  const invited = new EventPage(page).people("Invited attendees");
  await expect(invited).toHaveCount(5);
  await expect(invited.filter({ hasText: "Nadia Benali" })).toContainText("nadia.benali@harborpress.example");
});

test("how long until it starts is said in words", async ({ page, arrive, control }) => {
  await arrive("organizer", eventPath(await control.event("Ask the board anything")));
  await expect(page.getByText("in 20 minutes")).toBeVisible();
});

test("a date isn't said twice", async ({ page, arrive, control }) => {
  await arrive("organizer", eventPath(await control.event("Opening of the Tokyo laboratory")));
  const { clocks } = new EventPage(page);
  await expect(clocks).toContainText("2027");
  await expect(clocks).not.toContainText(/\bon \d/);
});

test("the links can be copied", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  await arrive("organizer", eventPath(await control.event("Family day: guided tours")));
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const shown = page.locator(".link-line a");
  await expect(shown).toHaveCount(2);
  const [attendee, registration] = await Promise.all([0, 1].map((at) => shown.nth(at).getAttribute("href")));

  // people register first: that address is the one to hand out
  await event.isFree("Copy attendee link");
  await event.button("Copy registration link").first().click();
  await expect(page.getByText("Registration link copied")).toBeVisible();
  expect(await copied()).toBe(registration);
  expect(registration).not.toBe(attendee);

  await event.button("Copy join link").click();
  await expect(page.getByText("Join link copied")).toBeVisible();
  expect(await copied()).toBe(attendee);

  await expect(event.link("Join")).toHaveAttribute("href", attendee!);
});

test("where the clipboard is refused, the link is shown to copy by hand", async ({ page, arrive, control }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  await arrive("organizer", eventPath(await control.event("First quarter results")));
  await new EventPage(page).button("Copy attendee link").click();
  await expect(page.getByText(/The browser refused the clipboard\..*https?:\/\//)).toBeVisible();
});

test("HTML from other people is shown without what could run", async ({ page, arrive, control }) => {
  await arrive("organizer", eventPath(await control.event("Security week: do you click on everything?")));
  const about = page.getByRole("region", { name: "About" });
  await expect(about).toContainText("Phishing in five examples.");
  await expect(about).not.toContainText("taken over");
  await expect(about.locator("script, img, iframe, [style], [onclick]")).toHaveCount(0);
  await expect(page).toHaveTitle("Security week: do you click on everything? · Rostrum");
  await expect(page.locator("body")).not.toHaveAttribute("data-taken");
});

test("a draft is published after a question that says who is told", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  await arrive("organizer", eventPath(await control.event("Strategy 2030, first reading")));
  await expect(page.getByText("The session and its links come with publishing.")).toBeVisible();
  await event.isFree("Copy attendee link");

  await event.button("Publish").click();
  await expect(event.dialog).toHaveAccessibleName("Publish “Strategy 2030, first reading”?");
  await expect(event.dialog).toContainText("organization");
  await expect(event.dialog).toContainText("can't become a draft again");

  // "Not now" changes nothing and gives the focus back
  await event.answer("Not now");
  await expect(event.dialog).toBeHidden();
  await expect(event.button("Publish")).toBeFocused();
  expect((await control.event("Strategy 2030, first reading")).status).toBe("Draft");

  await event.button("Publish").click();
  await event.answer("Publish");
  await expect(page.getByText("Published", { exact: true }).first()).toBeVisible();
  await expect(event.button("Copy attendee link")).toBeVisible();
  await event.isFree("Publish");
  expect((await control.event("Strategy 2030, first reading")).status).toBe("Published");
});

test("publishing that fails stays near its button and can be tried again", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  await arrive("organizer", eventPath(await control.event("Strategy 2030, first reading")));
  await control.fault({ match: { origin: "graph", path_regex: "/publish$" }, status: 409, times: 1 });

  await event.button("Publish").click();
  await event.answer("Publish");
  await expect(event.dialog).toContainText("Somebody changed this meanwhile");

  await event.answer("Publish");
  await expect(event.dialog).toBeHidden();
  expect((await control.event("Strategy 2030, first reading")).status).toBe("Published");
});

test("cancelling takes the typed title", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  await arrive("organizer", eventPath(await control.event("Leadership circle")));
  await event.button("Cancel event").click();
  await expect(event.dialog).toContainText("can't be undone");
  await expect(event.dialog).toContainText("E-mail to attendees is switched off");

  // given another title, the button stays off, and Enter does nothing
  const typed = event.dialog.getByRole("textbox", { name: "To confirm, type the title: Leadership circle" });
  const confirm = event.dialog.getByRole("button", { name: "Cancel event" });
  await expect(confirm).toBeDisabled();
  await typed.fill("Leadership square");
  await expect(confirm).toBeDisabled();
  await typed.press("Enter");
  expect((await control.event("Leadership circle")).status).toBe("Published");

  // Escape closes the question and nothing else
  await page.keyboard.press("Escape");
  await expect(event.dialog).toBeHidden();
  await expect(event.button("Cancel event")).toBeFocused();

  // what was typed is gone, letter case doesn't matter
  await event.button("Cancel event").click();
  await expect(typed).toHaveValue("");
  await typed.fill("  leadership CIRCLE ");
  await confirm.click();

  await expect(event.standing).toContainText("Cancelled");
  await expect(event.title("Leadership circle")).toHaveClass(/struck/);
  await event.isFree("Cancel event", "Publish");
  await expect(event.link("Edit")).toHaveCount(0);
  expect((await control.event("Leadership circle")).status).toBe("Canceled");
});

test("a question keeps what is typed into it when a newer state of the event comes", async ({ page, arrive, control }) => {
  // given an event opened from the board, whose newer state takes its time
  const event = new EventPage(page);
  await arrive("organizer");
  await control.fault({ match: { origin: "graph", method: "GET", path_regex: "/townhalls/[^/]+$" }, delay_ms: 1_500, times: 1 });
  const newer = page.waitForResponse((response) => /\/townhalls\/[^/]+$/.test(response.url()));
  await new Board(page).open("Leadership circle");
  await event.button("Cancel event").click();
  const typed = event.dialog.getByRole("textbox");
  await typed.fill("Leadership circle");

  await newer;
  await expect(page.locator(".skeleton")).toHaveCount(0);

  await expect(typed).toHaveValue("Leadership circle");
  await expect(typed).toBeFocused();
});

test("a published draft shows as such before it is read again", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  await arrive("organizer", eventPath(await control.event("Strategy 2030, first reading")));
  await event.button("Publish").click();
  // given that reading never ends
  await page.route(/\/townhalls\/[^/]+$/, () => {});

  await event.answer("Publish");

  await expect(event.standing).toContainText("Published");
  await event.isFree("Publish");
});

test("buttons keep the focus while the clock ticks", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  await arrive("organizer", eventPath(await control.event("Ask the board anything")));
  await expect(page.getByText("in 20 minutes")).toBeVisible();
  await event.button("Cancel event").focus();

  // when the page has shown a later time
  await page.clock.setFixedTime("2027-01-12T09:01:00Z");
  await expect(page.getByText("in 19 minutes")).toBeVisible();

  await expect(event.button("Cancel event")).toBeFocused();
});

test("an id that leads nowhere is said, with a way back", async ({ page, arrive }) => {
  for (const path of [
    "/townhalls/0ab57823-5f3b-4665-80fa-1f7571b861c9@no-such-tenant",
    "/webinars/nothing",
    "/townhalls/a%20b%22%3C",
    "/townhalls/%F0%9F%98%80%3Fa%3Db%23c",
  ]) {
    if (page.url() === "about:blank") await arrive("organizer", path);
    else await page.goto(path);
    const problem = message(page, /There is no such event for you|Microsoft 365 didn't accept this/);
    await expect(problem, path).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Go to the board" })).toBeVisible();
  }
  await page.getByRole("link", { name: "Go to the board" }).click();
  await expect(new Board(page).heading).toBeVisible();
});
