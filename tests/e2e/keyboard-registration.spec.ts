// Questions and registrations by keyboard alone.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { choose, enter, focusIsKept, focusIsSeen, tabTo, tick } from "./keyboard";
import { EventPage, eventPath } from "./pages/event";
import { RegistrationPage, registrationPath } from "./pages/registration";

test.use({ at: TUESDAY_AT_TEN });

const WEBINAR = "Heat pumps for beginners";

test("questions are added and deleted by keyboard alone", async ({ page, arrive, control }) => {
  const registration = new RegistrationPage(page);
  const event = await control.event(WEBINAR);
  await arrive("organizer", eventPath(event));
  await expect(new EventPage(page).title(WEBINAR)).toBeVisible();
  await enter(page, page.getByRole("navigation", { name: "Parts of this event" }).getByRole("link", { name: "Registration" }));
  await expect(registration.questions).toHaveCount(3);

  // one of the organizer's own
  await choose(page, registration.kind, "One choice");
  await tabTo(page, registration.wording);
  await page.keyboard.type("How do you travel?");
  await tabTo(page, registration.choices);
  await page.keyboard.type("Train\nBicycle");
  await tick(page, page.getByLabel("An answer is required"));
  await enter(page, registration.button("Add question"));
  await expect(registration.question("How do you travel?")).toContainText("Train · Bicycle");
  await expect(registration.button("Add question")).toBeFocused();

  // a ready-made one
  await choose(page, registration.kind, "Job title", "Shift+Tab");
  await enter(page, registration.button("Add question"));
  await expect(registration.questions).toHaveCount(5);
  await focusIsKept(page, "after a question was added");
  const { desk } = await control.event(WEBINAR);
  expect(desk.questions.slice(3).map(({ wording }: any) => [wording.answerInputType ?? wording.label, wording.isRequired])).toEqual([
    ["singleChoice", true],
    ["jobTitle", false],
  ]);

  // deleted after a question, which gives the focus back when the answer is no
  const remove = registration.button("Delete question: How do you travel?");
  await enter(page, remove, "Shift+Tab");
  await expect(registration.dialog).toContainText("How do you travel?");
  await expect(registration.dialog.locator(":focus")).toHaveCount(1);
  await focusIsSeen(page);
  await page.keyboard.press("Escape");
  await expect(registration.dialog).toBeHidden();
  await expect(remove).toBeFocused();
  expect((await control.event(WEBINAR)).desk.questions).toHaveLength(5);

  await page.keyboard.press("Enter");
  await enter(page, registration.dialog.getByRole("button", { name: "Delete question" }));
  await expect(registration.dialog).toBeHidden();
  await expect(registration.questions).toHaveCount(4);
  await expect(page.getByRole("heading", { name: "Questions" })).toBeFocused();
  await focusIsSeen(page);
  expect((await control.event(WEBINAR)).desk.questions).toHaveLength(4);
});

test("an attendee registers and cancels by keyboard alone", async ({ page, arrive, control }) => {
  const registration = new RegistrationPage(page);
  const mine = registration.section("Your registration");
  await arrive("attendee", registrationPath(await control.event(WEBINAR)));

  // what is missing has the focus, and is answered there
  await enter(page, mine.getByRole("button", { name: "Register" }));
  const heating = mine.getByRole("group", { name: "What do you heat with today?" });
  await expect(heating.getByRole("radio").first()).toBeFocused();
  await expect(heating).toContainText("Answer this to register.");
  const wood = heating.getByRole("radio", { name: "Wood" });
  const choices = await heating.getByRole("radio").count();
  for (let step = 0; step < choices && !(await wood.isChecked()); step += 1) await page.keyboard.press("ArrowDown");
  await expect(wood).toBeChecked();
  await focusIsSeen(page);
  await tabTo(page, mine.getByLabel("City (optional)"), "Shift+Tab");
  await page.keyboard.type("Oslo");
  await enter(page, mine.getByRole("button", { name: "Register" }));
  await expect(mine).toContainText("You're registered.");
  await expect(page.getByRole("heading", { name: "Your registration", exact: true })).toBeFocused();
  await focusIsSeen(page);
  const [kept] = (await control.event(WEBINAR)).desk.registrations.slice(-1);
  expect(kept.status).toBe("registered");
  expect(Object.fromEntries(kept.answers.map((it: any) => [it.displayName, it.value]))).toMatchObject({
    City: "Oslo",
    "What do you heat with today?": "Wood",
  });

  const cancel = mine.getByRole("button", { name: "Cancel registration" });
  await enter(page, cancel);
  await expect(registration.dialog.locator(":focus")).toHaveCount(1);
  await enter(page, registration.dialog.getByRole("button", { name: "Stay registered" }));
  await expect(registration.dialog).toBeHidden();
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Enter");
  await enter(page, registration.dialog.getByRole("button", { name: "Cancel registration" }));
  await expect(mine.getByRole("button", { name: "Register" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Your registration", exact: true })).toBeFocused();
  await focusIsSeen(page);
  const [gone] = (await control.event(WEBINAR)).desk.registrations.slice(-1);
  expect(gone.status).toBe("canceled");
});
