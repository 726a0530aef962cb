// What is handed out by keyboard alone: links, files, mail.

import { readFile } from "node:fs/promises";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, focusIsKept, focusIsSeen, tabTo } from "./keyboard";
import { EventPage, eventPath } from "./pages/event";
import { SharePage, sharePath } from "./pages/share";

test.use({ at: TUESDAY_AT_TEN, permissions: ["clipboard-read", "clipboard-write"] });

test("the link is copied and the calendar file taken by keyboard alone", async ({ page, arrive, control }) => {
  const event = await control.event("First quarter results");
  const share = new SharePage(page);
  await arrive("organizer", eventPath(event));
  await expect(new EventPage(page).title("First quarter results")).toBeVisible();
  await enter(page, page.getByRole("navigation", { name: "Parts of this event" }).getByRole("link", { name: "Share" }));

  const links = share.section("Links");
  const copy = links.getByRole("button", { name: "Copy attendee link" });
  await enter(page, copy);
  await expect(page.getByText("Attendee link copied")).toBeVisible();
  await expect(copy).toBeFocused();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("teams.microsoft.com/l/meetup-join/");
  await expect(links.getByRole("link").first()).toHaveAttribute("href", link);

  await enter(page, links.getByRole("button", { name: "Show passcode" }));
  await expect(new EventPage(page).fact("Passcode")).not.toContainText("••••••");
  await focusIsKept(page, "after the passcode was shown");

  const download = page.waitForEvent("download");
  await enter(page, share.button("Download calendar file"));
  const file = await download;
  expect(file.suggestedFilename()).toBe("First-quarter-results.ics");
  expect(await readFile(await file.path(), "utf8")).toContain("SUMMARY:First quarter results");
  await expect(share.button("Download calendar file")).toBeFocused();
});

test("the invitation is written, looked over and sent by keyboard alone", async ({ page, arrive, control }) => {
  await control.consent("ana.ruiz@northlight.example", { grant: ["Mail.Send"] });
  const share = new SharePage(page);
  await arrive("organizer", sharePath(await control.event("Leadership circle")));
  await tabTo(page, share.message);
  await page.keyboard.type("Dear colleagues");
  await tabTo(page, share.further);
  await page.keyboard.type("Mei Guest <mei@fabrikam.example>");
  await tabTo(page, page.getByRole("radio", { name: "One mail each" }), "Shift+Tab");
  await page.keyboard.press("ArrowDown");
  const hidden = page.getByRole("radio", { name: "One mail to all, recipients hidden" });
  await expect(hidden).toBeFocused();
  await expect(hidden).toBeChecked();

  // looked over, left, and looked over again
  const review = share.button("Review and send");
  await enter(page, review);
  await expect(share.dialog.getByRole("heading", { name: "Send the invitation to 6 people?" })).toBeVisible();
  await expect(share.dialog.locator(":focus")).toHaveCount(1);
  await focusIsSeen(page);
  await page.keyboard.press("Escape");
  await expect(share.dialog).toBeHidden();
  await expect(review).toBeFocused();
  expect(await control.outbox()).toEqual([]);

  await page.keyboard.press("Enter");
  await enter(page, share.dialog.locator("summary"));
  await expect(share.dialog.getByText("mei@fabrikam.example")).toBeVisible();
  await enter(page, share.dialog.getByRole("button", { name: "Send to 6 people" }));
  await expect(share.progress).toHaveText("Sent to 6 of 6 people");
  await expect(page.getByRole("heading", { name: "Send from your mailbox" })).toBeFocused();
  await focusIsSeen(page);
  const [mail] = await control.outbox();
  expect(mail.content).toContain("Dear colleagues");
  expect(mail.bcc).toHaveLength(6);
  expect(mail.to).toEqual([]);

  await enter(page, share.button("Send to others"));
  await expect(review).toBeVisible();
  await focusIsKept(page, "after the report was put away");
});
