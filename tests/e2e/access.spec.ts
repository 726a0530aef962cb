// The access check: every read is tried, and what came of it is said in a sentence.

import { isAccessible } from "./accessible";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, focusIsKept, tabTo } from "./keyboard";
import { AccessPage } from "./pages/access";
import { answerConsent } from "./pages/entra";
import { RegistrationPage, registrationPath } from "./pages/registration";

test.use({ at: TUESDAY_AT_TEN, permissions: ["clipboard-read", "clipboard-write"] });

/** What no signed-in person can read by an app. */
const IMPOSSIBLE = [
  "list who registered for it",
  "list all town halls of your organization",
  "list all webinars of your organization",
  "list somebody else's town halls",
  "list somebody else's webinars",
];

test("an organizer reads their events, and is told what no browser may", async ({ page, arrive, control }) => {
  const access = new AccessPage(page);
  await arrive("organizer");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Access check" }).click();
  await expect(access.heading).toBeVisible();
  await expect(access.row("Can you list town halls you organize?")).toBeVisible();
  await control.forget();
  await access.checkAll.click();
  await expect(access.standing).toHaveText(/^\d+ work.*5 not possible from a browser\.$/);

  for (const phrase of ["find people of your directory", "list town halls you organize", "open the event", "read its registration questions"])
    await expect(access.row(`Works: You can ${phrase}.`), phrase).toBeVisible();
  for (const phrase of IMPOSSIBLE) {
    const row = access.row(`Not possible from a browser: An app in a browser can't ${phrase}.`);
    await expect(row, phrase).toContainText("A relay that your organization runs can, with the application permission VirtualEvent.Read.");
  }
  await expect(access.permission("VirtualEvent.ReadWrite")).toContainText("Granted");

  // reads only, one after the other, and each once
  const asked = await control.journal((line) => line.origin === "graph");
  expect(new Set(asked.map((line) => line.method))).toEqual(new Set(["GET"]));
  const lists = asked.filter((line) => line.path.endsWith("/virtualEvents/townhalls"));
  expect(lists.map((line) => line.status)).toEqual([403]);
});

test("the exact answer stands under a sentence, and can be copied", async ({ page, arrive }) => {
  const access = new AccessPage(page);
  await arrive("organizer", "/access");
  await access.try("list all webinars of your organization").click();
  const row = access.row("An app in a browser can't list all webinars");
  const answer = await access.answer(row);
  expect(answer).toContain("GET /v1.0/solutions/virtualEvents/webinars\nStatus: 403\nCode: Forbidden\nMessage: ");
  expect(answer).toMatch(/\nRequest id: [0-9a-f-]{36}\n/);
  expect(answer).toContain("Permission: VirtualEvent.Read.All (application)");
  await row.getByRole("button", { name: "Copy answer" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('"code"');
  expect(copied).not.toMatch(/Bearer|authorization|eyJ/i);
});

test("without consent, what is missing says who grants it, and a browser's limits stay", async ({ page, signIn }) => {
  const access = new AccessPage(page);
  await page.goto("/access");
  await signIn("without consent");
  await answerConsent(page, "Accept");
  await access.checkAll.click();
  await expect(access.standing).toHaveText(/missing/);
  await expect(access.standing).not.toHaveText(/checked/);

  await expect(access.row("Works: You can read your own name and address.")).toBeVisible();
  const missing = access.row("Missing: You can't list town halls you organize.");
  await expect(missing).toContainText("An administrator of your organization can grant it: it needs the permission VirtualEvent.Read");
  await expect(access.row("Missing: You can't open the event.")).toContainText("An administrator");
  for (const phrase of IMPOSSIBLE) await expect(access.row(`An app in a browser can't ${phrase}.`), phrase).toBeVisible();
  await expect(access.permission("VirtualEvent.Read.").first()).toContainText("Missing");

  await page.getByRole("button", { name: "Copy link for your administrator" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("/adminconsent?");
  expect(decodeURIComponent(link)).toContain("VirtualEvent.ReadWrite");
});

test("the report holds sentences and statuses, and neither ids nor secrets", async ({ page, arrive, control }) => {
  const access = new AccessPage(page);
  await arrive("organizer", "/access");
  await access.checkAll.click();
  await expect(access.standing).toHaveText(/not possible from a browser\.$/);
  await access.copyReport.click();
  await expect(page.getByText("Report copied")).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());

  expect(report).toContain("Works: You can list town halls you organize.");
  expect(report).toContain("Not possible from a browser: An app in a browser can't list all webinars of your organization.");
  expect(report).toContain("GET /v1.0/solutions/virtualEvents/webinars\n");
  expect(report).toContain("VirtualEvent.Read: Granted");
  const events = await control.events();
  for (const event of events) {
    expect(report).not.toContain(event.id);
    if (event.title.trim()) expect(report).not.toContain(event.title);
  }
  expect(report).not.toMatch(/Bearer|eyJ|@/);
  // of ids only those of the requests are whole
  for (const line of report.split("\n").filter((line) => /[0-9a-f]{8}-[0-9a-f]{4}-/.test(line)))
    expect(line).toMatch(/equest id: /);
});

test("a cut connection says nothing about access, and a single check can be tried again", async ({ page, arrive, control }) => {
  const access = new AccessPage(page);
  await arrive("organizer", "/access");
  await expect(page.getByLabel("Event to try with")).toBeVisible();
  await control.fault({ match: { origin: "graph" }, drop: "before" });
  await access.checkAll.click();
  await expect(access.standing).toHaveText(/^0 work.*not known\.$/);
  const row = access.row("read your own name and address");
  await expect(row).toContainText("Not known: Whether you can read your own name and address couldn't be found out. There is no connection.");

  await control.mend();
  await access.try("read your own name and address").click();
  await expect(row).toContainText("Works: You can read your own name and address.");
});

test("a role that isn't enough is told from a permission that is missing", async ({ page, arrive, control }) => {
  const access = new AccessPage(page);
  await control.fault({ match: { origin: "graph", path_regex: "/presenters$" }, status: 403, body: { error: { code: "Forbidden", message: "No." } } });
  await arrive("organizer", "/access");
  await access.try("read who presents it").click();
  await expect(access.row("You can't read who presents it.")).toContainText("Only organizer and co-organizers can");
});

test("a run that takes its time can be stopped", async ({ page, arrive, control }) => {
  const access = new AccessPage(page);
  await arrive("organizer", "/access");
  await expect(page.getByLabel("Event to try with")).toBeVisible();
  await control.fault({ match: { origin: "graph", method: "GET" }, delay_ms: 500 });
  await control.forget();
  await access.checkAll.click();
  await expect(access.standing).toHaveText(/^[1-9]\d* of 19 checked$/);
  await access.stop.click();
  await expect(access.standing).toHaveText(/^Stopped\. \d+ of 19 checked\.$/);
  await expect(access.checkAll).toBeVisible();
  const asked = await control.journal((line) => line.origin === "graph");
  expect(asked.length).toBeLessThan(19);
});

test("what can't be had where somebody looks for it leads here", async ({ page, arrive, control }) => {
  await arrive("organizer", registrationPath(await control.event("Heat pumps for beginners")));
  await new RegistrationPage(page).section("Who registered").getByRole("link", { name: "Access check" }).click();
  await expect(new AccessPage(page).heading).toBeVisible();
});

test("by keyboard alone", async ({ page, arrive }) => {
  const access = new AccessPage(page);
  await arrive("organizer", "/access");
  await enter(page, access.checkAll);
  await expect(access.standing).toHaveText(/not possible from a browser\.$/);
  await focusIsKept(page, "after all was checked");
  const row = access.row("You can list webinars you organize.");
  await tabTo(page, row.getByText("Exact answer").first());
  await page.keyboard.press("Enter");
  await expect(row.getByRole("region", { name: "Exact answer" })).toBeVisible();
  await enter(page, access.try("list webinars you organize"));
  await expect(row).toContainText("Works");
  await focusIsKept(page, "after one was tried again");
  await enter(page, access.copyReport, "Shift+Tab");
  await expect(page.getByText("Report copied")).toBeVisible();
});

test("accessible before and after, narrow and wide; on a phone the account's menu leads here", async ({ page, arrive }) => {
  test.slow();
  const access = new AccessPage(page);
  await arrive("organizer");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("button", { name: "Access check" }).click();
  await expect(access.heading).toBeVisible();
  await isAccessible(page, "access check, untried");
  await access.checkAll.click();
  await expect(access.standing).toHaveText(/not possible from a browser\.$/);
  await access.answer(access.row("You can list webinars you organize."));
  await isAccessible(page, "access check, done");
});
