// The registration of an event: set-up, questions, and the attendee's own registration.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { EventPage, eventPath } from "./pages/event";
import { message } from "./pages/frame";
import { RegistrationPage, registrationPath } from "./pages/registration";

test.use({ at: TUESDAY_AT_TEN, permissions: ["clipboard-read", "clipboard-write"] });

const WEBINAR = "Heat pumps for beginners";

test.describe("for who makes the event", () => {
  test("set-up, portal link, and where registrants are to be found", async ({ page, arrive, control }) => {
    const event = await control.event("Family day: guided tours");
    await arrive("organizer", eventPath(event));
    await page.getByRole("navigation", { name: "Parts of this event" }).getByRole("link", { name: "Registration" }).click();

    const registration = new RegistrationPage(page);
    await expect(registration.section("Set-up")).toContainText("People register before they attend");
    await expect(new EventPage(page).fact("Capacity")).toHaveText("120");
    await expect(new EventPage(page).fact("Waiting list")).toHaveText("No");
    await registration.section("Set-up").getByRole("button", { name: "Copy registration link" }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain("https://events.teams.microsoft.com/event/");

    const elsewhere = registration.section("Who registered");
    await expect(elsewhere).toContainText("in a browser");
    await expect(elsewhere.getByRole("link", { name: "Open Teams" })).toHaveAttribute("href", "https://teams.microsoft.com/");
    // organizers don't register
    await expect(registration.section("Your registration")).toHaveCount(0);
  });

  test("without registration it acts as “add to calendar”", async ({ page, arrive, control }) => {
    await arrive("organizer", registrationPath(await control.event("First quarter results")));
    const setUp = new RegistrationPage(page).section("Set-up");
    await expect(setUp).toContainText("Registration isn't required");
    await expect(setUp).toContainText("add to calendar");
  });

  test("every kind of question is added as it was written", async ({ page, arrive, control }) => {
    await arrive("organizer", registrationPath(await control.event("Solar on rented roofs")));
    const registration = new RegistrationPage(page);
    await expect(registration.section("Questions")).toContainText("No questions beside name and e-mail");

    const kinds = ["Short text", "Long text", "One choice", "Several choices", "Yes or no"];
    for (const kind of kinds) {
      await registration.kind.selectOption({ label: kind });
      await registration.wording.fill(`Question of ${kind}?`);
      if (kind.includes("choice")) await registration.choices.fill("Gas\nOil\n\nWood");
      if (kind === "One choice") await page.getByLabel("An answer is required").check();
      await registration.button("Add question").click();
      await expect(registration.question(`Question of ${kind}?`)).toBeVisible();
      await expect(registration.wording).toHaveValue("");
    }
    await registration.kind.selectOption({ label: "Job title" });
    await registration.button("Add question").click();
    await expect(registration.questions).toHaveCount(6);

    await expect(registration.question("Question of One choice?")).toContainText("Required");
    await expect(registration.question("Question of One choice?")).toContainText("Gas · Oil · Wood");
    // what is asked already isn't offered again
    await expect(registration.kind.getByRole("option", { name: "Job title" })).toHaveCount(0);
    const { desk } = await control.event("Solar on rented roofs");
    const asked = desk.questions.map(({ wording }: any) => [wording.answerInputType ?? wording.label, wording.isRequired]);
    expect(asked).toEqual([
      ["text", false],
      ["multilineText", false],
      ["singleChoice", true],
      ["multiChoice", false],
      ["boolean", false],
      ["jobTitle", false],
    ]);
  });

  test("what is missing is said at the field, and nothing is sent", async ({ page, arrive, control }) => {
    await arrive("organizer", registrationPath(await control.event("Solar on rented roofs")));
    const registration = new RegistrationPage(page);
    await registration.kind.selectOption({ label: "One choice" });
    await registration.choices.fill("Gas");
    await control.forget();
    await registration.button("Add question").click();

    await expect(registration.wording).toBeFocused();
    await expect(registration.wording).toHaveAccessibleDescription("Write what you want to ask.");
    await expect(registration.choices).toHaveAccessibleDescription(/at least two choices/);
    expect(await control.journal((line) => line.origin === "graph" && line.method === "POST")).toEqual([]);
  });

  test("a question that the service refuses stays in the form", async ({ page, arrive, control }) => {
    await arrive("organizer", registrationPath(await control.event("Solar on rented roofs")));
    const registration = new RegistrationPage(page);
    await control.fault({ match: { origin: "graph", method: "POST", path_regex: "/questions" }, status: 400, times: 1 });
    await registration.wording.fill("How many?");
    await registration.button("Add question").click();

    await expect(message(page, "Microsoft 365 didn't accept this")).toBeVisible();
    await expect(registration.wording).toHaveValue("How many?");
    await registration.button("Add question").click();
    await expect(registration.question("How many?")).toBeVisible();
  });

  test("what can't be read is said, and read on asking", async ({ page, arrive, control }) => {
    const event = await control.event(WEBINAR);
    await control.fault({ match: { origin: "graph", path_regex: "/questions" }, status: 403, times: 1 });
    await arrive("organizer", registrationPath(event));
    await message(page, "Your role doesn't allow this").getByRole("button", { name: "Try again" }).click();
    await expect(new RegistrationPage(page).questions).toHaveCount(3);
  });
});

test.describe("for an attendee", () => {
  test("registers, answers, and takes it back", async ({ page, arrive, control }) => {
    await arrive("attendee", registrationPath(await control.event(WEBINAR)));
    const registration = new RegistrationPage(page);
    const mine = registration.section("Your registration");
    // who only attends changes nothing
    await expect(registration.button("Add question")).toHaveCount(0);

    await mine.getByRole("button", { name: "Register" }).click();
    const heating = mine.getByRole("group", { name: "What do you heat with today?" });
    await expect(heating).toContainText("Answer this to register.");
    await expect(heating.getByRole("radio").first()).toBeFocused();
    await heating.getByRole("radio", { name: "Wood" }).check();
    await mine.getByLabel("City (optional)").fill("Oslo");
    await mine.getByRole("group", { name: /May we call you/ }).getByRole("radio", { name: "No" }).check();
    await mine.getByRole("button", { name: "Register" }).click();

    await expect(mine).toContainText("You're registered.");
    const [kept] = (await control.event(WEBINAR)).desk.registrations.slice(-1);
    expect(kept).toMatchObject({ status: "registered", time_zone: "W. Europe Standard Time", language: "en-us" });
    const answered = kept.answers.map((it: any) => [it.displayName, it.value ?? it.booleanValue]);
    expect(answered).toHaveLength(3);
    expect(Object.fromEntries(answered)).toEqual({
      City: "Oslo",
      "What do you heat with today?": "Wood",
      "May we call you afterwards?": false,
    });

    await mine.getByRole("button", { name: "Cancel registration" }).click();
    await registration.dialog.getByRole("button", { name: "Stay registered" }).click();
    await expect(mine).toContainText("You're registered.");
    await mine.getByRole("button", { name: "Cancel registration" }).click();
    await registration.dialog.getByRole("button", { name: "Cancel registration" }).click();

    await expect(mine.getByRole("button", { name: "Register" })).toBeVisible();
    const [gone] = (await control.event(WEBINAR)).desk.registrations.slice(-1);
    expect(gone.status).toBe("canceled");
  });

  test("is told of the waiting list, and finds it there again", async ({ page, arrive, signIn, control }) => {
    // given an event with room for one, which is taken
    const event = await control.event("Small workshop: insulating an old house");
    await arrive("administrator", registrationPath(event));
    const mine = new RegistrationPage(page).section("Your registration");
    await mine.getByRole("button", { name: "Register" }).click();
    await expect(mine).toContainText("You're registered.");
    await page.getByRole("button", { name: /^Account:/ }).click();
    await page.getByRole("button", { name: "Sign out" }).click();

    await signIn("attendee");
    await expect(page.getByRole("button", { name: /^Account: .*Adeyemi/ })).toBeVisible();
    await page.goto(registrationPath(event));
    await mine.getByRole("button", { name: "Register" }).click();

    await expect(mine).toContainText("you're on the waiting list");
    await page.reload();
    await expect(mine).toContainText("you're on the waiting list");
  });

  test("where it isn't required, it is “add to my calendar”", async ({ page, arrive, control }) => {
    await arrive("attendee", registrationPath(await control.event("First quarter results")));
    const mine = new RegistrationPage(page).section("Your registration");
    await expect(mine).toContainText("You needn't register to attend");
    await mine.getByRole("button", { name: "Add to my calendar" }).click();
    await expect(mine).toContainText("You're registered.");
  });

  test("a refusal keeps the answers", async ({ page, arrive, control }) => {
    await arrive("attendee", registrationPath(await control.event(WEBINAR)));
    const mine = new RegistrationPage(page).section("Your registration");
    await mine.getByLabel("City (optional)").fill("Oslo");
    await mine.getByRole("radio", { name: "Gas" }).check();
    await control.fault({ match: { origin: "graph", method: "POST", path_regex: "/registrations$" }, status: 409, times: 1 });
    await mine.getByRole("button", { name: "Register" }).click();

    await expect(mine.getByRole("alert")).toContainText("Somebody changed this meanwhile");
    await expect(mine.getByLabel("City (optional)")).toHaveValue("Oslo");
    await mine.getByRole("button", { name: "Register" }).click();
    await expect(mine).toContainText("You're registered.");
  });
});
