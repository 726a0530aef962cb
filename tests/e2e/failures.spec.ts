// The app itself fails: each time a page that says what to do, and nothing typed is lost.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { Board } from "./pages/board";
import { Form } from "./pages/form";
import { message, signInButton } from "./pages/frame";

test.describe("config.json", () => {
  for (const [what, answer, says] of [
    ["is missing", { status: 404, body: "not found" }, /There is no file config\.json beside index\.html \(the server answered 404\)/],
    ["isn't JSON", { body: "{ clientId: yes }" }, /config\.json isn't valid JSON/],
    ["is the page itself", { contentType: "text/html", body: "<!doctype html><title>Rostrum</title>" }, /config\.json isn't valid JSON/],
    ["is JSON of another kind", { body: "[1, 2]" }, /config\.json isn't valid JSON/],
    ["has no clientId", { body: '{"tenant":"contoso.example"}' }, /has no "clientId"/],
    ["has no tenant", { body: '{"clientId":"11111111-2222-3333-4444-555555555555"}' }, /has no "tenant"/],
    ["has a clientId that is none", { body: '{"clientId":"rostrum","tenant":"contoso.example"}' }, /"clientId" can't be "rostrum"/],
    ["names all tenants", { body: '{"clientId":"11111111-2222-3333-4444-555555555555","tenant":"common"}' }, /"tenant" can't be "common": town halls don't work with personal accounts/],
  ] as const) {
    test(`${what}: the page says what to write`, async ({ page }) => {
      await page.route("**/config.json", (route) => route.fulfill(answer));
      await page.goto("/townhalls/new");

      const setup = page.getByRole("alert");
      await expect(setup).toContainText("Rostrum isn't set up yet");
      await expect(setup).toContainText(says);
      await expect(setup).toContainText('"clientId"');
      await expect(signInButton(page)).toHaveCount(0);

      // once it is right, trying again is enough
      await page.unroute("**/config.json");
      await setup.getByRole("button", { name: "Try again" }).click();
      await expect(signInButton(page)).toBeVisible();
    });
  }

  test("can't be fetched: the connection is named, not the file", async ({ page }) => {
    await page.route("**/config.json", (route) => route.abort());
    await page.goto("/");
    await expect(page.getByRole("alert")).toContainText("The configuration couldn't be read");
    await expect(page.getByRole("alert")).not.toContainText("clientId");
  });
});

test("an unknown address says so and leads to the board", async ({ page, arrive }) => {
  await arrive("organizer", "/townhalls/1/2/3?x=y");
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await page.getByRole("link", { name: "Go to the board" }).click();
  await expect(new Board(page).heading).toBeVisible();
});

test.describe("a part of the app that can't be loaded", () => {
  test("sign-in: the signed-out page says so, and a later click works", async ({ page, signIn }) => {
    await page.route("**/split_sign_in-*.wasm", (route) => route.abort());
    await page.goto("/");
    await signInButton(page).click();
    await expect(message(page, "This part of Rostrum couldn't be loaded")).toBeVisible();

    await page.unroute("**/split_sign_in-*.wasm");
    await page.reload();
    await signIn("organizer");
    await expect(new Board(page).heading).toBeVisible();
  });

  test("a page: a message with Reload in its place, and Reload works", async ({ page, arrive }) => {
    await page.route("**/split_form-*.wasm", (route) => route.abort());
    await arrive("organizer", "/townhalls/new");
    const missing = message(page, "This part of Rostrum couldn't be loaded");
    await expect(missing).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();

    await page.unroute("**/split_form-*.wasm");
    await missing.getByRole("button", { name: "Reload" }).click();
    await expect(new Form(page).title).toBeVisible();
  });

  test("after a new deployment the old parts are gone: the same message", async ({ page, arrive }) => {
    await page.route("**/split_live-*.wasm", (route) =>
      route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }),
    );
    await arrive("organizer", "/live");
    await expect(message(page, "This part of Rostrum couldn't be loaded")).toBeVisible();
  });

  test("the main module: the page says so without it", async ({ page, faults }) => {
    await page.route("**/app_bg-*.wasm", (route) => route.abort());
    await page.goto("/");
    const stopped = page.getByRole("alert");
    await expect(stopped).toContainText("Rostrum couldn't be loaded");
    await page.unroute("**/app_bg-*.wasm");
    await stopped.getByRole("button", { name: "Reload" }).click();
    await expect(signInButton(page)).toBeVisible();
    faults.length = 0;
  });
});

test.describe("a fault inside the wasm", () => {
  test.use({ at: TUESDAY_AT_TEN });

  test("ends in one page that keeps drafts and offers Reload", async ({ page, arrive, faults }) => {
    // given something typed
    const form = new Form(page);
    await arrive("organizer", "/townhalls/new");
    await form.title.fill("Typed before the fault");
    await expect(page.getByText("Kept in this browser just now")).toBeVisible();

    // when the document stops doing what the app relies on
    await page.evaluate(() => {
      const refuse = () => {
        throw new Error("no more nodes");
      };
      Object.assign(document, { createTextNode: refuse, createComment: refuse });
      Object.assign(Node.prototype, { cloneNode: refuse });
    });
    await form.field("Capacity").fill("none");

    // then
    const stopped = page.getByRole("alert");
    await expect(stopped).toContainText("Rostrum stopped because of a fault");
    await expect(stopped).toContainText("What you typed is kept");
    await expect(page.getByRole("button", { name: "Reload" })).toBeFocused();
    await expect(page.getByRole("form")).toHaveCount(0);

    await page.getByRole("button", { name: "Reload" }).click();
    await expect(form.title).toHaveValue("Typed before the fault");
    expect(faults.length).toBeGreaterThan(0);
    faults.length = 0;
  });
});

test("without a network what was read stays, and what fails says so", async ({ page, arrive, context }) => {
  const board = new Board(page);
  await arrive("organizer");
  await expect(board.row("January all hands")).toBeVisible();

  await context.setOffline(true);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(message(page, "There is no connection")).toBeVisible();
  await board.search.fill("plant");
  await expect(board.rows).toHaveCount(1);

  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(message(page, "There is no connection")).toHaveCount(0);
});
