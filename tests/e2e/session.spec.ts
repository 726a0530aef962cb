// What the page of an event tells of its session beside the link.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { isAccessible } from "./accessible";
import type { Control } from "./control";
import type { Page } from "@playwright/test";

const TITLE = "Ask the board anything";

test.use({ at: TUESDAY_AT_TEN, permissions: ["clipboard-read", "clipboard-write"] });

/** The session as Graph gives it to the page; the test reads the answer on its own. */
async function opened(page: Page, arrive: (as: "organizer", at?: string) => Promise<void>, control: Control, title = TITLE) {
  const { id, kind } = await control.event(title);
  const folder = kind === "Webinar" ? "webinars" : "townhalls";
  const read = page.waitForResponse(
    (response) => /\/sessions\/[^/?]+$/.test(new URL(response.url()).pathname) && response.request().method() === "GET",
  );
  await arrive("organizer", `/${folder}/${encodeURIComponent(id)}`);
  const body = await (await read).json();
  return { session: body.value ?? body, folder };
}

test("meeting id, passcode when asked for, phone, chat, options, and how it is set up", async ({ page, arrive, control }) => {
  const { session } = await opened(page, arrive, control, "January all hands");
  const card = page.locator("section.card", { has: page.getByRole("heading", { name: "Session", exact: true }) });

  // the id is there to be read out, the passcode only for who asks for it
  const id: string = session.joinMeetingIdSettings.joinMeetingId;
  await expect(card).toContainText(id.replace(/ /g, "").replace(/(...)(?=.)/g, "$1 "));
  const passcode: string = session.joinMeetingIdSettings.passcode;
  // what is folded isn't seen
  const seen = () => card.innerText();
  expect(await seen()).not.toContain(passcode);
  await card.getByRole("button", { name: "Show passcode" }).click();
  await expect.poll(seen).toContain(passcode);
  await card.getByRole("button", { name: "Hide passcode" }).click();
  await expect.poll(seen).not.toContain(passcode);
  await card.getByRole("button", { name: "Copy passcode" }).click();
  await expect(page.getByText("Passcode copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(passcode);

  await expect(card).toContainText(session.chatInfo.threadId);
  await expect(card.getByRole("link", { name: "Meeting options in Teams" })).toHaveAttribute("href", session.meetingOptionsWebUrl);

  await card.getByText("How the session is set up").click();
  const fact = (name: string) => card.locator("dt", { hasText: new RegExp(`^${name}$`) }).locator("xpath=following-sibling::dd[1]");
  await expect(fact("Attendees it can hold")).toHaveText(String(session.capacity));
  await expect(fact("Recorded from the start")).toHaveText(session.recordAutomatically ? "Yes" : "No");
  await expect(fact("Transcription allowed")).toHaveText(session.allowTranscription ? "Yes" : "No");
  await isAccessible(page, "a session's details");
});

test("the text for invitations is other people's HTML and harmless", async ({ page, arrive, control }) => {
  const { session } = await opened(page, arrive, control);
  expect(session.joinInformation.content).toContain("<script>");
  await page.getByText("Text for invitations").click();
  const block = page.locator("details[open] .rich");
  await expect(block).toBeVisible();
  await expect(block).toContainText(/join/i);
  expect(await block.locator("script").count()).toBe(0);
  for (const link of await block.getByRole("link").all()) expect(await link.getAttribute("href")).toMatch(/^https:/);
  await expect(page).not.toHaveTitle(/taken over/);
});

test("a webinar's session tells the same", async ({ page, arrive, control }) => {
  const events = await control.events();
  const webinar = events.find((event) => event.kind === "Webinar" && event.status === "Published" && event.session);
  const { session, folder } = await opened(page, arrive, control, webinar!.title);
  expect(folder).toBe("webinars");
  await expect(page.getByText("Chat thread", { exact: true })).toBeVisible();
  await expect(page.getByText(session.chatInfo.threadId)).toBeVisible();
});

test("details that can't be read have a way to try again, and the link stays", async ({ page, arrive, control }) => {
  const { id } = await control.event(TITLE);
  await control.fault({ match: { origin: "graph", path_regex: "/sessions/[^/]+$" }, status: 403 });
  await arrive("organizer", `/townhalls/${encodeURIComponent(id)}`);
  const card = page.locator("section.card", { has: page.getByRole("heading", { name: "Session", exact: true }) });
  await expect(card.getByText("Your role doesn't allow this")).toBeVisible();
  await expect(card.getByRole("button", { name: "Copy join link" })).toBeVisible();
  await control.mend();
  await card.getByRole("button", { name: "Try again" }).click();
  await expect(card.getByText("Meeting ID", { exact: true })).toBeVisible();
});

test("an ended town hall has its recording's link", async ({ page, arrive, control }) => {
  const { session } = await opened(page, arrive, control, "Looking back at the year");
  await expect(page.getByRole("link", { name: session.videoOnDemandWebUrl })).toBeVisible();
  await page.getByRole("button", { name: "Copy recording link" }).click();
  await expect(page.getByText("Recording link copied")).toBeVisible();
});
