// What the form refuses, each beside its field and in the summary on top.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Form } from "./pages/form";

test.use({ at: TUESDAY_AT_TEN });

test.beforeEach(async ({ arrive, page, control }) => {
  await arrive("organizer", "/townhalls/new");
  await new Form(page).title.fill("A valid title");
  await control.forget();
});

test.afterEach(async ({ control }) => {
  // nothing that is refused was ever sent
  expect(await control.journal((line) => line.method === "POST" && line.path.endsWith("/townhalls"))).toEqual([]);
});

type Refusal = {
  what: string;
  given: (form: Form) => Promise<void>;
  field: string;
  says: RegExp;
  summary: RegExp;
};

const REFUSALS: Refusal[] = [
  {
    what: "no title",
    given: (form) => form.title.fill("  "),
    field: "Title",
    says: /Enter a title\./,
    summary: /^Title: Enter a title\.$/,
  },
  {
    what: "a title of 1,001 characters",
    given: (form) => form.title.fill("x".repeat(1001)),
    field: "Title",
    says: /1001 characters long; keep it under 1000/,
    summary: /^Title: This is 1001/,
  },
  {
    what: "a description of 100,001 characters",
    given: (form) => form.field("Description").fill("y".repeat(100_001)),
    field: "Description",
    says: /100001 characters long/,
    summary: /^Description: /,
  },
  {
    what: "an end before the start",
    given: (form) => form.ends("2027-01-13", "09:00"),
    field: "End time",
    says: /The end must be after the start\./,
    summary: /^End time: The end must be after the start\.$/,
  },
  {
    what: "an end on an earlier day",
    given: (form) => form.field("End date").fill("2027-01-12"),
    field: "End date",
    says: /The end must be after the start\./,
    summary: /^End date: The end must be after the start\.$/,
  },
  {
    what: "a start in the past",
    given: (form) => form.starts("2027-01-12", "09:30"),
    field: "Start time",
    says: /This start has passed\./,
    summary: /^Start time: This start has passed\./,
  },
  {
    what: "a start years ago",
    given: (form) => form.field("Start date").fill("2020-01-01"),
    field: "Start date",
    says: /This start has passed\./,
    summary: /^Start date: /,
  },
  {
    what: "no start date",
    given: (form) => form.field("Start date").fill(""),
    field: "Start date",
    says: /Enter a date\./,
    summary: /^Start date: Enter a date\.$/,
  },
  {
    what: "no end time",
    given: (form) => form.field("End time").fill(""),
    field: "End time",
    says: /Enter a time\./,
    summary: /^End time: Enter a time\.$/,
  },
  {
    what: "a time that the clocks skip",
    given: (form) => form.starts("2027-03-28", "02:30"),
    field: "Start time",
    says: /it doesn't exist on that day\. Did you mean 01:30 or 03:30\?/,
    summary: /^Start time: The clocks are put forward/,
  },
  {
    what: "invite only with everyone",
    given: async (form) => {
      await form.field("Everyone").check();
      await form.field("Invite only").check();
    },
    field: "Invite only",
    says: /needs the audience “Your organization”/,
    summary: /^Invite only: /,
  },
  {
    what: "a capacity that is no number",
    given: (form) => form.field("Capacity").fill("many"),
    field: "Capacity",
    says: /“many” isn't a whole number\./,
    summary: /^Capacity: /,
  },
  {
    what: "a capacity of zero",
    given: (form) => form.field("Capacity").fill("0"),
    field: "Capacity",
    says: /Enter a number above zero, or nothing\./,
    summary: /^Capacity: /,
  },
  {
    what: "a capacity beyond all bounds",
    given: (form) => form.field("Capacity").fill("99999999999999999999"),
    field: "Capacity",
    says: /isn't a whole number/,
    summary: /^Capacity: /,
  },
  {
    what: "a co-organizer who isn't in the directory",
    given: (form) => form.combobox("Co-organizers").fill("Nobody Known"),
    field: "Co-organizers",
    says: /“Nobody Known” wasn't found in your directory/,
    summary: /^Co-organizers: /,
  },
  {
    what: "an invitation to no address",
    given: (form) => form.combobox("Invited attendees").fill("visitor-at-home"),
    field: "Invited attendees",
    says: /“visitor-at-home” isn't an e-mail address/,
    summary: /^Invited attendees: /,
  },
];

for (const { what, given, field, says, summary } of REFUSALS) {
  test(`${what} is refused beside the field and in the summary`, async ({ page }) => {
    const form = new Form(page);
    await given(form);
    await form.save.click();

    const input = form.field(field);
    await expect(input).toHaveAttribute("aria-invalid", "true");
    await expect(input).toHaveAccessibleDescription(says);
    await expect(form.errors).toBeFocused();
    const entry = form.errors.getByRole("link", { name: summary });
    await expect(entry).toHaveCount(1);

    // the summary's entry leads to the field
    await entry.click();
    await expect(input).toBeFocused();
    await expect(page).toHaveURL(/\/townhalls\/new\?draft=[0-9-]+$/);
  });
}

test("Publish is stopped by the same checks, before its question", async ({ page }) => {
  const form = new Form(page);
  await form.title.fill("");
  await form.publish.click();
  await expect(form.errors).toBeFocused();
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("nothing complains before it was touched, and a corrected field is quiet at once", async ({ page }) => {
  const form = new Form(page);
  await expect(page.locator(".problem")).toHaveCount(0);

  await form.field("Capacity").fill("many");
  await expect(form.field("Capacity")).toHaveAccessibleDescription(/isn't a whole number/);
  await expect(form.errors).toHaveCount(0);

  await form.field("Capacity").fill("20");
  await expect(form.field("Capacity")).not.toHaveAttribute("aria-invalid", "true");
  await expect(page.locator(".problem")).toHaveCount(0);
});

test("an hour that comes twice has to be chosen", async ({ page }) => {
  const form = new Form(page);
  await form.starts("2027-10-31", "02:30");
  await form.save.click();
  await expect(form.errors.getByRole("link", { name: /^Start time: The clocks are put back/ })).toBeVisible();

  const start = form.group("Starts");
  await start.getByRole("button", { name: "The later of the two" }).click();
  await expect(form.field("Start time")).not.toHaveAttribute("aria-invalid", "true");
  await expect(form.summary).toContainText("Length: 1 h");
});

test("what is worth a look is said without stopping anything", async ({ page }) => {
  const form = new Form(page);
  await form.field("Capacity").fill("20000");
  await expect(form.field("Capacity")).toHaveAccessibleDescription(/Usual plans allow 10000/);
  await expect(form.field("Capacity")).not.toHaveAttribute("aria-invalid", "true");

  await form.field("Invite only").check();
  await expect(form.combobox("Invited attendees")).toHaveAccessibleDescription(/Nobody is invited yet/);
});
