// Sending the invitation from one's own mailbox: consent, review, progress, failures.

import type { Page } from "@playwright/test";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import type { Control } from "./control";
import { answerConsent } from "./pages/entra";
import { message } from "./pages/frame";
import { SharePage, sharePath } from "./pages/share";

test.use({ at: TUESDAY_AT_TEN });

const ANA = "ana.ruiz@northlight.example";
const EVENT = "Leadership circle";

/** Addresses of the mails that were sent, each with those beside it. */
async function sent(control: Control) {
  const mails = await control.outbox();
  const addresses = (list: { address: string }[]) => list.map((it) => it.address);
  return mails.map(({ to, bcc }) => ({ to: addresses(to), bcc: addresses(bcc) }));
}

/**
 * Loses the answer to the first mail. Not by a fault of the emulator: a browser that finds a used
 * connection cut sends the request once more by itself, and the app never hears of it.
 */
async function losingTheFirstAnswer(page: Page) {
  let lost = false;
  await page.route(/\/me\/sendMail$/, async (route) => {
    if (lost || route.request().method() !== "POST") return route.fallback();
    lost = true;
    await route.fetch();
    await route.abort("connectionreset");
  });
}

test.describe("with the permission", () => {
  test.beforeEach(({ control }) => control.consent(ANA, { grant: ["Mail.Send"] }));

  test("everybody invited and typed gets a mail of their own, after a look at it", async ({ page, arrive, control }) => {
    await arrive("organizer", sharePath(await control.event(EVENT)));
    const share = new SharePage(page);
    await expect(share.section("Send from your mailbox")).toContainText("your organization's own e-mail");
    await share.message.fill("Dear colleagues");
    await share.further.fill("Mei Guest <mei@fabrikam.example>; nadia.benali@harborpress.example, nobody");
    await expect(page.getByText("No e-mail address: nobody")).toBeVisible();

    await share.button("Review and send").click();
    // four of the directory, a guest, and one more: who is named twice counts once
    await expect(share.dialog.getByRole("heading", { name: "Send the invitation to 6 people?" })).toBeVisible();
    await expect(share.dialog).toContainText(`6 mails go out from ${ANA}`);
    await expect(share.dialog).toContainText("Dear colleagues");
    expect(await control.outbox()).toEqual([]);
    await share.dialog.getByRole("button", { name: "Send to 6 people" }).click();

    await expect(share.progress).toHaveText("Sent to 6 of 6 people");
    const mails = await sent(control);
    expect(mails.every(({ to, bcc }) => to.length === 1 && bcc.length === 0)).toBe(true);
    expect(mails.map(({ to }) => to[0]).sort()).toEqual([
      "bjorn.aesberg@northlight.example",
      "francois.dupre@northlight.example",
      "mei@fabrikam.example",
      "nadia.benali@harborpress.example",
      "priya.raman@northlight.example",
      "zoe.lefevre@northlight.example",
    ]);
    const [first] = await control.outbox();
    expect(first.subject).toBe(EVENT);
    expect(first.content).toContain("Dear colleagues");
    expect(first.attachments[0].text).toContain("SUMMARY:Leadership circle");
    expect(first.saved).toBe(true);
  });

  test("one mail to all keeps them hidden from each other", async ({ page, arrive, control }) => {
    await arrive("organizer", sharePath(await control.event(EVENT)));
    const share = new SharePage(page);
    await page.getByRole("radio", { name: "One mail to all, recipients hidden" }).check();

    await share.send();

    await expect(share.progress).toHaveText("Sent to 5 of 5 people");
    const mails = await sent(control);
    expect(mails).toHaveLength(1);
    expect(mails[0].to).toEqual([]);
    expect(mails[0].bcc).toHaveLength(5);
  });

  test("who was refused is named and can be tried again, alone", async ({ page, arrive, control }) => {
    await arrive("organizer", sharePath(await control.event(EVENT)));
    const share = new SharePage(page);
    await page.getByRole("checkbox", { name: /^Invited attendees/ }).uncheck();
    await share.further.fill("one@x.example, two@x.example, three@x.example");
    await control.fault({ match: { origin: "graph", path_regex: "/me/sendMail" }, status: 400, times: 1 });

    await share.send();

    const refused = message(page, "Some mails were refused");
    await expect(refused).toContainText("one@x.example");
    await expect(refused).not.toContainText("two@x.example");
    await expect(share.progress).toHaveText("Sent to 2 of 3 people, 1 refused");
    await refused.getByRole("button", { name: "Try these again" }).click();
    await expect(share.progress).toHaveText("Sent to 3 of 3 people");
    expect((await sent(control)).map(({ to }) => to[0])).toEqual(["two@x.example", "three@x.example", "one@x.example"]);
  });

  test("a lost answer is never sent again by itself", async ({ page, arrive, control }) => {
    await arrive("organizer", sharePath(await control.event(EVENT)));
    const share = new SharePage(page);
    await page.getByRole("checkbox", { name: /^Invited attendees/ }).uncheck();
    await share.further.fill("one@x.example, two@x.example");
    await losingTheFirstAnswer(page);

    await share.send();

    // it may have been sent: the organizer decides about it, and the others can go on
    const unsure = message(page, "Some mails may have been sent");
    await expect(unsure).toContainText("one@x.example");
    await message(page, "There is no connection").getByRole("button", { name: "Try again" }).click();
    await expect(share.progress).toHaveText("Sent to 1 of 2 people, 1 uncertain");
    expect((await sent(control)).map(({ to }) => to[0])).toEqual(["one@x.example", "two@x.example"]);
    await unsure.getByRole("button", { name: "Send these again" }).click();
    await expect(share.progress).toHaveText("Sent to 2 of 2 people");
    expect(await control.outbox()).toHaveLength(3);
  });

  test("the sending goes on when another part is shown", async ({ page, arrive, control }) => {
    await arrive("organizer", sharePath(await control.event(EVENT)));
    const share = new SharePage(page);
    await control.fault({ match: { origin: "graph", method: "POST", path_regex: "/me/sendMail" }, delay_ms: 400 });

    await share.send();
    const parts = page.getByRole("navigation", { name: "Parts of this event" });
    await parts.getByRole("link", { name: "People" }).click();
    await expect(page.getByRole("heading", { name: "Presenters" })).toBeVisible();
    await expect.poll(async () => (await control.outbox()).length).toBe(5);

    await parts.getByRole("link", { name: "Share" }).click();
    await expect(share.progress).toHaveText("Sent to 5 of 5 people");
    await share.button("Send to others").click();
    await expect(share.button("Review and send")).toBeVisible();
  });

  test("who got it before is left out after a reload, unless the organizer wants otherwise", async ({ page, arrive, control }) => {
    await arrive("organizer", sharePath(await control.event(EVENT)));
    const share = new SharePage(page);
    await share.send();
    await expect(share.progress).toHaveText("Sent to 5 of 5 people");

    await page.reload();
    await share.further.fill("Mei <mei@fabrikam.example>");
    await share.button("Review and send").click();
    const before = share.dialog.getByRole("checkbox", { name: "Leave out 5 people who got this invitation from this browser before" });
    await expect(before).toBeChecked();
    await expect(share.dialog.getByRole("heading")).toContainText(["Send the invitation to 1 person?"]);
    await before.uncheck();
    await expect(share.dialog.getByRole("button", { name: "Send to 6 people" })).toBeVisible();
    await before.check();
    await share.dialog.getByRole("button", { name: "Send to 1 person" }).click();

    await expect(share.progress).toHaveText("Sent to 1 of 1 person");
    expect(await control.outbox()).toHaveLength(6);
  });

  test("stopped after the mail under way, and gone on with", async ({ page, arrive, control }) => {
    await arrive("organizer", sharePath(await control.event(EVENT)));
    const share = new SharePage(page);
    await control.fault({ match: { origin: "graph", method: "POST", path_regex: "/me/sendMail" }, delay_ms: 1_500, times: 1 });

    await share.send();
    await share.button("Stop").click();

    await expect(share.button("Go on with 4 people")).toBeVisible();
    expect(await control.outbox()).toHaveLength(1);
    await share.button("Go on with 4 people").click();
    await expect(share.progress).toHaveText("Sent to 5 of 5 people");
  });
});

test("the permission is asked for when it is needed, and what was typed is there after it", async ({ page, arrive, control }) => {
  await arrive("organizer", sharePath(await control.event(EVENT)));
  const share = new SharePage(page);
  await share.message.fill("Dear colleagues");
  await share.further.fill("mei@fabrikam.example");
  await page.getByRole("radio", { name: "One mail to all, recipients hidden" }).check();

  await share.button("Review and send").click();
  const asked = message(page, "Rostrum may not send mail for you yet");
  await expect(asked).toContainText("Mail.Send");
  expect(await control.outbox()).toEqual([]);
  await asked.getByRole("button", { name: "Ask for access" }).click();
  await expect(page.getByText("Send mail as you")).toBeVisible();
  await answerConsent(page, "Accept");

  await expect(share.message).toHaveValue("Dear colleagues");
  await expect(share.further).toHaveValue("mei@fabrikam.example");
  await share.send();
  await expect(share.progress).toHaveText("Sent to 6 of 6 people");
});

test("the recipients as a table for mail merges, without any permission for mail", async ({ page, arrive, control }) => {
  await arrive("organizer", sharePath(await control.event(EVENT)));
  const share = new SharePage(page);
  await share.further.fill('"=HYPERLINK(1)" <eve@x.example>');

  const { name, text } = await share.file("Download list for mail merge");

  expect(name).toBe("Leadership-circle.csv");
  const [heading, ...rows] = text.replace("\ufeff", "").trim().split("\r\n");
  expect(heading).toBe("Name,E-mail,Title,When,Attendee link,Registration link");
  expect(rows).toHaveLength(6);
  expect(rows.find((row) => row.includes("bjorn.aesberg@northlight.example"))).toContain("Leadership circle");
  // a cell that begins like a formula is made text
  expect(rows.find((row) => row.includes("eve@x.example"))).toMatch(/^'=HYPERLINK/);
});

test("who declines is back where they were, and nothing was sent", async ({ page, arrive, control }) => {
  await arrive("organizer", sharePath(await control.event(EVENT)));
  const share = new SharePage(page);
  await share.message.fill("Dear colleagues");
  await share.button("Review and send").click();
  await message(page, "may not send mail").getByRole("button", { name: "Ask for access" }).click();
  await answerConsent(page, "Cancel");

  await expect(share.message).toHaveValue("Dear colleagues");
  expect(await control.outbox()).toEqual([]);
});
