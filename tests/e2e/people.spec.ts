// The people of an event: presenters one by one through the queue, lists pasted, details.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";
import { People } from "./pages/people";

test.use({ at: TUESDAY_AT_TEN });

const TITLE = "First quarter results";

const posts = (line: { method: string; path: string }) =>
  line.method === "POST" && line.path.endsWith("/presenters");

test("presenters are added one by one, and taken off again", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  await arrive("organizer", `${eventPath(event)}/people`);
  const people = new People(page);
  await expect(page.getByRole("link", { name: "People" })).toHaveAttribute("aria-current", "page");
  const before = event.presenters.length;
  await expect(people.presenters).toHaveCount(before);

  await people.pick("jonas");
  await people.add.fill("guest@harborpress.example");
  await page.getByRole("option").filter({ hasText: "guest@" }).click();
  await expect(people.go).toHaveText("Add 2 presenters");
  await people.go.click();

  await expect(people.presenters).toHaveCount(before + 2);
  expect((await control.event(TITLE)).presenters).toHaveLength(before + 2);
  expect(await control.journal(posts)).toHaveLength(2);

  await page.getByRole("button", { name: "Remove guest", exact: true }).click();
  await expect(people.presenters).toHaveCount(before + 1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(people.presenters).toHaveCount(before + 2);
  expect((await control.event(TITLE)).presenters).toHaveLength(before + 2);
});

test("who couldn't be added is named with the reason, and can be tried again alone", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  await arrive("organizer", `${eventPath(event)}/people`);
  const people = new People(page);
  await people.pick("jonas");
  await people.pick("mei");
  await control.fault({
    match: { method: "POST", path_regex: "/presenters$" },
    times: 1,
    status: 400,
    body: { error: { code: "BadRequest", message: "This person can't present." } },
  });
  await people.go.click();

  await expect(people.run).toContainText("1 failed");
  const before = event.presenters.length;
  expect((await control.event(TITLE)).presenters).toHaveLength(before + 1);
  await people.run.getByRole("button", { name: "Try what failed again" }).click();
  await expect(people.presenters).toHaveCount(before + 2);
  expect((await control.event(TITLE)).presenters).toHaveLength(before + 2);
});

test("a lost answer doesn't add anybody twice", async ({ page, arrive, control }) => {
  const event = await control.event(TITLE);
  await arrive("organizer", `${eventPath(event)}/people`);
  const people = new People(page);
  await people.pick("jonas");
  await control.fault({ match: { method: "POST", path_regex: "/presenters$" }, times: 1, drop: "after" });
  await people.go.click();

  await expect(people.presenters).toHaveCount(event.presenters.length + 1);
  expect((await control.event(TITLE)).presenters).toHaveLength(event.presenters.length + 1);
});

test("a pasted list is looked up, and the unknown are the organizer's to decide", async ({ page, arrive, control }) => {
  await arrive("organizer", "/townhalls/new");
  const form = new Form(page);
  const people = new People(page);
  await form.title.fill("By list");
  // the last list of the form: invited attendees
  await page.getByRole("button", { name: "Paste a list" }).last().click();
  await page
    .getByRole("textbox", { name: "Names and addresses" })
    .fill("Jonas Weber <jonas.weber@northlight.example>; vera@press.example, nonsense\njonas.weber@northlight.example");
  await page.getByRole("button", { name: "Look up" }).click();

  await expect(page.getByText("1 person found in your directory")).toBeVisible();
  await expect(page.getByText("No addresses, left out")).toBeVisible();
  await expect(page.getByText("nonsense")).toBeVisible();
  await page.getByRole("checkbox", { name: "vera@press.example" }).check();
  await page.getByRole("button", { name: "Add 2 people" }).click();
  await expect(form.chosen("Invited attendees")).toHaveText(["Jonas Weber", "vera@press.example"]);

  // co-organizers come from the directory alone
  await page.getByRole("button", { name: "Paste a list" }).first().click();
  await people.page.getByRole("textbox", { name: "Names and addresses" }).fill("vera@press.example");
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page.getByText("1 not in your directory. Only people of your organization can be co-organizers")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add 0 people" })).toBeDisabled();
});

test("a list out of a spreadsheet's file", async ({ page, arrive }) => {
  await arrive("organizer", "/townhalls/new");
  const form = new Form(page);
  await page.getByRole("button", { name: "Paste a list" }).last().click();
  await page.getByLabel("Or a CSV file").setInputFiles({
    name: "people.csv",
    mimeType: "text/csv",
    // as a Western spreadsheet writes it: no Unicode, semicolons
    buffer: Buffer.from("Name;E-mail\r\nZo\xeb;zoe@press.example\r\n", "latin1"),
  });
  await page.getByRole("button", { name: "Look up" }).click();
  await page.getByRole("checkbox", { name: "Zoë (zoe@press.example)" }).check();
  await page.getByRole("button", { name: "Add 1 person" }).click();
  await expect(form.chosen("Invited attendees")).toHaveText(["Zoë"]);
});

test("a new town hall's presenters are added once it is there", async ({ page, arrive, control }) => {
  await arrive("organizer", "/townhalls/new");
  const form = new Form(page);
  await form.title.fill("With presenters");
  await page.getByRole("combobox", { name: "Presenters", exact: true }).fill("jonas");
  await form.options.filter({ hasText: "jonas.weber@" }).click();
  await form.save.click();

  await expect(new EventPage(page).title("With presenters")).toBeVisible();
  await expect(new People(page).presenters).toHaveCount(1);
  expect((await control.event("With presenters")).presenters).toHaveLength(1);
});

test("a webinar tells of its presenters", async ({ page, arrive, control }) => {
  const webinar = (await control.events()).find(
    (it) => it.kind === "Webinar" && it.status !== "Canceled" && it.presenters.length > 0,
  )!;
  await arrive("organizer", `${eventPath(webinar)}/people`);
  await page.getByRole("button", { name: /^Details of / }).first().click();
  await page.getByLabel("Company").fill("Northlight");
  await page.getByLabel("Own page").fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Enter a web address such as https://example.org.")).toBeVisible();
  await expect(page.getByLabel("Own page")).toBeFocused();
  await page.getByLabel("Own page").fill("https://northlight.example/people");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();

  const [change] = await control.journal((line) => line.method === "PATCH");
  expect(change.body.presenterDetails).toMatchObject({
    company: "Northlight",
    personalSiteWebUrl: "https://northlight.example/people",
  });
});

test("an attendee sees who presents, and nothing to change", async ({ page, arrive, control }) => {
  await arrive("attendee", `${eventPath(await control.event(TITLE))}/people`);
  await expect(page.getByRole("heading", { name: "Presenters" })).toBeVisible();
  await expect(new People(page).add).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Remove / })).toHaveCount(0);
});
