// Sending a new town hall over a service and a network that misbehave: once, and nothing lost.

import type { Page, Route } from "@playwright/test";
import type { Control } from "./control";
import { expect, test } from "./fixtures";
import { Board } from "./pages/board";
import { Drafts } from "./pages/drafts";
import { EventPage } from "./pages/event";
import { Form } from "./pages/form";
import { message } from "./pages/frame";

const CREATE = { origin: "graph" as const, method: "POST", path_regex: "/virtualEvents/townhalls$" };

async function creates(control: { journal: any }): Promise<number[]> {
  const lines = await control.journal(
    (line: { method: string; path: string }) => line.method === "POST" && line.path.endsWith("/virtualEvents/townhalls"),
  );
  return lines.map((line: { status: number }) => line.status);
}

/**
 * Loses the next create, or its answer. Not by a fault of the emulator: a browser that finds a used
 * connection cut sends the request once more by itself, and the app never hears of it.
 */
async function losing(page: Page, what: "request" | "answer") {
  let lost = false;
  await page.route(/\/virtualEvents\/townhalls$/, async (route) => {
    if (lost || route.request().method() !== "POST") return route.fallback();
    lost = true;
    if (what === "answer") await route.fetch();
    await route.abort("connectionreset");
  });
}

test.beforeEach(async ({ arrive, page }) => {
  await arrive("organizer", "/townhalls/new");
  await new Form(page).title.fill("Once only");
});

test("a throttled create waits as told and then succeeds", async ({ page, control }) => {
  const form = new Form(page);
  await control.fault({ match: CREATE, status: 429, headers: { "retry-after": "0.5" }, times: 1 });
  await form.save.click();

  await expect(form.save).toHaveAttribute("aria-busy", "true");
  await expect(new EventPage(page).title("Once only")).toBeVisible();
  expect(await creates(control)).toEqual([429, 201]);
  expect(await control.called("Once only")).toHaveLength(1);
});

test("a lost answer leaves one event", async ({ page, control }) => {
  await losing(page, "answer");
  await new Form(page).save.click();

  await expect(new EventPage(page).title("Once only")).toBeVisible();
  expect(await control.called("Once only")).toHaveLength(1);
  expect(await creates(control)).toHaveLength(1);
});

test("a request lost on its way is sent again, and leaves one event", async ({ page, control }) => {
  await losing(page, "request");
  await new Form(page).save.click();

  await expect(new EventPage(page).title("Once only")).toBeVisible();
  expect(await control.called("Once only")).toHaveLength(1);
  expect(await creates(control)).toHaveLength(1);
});

test("an older draft that looks the same isn't taken for a lost one", async ({ page, control }) => {
  // given a draft just like the one to come
  const form = new Form(page);
  await form.save.click();
  await expect(new EventPage(page).title("Once only")).toBeVisible();
  const older = (await control.event("Once only")).id;

  // when its twin is lost on the way, from a form opened by its address: once the list is read, the
  // older one is known
  const list = page.waitForResponse((response) => response.url().endsWith("/$batch"));
  await page.goto("/townhalls/new");
  await (await list).finished();
  await form.title.fill("Once only");
  await losing(page, "request");
  await form.save.click();

  // then there are two, and the new one is shown
  await expect(new EventPage(page).title("Once only")).toBeVisible();
  expect(await control.called("Once only")).toHaveLength(2);
  await expect(page).not.toHaveURL(/\/new$/);
  expect(page.url()).not.toContain(older);

  // and it says that it has a twin, in case a network made it
  const twin = message(page, "Another draft looks just like this one");
  await twin.getByRole("link", { name: "Open the other draft" }).click();
  await expect(page).toHaveURL(new RegExp(older));
});

for (const [list, hold] of [
  ["isn't read", async (page: Page, _: Control) => void (await page.route(/\/\$batch$/, () => undefined))],
  [
    "is read in part",
    async (_: Page, control: Control) =>
      void (await control.fault({ match: { origin: "graph", path_regex: "townhalls/getByUserRole.*'organizer'" }, status: 403, times: 1 })),
  ],
] as const) {
  test(`while the list ${list}, nobody can tell an older draft from a lost one: the reader is asked`, async ({ page, control }) => {
    // given a draft just like the one to come, and a form that doesn't know of it
    const form = new Form(page);
    await form.save.click();
    await expect(new EventPage(page).title("Once only")).toBeVisible();
    const older = await control.event("Once only");
    await hold(page, control);
    const asked = page.waitForRequest(/\/\$batch$/);
    await page.goto("/townhalls/new");
    if (list === "is read in part") await (await (await asked).response())!.finished();
    await form.title.fill("Once only");
    await losing(page, "request");
    await form.save.click();

    // then the older one isn't taken for it, and what was typed is kept
    const doubt = message(page, "We can't tell whether it was saved");
    await expect(doubt).toBeInViewport();
    await expect(doubt.getByRole("link", { name: "Once only" })).toHaveAttribute("href", new RegExp(older.id));
    await expect(form.title).toHaveValue("Once only");
    expect(await control.called("Once only")).toHaveLength(1);

    // and whoever sees that it is older sends it once more
    await doubt.getByRole("button", { name: "Try again" }).click();
    await expect(new EventPage(page).title("Once only")).toBeVisible();
    expect(await control.called("Once only")).toHaveLength(2);
    expect(page.url()).not.toContain(older.id);
  });
}

test("an event saved while the list is being read is on the board", async ({ page, control }) => {
  // given a list that is asked for before the create and answered after it
  const batches: Route[] = [];
  await new Drafts(page).kept();
  await page.route(/\/\$batch$/, (route) => (batches.push(route) === 1 ? undefined : route.continue()));
  await page.reload();
  await expect.poll(() => batches.length).toBe(1);
  const before = await batches[0].fetch();
  await new Form(page).save.click();
  await expect(new EventPage(page).title("Once only")).toBeVisible();
  await batches[0].fulfill({ response: before });

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Board" }).click();

  await expect(new Board(page).row("Once only")).toBeVisible();
});

test("a second click while it is sent does nothing", async ({ page, control }) => {
  const form = new Form(page);
  await control.fault({ match: CREATE, delay_ms: 700, times: 1 });
  await form.save.dblclick();
  await expect(new EventPage(page).title("Once only")).toBeVisible();
  expect(await creates(control)).toHaveLength(1);
});

test("no connection: what was typed stays, and a retry sends it once", async ({ page, control }) => {
  const form = new Form(page);
  await control.fault({ match: { origin: "graph" }, drop: "before" });
  await form.save.click();
  const problem = message(page, "There is no connection");
  await expect(problem).toBeVisible();
  await expect(form.title).toHaveValue("Once only");

  await control.mend();
  await problem.getByRole("button", { name: "Try again" }).click();
  await expect(new EventPage(page).title("Once only")).toBeVisible();
  expect(await control.called("Once only")).toHaveLength(1);
});

test("a refusal by the service is shown with its reason under Details", async ({ page, control }) => {
  const form = new Form(page);
  await control.fault({
    match: CREATE,
    status: 400,
    body: { error: { code: "BadRequest", message: "The audience is switched off by policy." } },
    times: 1,
  });
  await form.save.click();

  const problem = message(page, "Microsoft 365 didn't accept this");
  await problem.locator("summary").click();
  await expect(problem).toContainText("The audience is switched off by policy.");
  await expect(form.title).toHaveValue("Once only");
});

test("a sign-in that expires in the middle keeps what was typed", async ({ page, control }) => {
  const form = new Form(page);
  await form.field("Description").fill("Written before the token died");

  // given that neither the token nor its renewal works any more
  await control.revoke();
  await form.save.click();
  const problem = message(page, "Your sign-in has expired");
  await expect(problem).toBeVisible();
  await problem.getByRole("button", { name: "Sign in again" }).click();

  // then after signing in the form is as it was left, and can be sent
  await expect(page.getByText("We kept what you typed")).toBeVisible();
  await expect(form.title).toHaveValue("Once only");
  await expect(form.field("Description")).toHaveText("Written before the token died");
  await form.save.click();
  await expect(new EventPage(page).title("Once only")).toBeVisible();
  expect(await control.called("Once only")).toHaveLength(1);
});

test("a token that was refused once is renewed without a word", async ({ page, control }) => {
  await control.fault({ match: CREATE, status: 401, times: 1 });
  await new Form(page).save.click();
  await expect(new EventPage(page).title("Once only")).toBeVisible();
  expect(await creates(control)).toEqual([401, 201]);
});

test("publishing at once asks first, says who is told, and publishes", async ({ page, control }) => {
  const form = new Form(page);
  await form.combobox("Invited attendees").fill("visitor@harborpress.example");
  await form.options.filter({ hasText: "visitor@" }).click();
  await form.publish.click();

  const question = page.getByRole("dialog", { name: "Publish “Once only”?" });
  await expect(question).toContainText("1 person is invited");
  await expect(question).toContainText("invitation by e-mail");
  expect(await creates(control)).toEqual([]);

  await question.getByRole("button", { name: "Publish" }).click();
  await expect(new EventPage(page).title("Once only")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy attendee link" })).toBeVisible();
  expect((await control.event("Once only")).status).toBe("Published");
});

test("the question says when nobody gets mail", async ({ page }) => {
  const form = new Form(page);
  await form.field("E-mail notifications to attendees").uncheck();
  await form.publish.click();
  await expect(page.getByRole("dialog")).toContainText("E-mail to attendees is switched off: tell them yourself.");
  await page.getByRole("dialog").getByRole("button", { name: "Not now" }).click();
  await expect(form.publish).toBeFocused();
});

test("publishing that fails after saving leaves a draft and says so on its page", async ({ page, control }) => {
  const form = new Form(page);
  await control.fault({ match: { origin: "graph", path_regex: "/publish$" }, status: 403, times: 1 });
  await form.publish.click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();

  // then the draft is there, shown, with the reason
  await expect(new EventPage(page).title("Once only")).toBeVisible();
  await expect(message(page, /saved, but .*n't published/)).toContainText("Your role doesn't allow this");
  expect((await control.event("Once only")).status).toBe("Draft");

  // and can be published from there
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("button", { name: "Copy attendee link" })).toBeVisible();
  await expect(message(page, /published/)).toHaveCount(0);
});

test("a Publish that failed before anything was saved is tried again as a Publish", async ({ page, control }) => {
  const form = new Form(page);
  await control.fault({ match: CREATE, status: 403, times: 1 });
  await form.publish.click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  const problem = message(page, "Your role doesn't allow this");
  await problem.getByRole("button", { name: "Try again" }).click();

  await expect(page.getByRole("button", { name: "Copy attendee link" })).toBeVisible();
  expect((await control.event("Once only")).status).toBe("Published");
});
