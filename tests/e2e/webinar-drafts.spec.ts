// A webinar's draft survives, and a lost answer makes one webinar.

import { isAccessible } from "./accessible";
import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { enter, tabTo, typeInto } from "./keyboard";
import { Board } from "./pages/board";
import { Drafts } from "./pages/drafts";
import { EventPage } from "./pages/event";
import { Form } from "./pages/form";

test.describe("kept", () => {
  test.use({ at: TUESDAY_AT_TEN });

  test("what was typed is there after a reload, on the board, and at the other address too", async ({ page, arrive }) => {
    await arrive("organizer", "/webinars/new");
    const form = new Form(page);
    const drafts = new Drafts(page);
    const heading = page.getByRole("heading", { level: 1, name: "New webinar" });
    await form.title.fill("Half an idea");
    await form.field("Registration required").uncheck();
    await drafts.kept();
    await page.reload();
    await expect(heading).toBeVisible();
    await expect(form.title).toHaveValue("Half an idea");
    await expect(form.field("Registration required")).not.toBeChecked();

    await page.goto("/");
    await expect(drafts.items).toHaveText([/Half an idea.*New webinar/s]);
    await drafts.open("Half an idea").click();
    await expect(heading).toBeVisible();
    await expect(form.title).toHaveValue("Half an idea");

    // an address of the other kind leads to the draft all the same
    const address = page.url();
    await page.goto(address.replace("/webinars/", "/townhalls/"));
    await expect(heading).toBeVisible();
    await expect(form.title).toHaveValue("Half an idea");
    await expect(page).toHaveURL(address);
  });

  test("a draft from before there were webinars is a town hall's", async ({ page, arrive }) => {
    await arrive("organizer", "/townhalls/new");
    const form = new Form(page);
    await form.title.fill("From an older release");
    await new Drafts(page).kept();
    // what that release kept didn't say of which kind it is
    const older = JSON.stringify({
      format: "rostrum.draft",
      version: 2,
      at: "2027-01-12T09:00:00Z",
      draft: { title: "From an older release", startDate: "2027-02-01", startTime: "10:00", zone: "Europe/Berlin", capacity: "75" },
    });
    await page.goto("/townhalls/new");
    await page.locator("input[type=file]").setInputFiles({ name: "draft.json", mimeType: "application/json", buffer: Buffer.from(older) });
    await expect(form.title).toHaveValue("From an older release");
    await expect(form.field("Capacity")).toHaveValue("75");

    // and isn't taken into the form of the other kind
    await page.goto("/webinars/new");
    await page.locator("input[type=file]").setInputFiles({ name: "draft.json", mimeType: "application/json", buffer: Buffer.from(older) });
    await expect(page.getByText("That file holds a draft of a town hall.")).toBeVisible();
    await expect(form.title).toHaveValue("");
  });

  test("create and publish a webinar by keyboard alone", async ({ page, arrive, control }) => {
    const form = new Form(page);
    await arrive("organizer");
    await expect(new Board(page).rows.first()).toBeVisible();
    await enter(page, page.getByRole("link", { name: "New webinar" }));
    await expect(form.title).toBeVisible();
    await typeInto(page, form.title, "By keyboard");
    await tabTo(page, form.combobox("Co-organizers"));
    await page.keyboard.type("kai and");
    await expect(form.options.first()).toContainText("Kai Andersen");
    await page.keyboard.press("Enter");
    await enter(page, form.publish);
    const question = page.getByRole("dialog");
    await enter(page, question.getByRole("button", { name: "Publish" }));
    await expect(new EventPage(page).title("By keyboard")).toBeVisible();
    await expect(page.getByRole("button", { name: "Copy registration link" }).first()).toBeVisible();
    expect(await control.event("By keyboard")).toMatchObject({ kind: "Webinar", status: "Published" });
  });

  test("accessible, narrow and wide", async ({ page, arrive }) => {
    test.slow();
    await arrive("organizer", "/webinars/new");
    const form = new Form(page);
    await expect(form.title).toBeVisible();
    await isAccessible(page, "new webinar");
    await form.save.click();
    await expect(form.errors).toBeVisible();
    await isAccessible(page, "new webinar with an error");
  });
});

for (const lost of ["request", "answer"] as const) {
  test(`a lost ${lost} leaves one webinar`, async ({ page, arrive, control }) => {
    await arrive("organizer", "/webinars/new");
    const form = new Form(page);
    await form.title.fill("Once only");
    let done = false;
    await page.route(/\/virtualEvents\/webinars$/, async (route) => {
      if (done || route.request().method() !== "POST") return route.fallback();
      done = true;
      if (lost === "answer") await route.fetch();
      await route.abort("connectionreset");
    });
    await form.save.click();
    await expect(new EventPage(page).title("Once only")).toBeVisible();
    const made = await control.called("Once only");
    expect(made.map((event) => event.kind)).toEqual(["Webinar"]);
    // it was looked for among webinars
    const looks = await control.journal((line) => line.path.includes("/webinars/getByUserRole(role='organizer')") && line.parent === undefined);
    expect(looks.length).toBeGreaterThan(0);
  });
}
