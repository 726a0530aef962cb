// A new town hall: what a title alone makes, times, people, and what is kept.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { EventPage } from "./pages/event";
import { Form } from "./pages/form";

test.use({ at: TUESDAY_AT_TEN });

test.beforeEach(async ({ arrive }) => arrive("organizer", "/townhalls/new"));

test("a title alone makes a valid draft", async ({ page, control }) => {
  const form = new Form(page);
  await form.title.fill("Spring town hall");
  await form.save.click();

  await expect(page.getByText("Draft saved")).toBeVisible();
  await expect(new EventPage(page).title("Spring town hall")).toBeVisible();
  const made = await control.event("Spring town hall");
  expect(made).toMatchObject({
    status: "Draft",
    audience: "organization",
    invite_only: false,
    emails_attendees: true,
    start: { date_time: "2027-01-13T10:00:00", time_zone: "W. Europe Standard Time" },
    end: { date_time: "2027-01-13T11:00:00", time_zone: "W. Europe Standard Time" },
  });
});

test("Enter in the title saves the draft", async ({ page, control }) => {
  const form = new Form(page);
  await form.title.fill("Summer town hall");
  await form.title.press("Enter");
  await expect(new EventPage(page).title("Summer town hall")).toBeVisible();
  expect((await control.event("Summer town hall")).status).toBe("Draft");
});

test("everything that is entered arrives", async ({ page, control }) => {
  const form = new Form(page);
  await form.title.fill("Harbour day");
  await form.field("Description").fill("Boats,\nbread & <b>music</b>");
  await form.starts("2027-03-10", "14:00");
  await form.ends("2027-03-10", "16:15");
  await form.zone("Tokyo");
  await form.field("Everyone").check();
  await form.field("Capacity").fill("750");
  await form.field("Registration required").check();
  await form.field("E-mail notifications to attendees").uncheck();
  await form.combobox("Co-organizers").fill("jonas");
  await form.options.filter({ hasText: "jonas.weber@" }).click();
  await form.combobox("Invited attendees").fill("visitor@harborpress.example");
  await form.options.filter({ hasText: "visitor@" }).click();
  await form.save.click();

  await expect(new EventPage(page).title("Harbour day")).toBeVisible();
  const made = await control.event("Harbour day");
  expect(made).toMatchObject({
    description: { content_type: "text", content: "Boats,\n\nbread & <b>music</b>" },
    start: { date_time: "2027-03-10T14:00:00", time_zone: "Tokyo Standard Time" },
    end: { date_time: "2027-03-10T16:15:00", time_zone: "Tokyo Standard Time" },
    audience: "everyone",
    capacity: 750,
    emails_attendees: false,
    invited: [{ Guest: { email: "visitor@harborpress.example" } }],
  });
  expect(made.desk.required).toBe(true);
  expect(made.co_organizers).toHaveLength(1);
});

test("the end moves with the start, and chips set the length", async ({ page }) => {
  const form = new Form(page);
  await form.starts("2027-02-01", "09:30");
  await expect(form.field("End date")).toHaveValue("2027-02-01");
  await expect(form.field("End time")).toHaveValue("10:30");
  await expect(form.group("Length").getByRole("button", { name: "60 min" })).toHaveAttribute("aria-pressed", "true");

  await form.group("Length").getByRole("button", { name: "90 min" }).click();
  await expect(form.field("End time")).toHaveValue("11:00");
  await expect(form.group("Length").getByRole("button", { name: "90 min" })).toHaveAttribute("aria-pressed", "true");

  // the new length is kept, over midnight too
  await form.field("Start time").fill("23:00");
  await expect(form.field("End date")).toHaveValue("2027-02-02");
  await expect(form.field("End time")).toHaveValue("00:30");
});

test("the summary reads as the invitation will", async ({ page }) => {
  const form = new Form(page);
  await form.title.fill("Opening day");
  await form.starts("2027-03-10", "14:00");
  await form.zone("Tokyo");

  await expect(form.summary.getByRole("heading", { name: "Opening day" })).toBeVisible();
  await expect(form.summary).toContainText("Wednesday, March 10, 2027");
  await expect(form.summary).toContainText("2:00 PM – 3:00 PM Tokyo");
  await expect(form.summary).toContainText("6:00 AM – 7:00 AM your time");
  await expect(form.summary).toContainText("Length: 1 h");
  await expect(form.summary.getByRole("list").last().getByRole("listitem")).toHaveText(["Audience", "Invite only", "Capacity"]);
});

test("what is typed survives a reload, until it is sent", async ({ page }) => {
  const form = new Form(page);
  await form.title.fill("Half a thought");
  await form.field("Description").fill("and the other half");
  await form.field("Everyone").check();
  await form.combobox("Co-organizers").fill("jonas");
  await form.options.filter({ hasText: "jonas.weber@" }).click();
  await expect(page.getByText("Kept in this browser just now")).toBeVisible();

  await page.reload();

  await expect(page.getByText("We kept what you typed on Tue, Jan 12, 2027, 10:00 AM.")).toBeVisible();
  await expect(form.title).toHaveValue("Half a thought");
  await expect(form.field("Description")).toHaveText("and the other half");
  await expect(form.field("Everyone")).toBeChecked();
  await expect(form.chosen("Co-organizers")).toHaveText(["Jonas Weber"]);

  // once it is sent, the next form is empty
  await form.save.click();
  await expect(new EventPage(page).title("Half a thought")).toBeVisible();
  await page.goto("/townhalls/new");
  await expect(form.title).toHaveValue("");
  await expect(page.getByText("We kept what you typed")).toHaveCount(0);
});

test("starting over empties the form for good", async ({ page }) => {
  const form = new Form(page);
  await form.title.fill("A passing idea");
  await form.combobox("Co-organizers").fill("nobody in particular");
  await page.reload();
  await page.getByRole("button", { name: "Start over" }).click();

  await expect(form.title).toHaveValue("");
  await expect(form.combobox("Co-organizers")).toHaveValue("");
  await expect(page.getByText("We kept what you typed")).toHaveCount(0);

  await page.reload();
  await expect(form.title).toHaveValue("");
  await expect(page.getByText("We kept what you typed")).toHaveCount(0);
});

test("a browser that keeps nothing says so", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { value: null });
  });
  await page.reload();
  await new Form(page).title.fill("Not for long");
  await expect(page.getByText("This browser doesn't let Rostrum keep what you type.")).toBeVisible();
});

test("another account doesn't see what was typed", async ({ page, signIn }) => {
  const form = new Form(page);
  await form.title.fill("Between us");
  await expect(page.getByText("Kept in this browser just now")).toBeVisible();
  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await page.goto("/townhalls/new");

  await signIn("co-organizer");

  await expect(form.title).toHaveValue("");
});
