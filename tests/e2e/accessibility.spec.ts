// Every page and dialog without violations that axe can see, light and dark, narrow and wide.

import { isAccessible } from "./accessible";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";
import { message, signInButton } from "./pages/frame";
import { Live } from "./pages/live";
import { RegistrationPage, registrationPath } from "./pages/registration";
import { SharePage, sharePath } from "./pages/share";
import { Board } from "./pages/board";
import { answerConsent } from "./pages/entra";

test.use({ at: TUESDAY_AT_TEN });
// four looks at each of several states
test.slow();

test("signed out, and with a message", async ({ page }) => {
  await page.goto("/");
  await expect(signInButton(page)).toBeVisible();
  await isAccessible(page, "signed out");

  await page.goto(`/auth/bridge.html#code=x&state=r.${"x".repeat(43)}`);
  await expect(message(page, "This sign-in wasn't started here")).toBeVisible();
  await isAccessible(page, "refused sign-in");

  await page.goto("/auth/bridge.html");
  await expect(page.getByText("There is nothing to do here")).toBeVisible();
  await isAccessible(page, "bridge");
});

test("set-up page", async ({ page }) => {
  await page.route("**/config.json", (route) => route.fulfill({ status: 404 }));
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("config.json");
  await isAccessible(page, "set-up");
});

test("board: rows, filters, nothing found, account menu", async ({ page, arrive }) => {
  const board = new Board(page);
  await arrive("organizer");
  await expect(board.row("January all hands")).toBeVisible();
  await isAccessible(page, "rows");

  await board.chip("Draft").click();
  await isAccessible(page, "filtered");
  await board.search.fill("nothing like it");
  await expect(page.getByRole("heading", { name: "No event matches" })).toBeVisible();
  await isAccessible(page, "nothing found");

  await page.getByRole("button", { name: /^Account:/ }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await isAccessible(page, "account menu");

  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await isAccessible(page, "keyboard shortcuts");
});

test("board: empty, failed, partial, without consent", async ({ page, arrive, control, signIn }) => {
  await control.fault({ match: { origin: "graph", path_regex: "\\$batch" }, status: 403, times: 1 });
  await arrive("attendee");
  const problem = message(page, "Your role doesn't allow this");
  await problem.locator("summary").click();
  await isAccessible(page, "failed");

  await control.fault({ match: { origin: "graph", path_regex: "webinars/getByUserRole" }, status: 403, times: 2 });
  await problem.getByRole("button", { name: "Try again" }).click();
  await expect(message(page, "Some of your events couldn't be read")).toBeVisible();
  await isAccessible(page, "partial and empty");

  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn("without consent");
  await answerConsent(page, "Accept");
  await expect(message(page, "Your organization hasn't allowed Rostrum yet")).toBeVisible();
  await isAccessible(page, "without consent");
});

test("event: published, draft, cancelled, questions, not found", async ({ page, arrive, control }) => {
  const event = new EventPage(page);
  await arrive("organizer", eventPath(await control.event("Leadership circle")));
  await expect(event.button("Copy attendee link")).toBeVisible();
  await isAccessible(page, "published");
  await event.button("Cancel event").click();
  await expect(event.dialog).toBeVisible();
  await isAccessible(page, "cancel question");

  await page.goto(eventPath(await control.event("Strategy 2030, first reading")));
  await event.button("Publish").click();
  await expect(event.dialog).toBeVisible();
  await isAccessible(page, "publish question");

  await page.goto(eventPath(await control.event("Summer picnic planning")));
  await expect(event.title("Summer picnic planning")).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
  await isAccessible(page, "cancelled");

  await page.goto("/townhalls/nothing");
  await expect(message(page, "There is no such event for you")).toBeVisible();
  await isAccessible(page, "not found");
});

test("share: draft, links, review, sent, permission missing", async ({ page, arrive, control }) => {
  const share = new SharePage(page);
  await arrive("organizer", sharePath(await control.event("Strategy 2030, first reading")));
  await expect(page.getByText("There is nothing to share yet")).toBeVisible();
  await isAccessible(page, "draft");

  await page.goto(sharePath(await control.event("Leadership circle")));
  await expect(page.getByText("Meeting ID", { exact: true })).toBeVisible();
  await share.further.fill("nobody");
  await isAccessible(page, "kit");
  await share.button("Review and send").click();
  await expect(message(page, "may not send mail")).toBeVisible();
  await isAccessible(page, "permission missing");

  await control.consent("ana.ruiz@northlight.example", { grant: ["Mail.Send"] });
  await page.reload();
  await share.button("Review and send").click();
  await expect(share.dialog).toBeVisible();
  await isAccessible(page, "review");
  await control.fault({ match: { origin: "graph", path_regex: "/me/sendMail" }, status: 400, times: 1 });
  await share.dialog.getByRole("button", { name: /^Send to / }).click();
  await expect(message(page, "Some mails were refused")).toBeVisible();
  await isAccessible(page, "refused");
});

test("registration: questions, missing wording, deleting, one's own", async ({ page, arrive, control, signIn }) => {
  const registration = new RegistrationPage(page);
  const path = registrationPath(await control.event("Heat pumps for beginners"));
  await arrive("organizer", path);
  await registration.kind.selectOption({ label: "One choice" });
  await registration.button("Add question").click();
  await expect(registration.wording).toBeFocused();
  await isAccessible(page, "questions");
  await registration.button("Delete question: City").click();
  await expect(registration.dialog).toBeVisible();
  await isAccessible(page, "delete question");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn("attendee");
  await expect(page.getByRole("button", { name: /^Account: .*Adeyemi/ })).toBeVisible();
  await page.goto(path);
  await registration.button("Register").click();
  await expect(page.getByText("Answer this to register.")).toBeVisible();
  await isAccessible(page, "register");
});

test("form: empty, wrong, lists open, question, editing", async ({ page, arrive, control }) => {
  const form = new Form(page);
  await arrive("organizer", "/townhalls/new");
  await expect(form.title).toBeVisible();
  await isAccessible(page, "empty");

  await form.field("Capacity").fill("20000");
  await form.field("End date").fill("2027-01-01");
  await form.save.click();
  await expect(form.errors).toBeVisible();
  await isAccessible(page, "wrong");

  await form.combobox("Time zone").fill("new");
  await expect(form.options.first()).toBeVisible();
  await isAccessible(page, "zones");
  await form.combobox("Co-organizers").fill("jonas");
  await expect(form.options.filter({ hasText: "Jonas" }).first()).toBeVisible();
  await isAccessible(page, "people");
  await form.options.filter({ hasText: "Jonas" }).first().click();

  await page.goto(`${eventPath(await control.event("Ask the board anything"))}/edit`);
  await expect(form.title).toBeVisible();
  await isAccessible(page, "editing");
});

test("live", async ({ page, arrive }) => {
  await arrive("organizer", "/live");
  const live = new Live(page);
  await expect(live.session("On now", "January all hands").getByRole("link", { name: "Join" })).toBeVisible();
  await expect(live.session("Next", "Ask the board anything").getByRole("link", { name: "Join" })).toBeVisible();
  await isAccessible(page, "live");
});

test("an address that leads nowhere, and a part that can't be loaded", async ({ page, arrive }) => {
  await page.route("**/split_live-*.wasm", (route) => route.abort());
  await arrive("organizer", "/nowhere");
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await isAccessible(page, "nowhere");
  await page.goto("/live");
  await expect(message(page, "This part of Rostrum couldn't be loaded")).toBeVisible();
  await isAccessible(page, "not loaded");
});

test("people: presenters, a pasted list", async ({ page, arrive, control }) => {
  await arrive("organizer", `${eventPath(await control.event("First quarter results"))}/people`);
  await expect(page.getByRole("heading", { name: "Presenters" })).toBeVisible();
  await isAccessible(page, "people");
  await page.getByRole("button", { name: "Paste a list" }).first().click();
  await page.getByRole("textbox", { name: "Names and addresses" }).fill("vera@press.example, nonsense");
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page.getByRole("checkbox", { name: "vera@press.example" })).toBeVisible();
  await isAccessible(page, "pasted list");
});

test("templates: saving, the list, duplicating", async ({ page, arrive, control }) => {
  await arrive("organizer", eventPath(await control.event("First quarter results")));
  await page.getByRole("button", { name: "More" }).click();
  await isAccessible(page, "more");
  await page.getByRole("button", { name: "Save as template" }).click();
  await expect(page.getByLabel("Name of the template")).toBeVisible();
  await isAccessible(page, "save as template");
  await page.getByLabel("Name of the template").press("Enter");
  await expect(page.getByText("Template saved")).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Duplicate" }).click();
  await expect(page.getByLabel("New date")).toBeVisible();
  await isAccessible(page, "duplicate");
  await page.goto("/templates");
  await expect(page.getByRole("button", { name: "Use First quarter results" })).toBeVisible();
  await isAccessible(page, "templates");
});

test("drafts: unfinished on the board, both changed the same", async ({ page, arrive, control }) => {
  const event = await control.event("First quarter results");
  await arrive("organizer", `${eventPath(event)}/edit`);
  const form = new Form(page);
  await form.title.fill("Mine");
  await expect(page.getByText("Kept in this browser just now")).toBeVisible();
  await control.change(event, { title: "Theirs" });
  await form.saveChanges.click();
  await expect(page.getByRole("group", { name: "Somebody else changed this event meanwhile" })).toBeVisible();
  await isAccessible(page, "both changed the same");
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Unfinished" })).toBeVisible();
  await isAccessible(page, "unfinished");
});
