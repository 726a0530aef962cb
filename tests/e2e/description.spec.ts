// Descriptions: rich text where it is written, safe where it is read.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { EventPage, eventPath } from "./pages/event";
import { Form } from "./pages/form";

test.use({ at: TUESDAY_AT_TEN });

const TITLE = "First quarter results";

/** Ideas by which HTML of others comes alive, each in a paragraph that may stay. */
const HOSTILE = [
  `<p>a</p><script>cameAlive = 1</script>`,
  `<p>b<img src="x" onerror="cameAlive = 2"></p>`,
  `<p>c<svg onload="cameAlive = 3"><script>cameAlive = 3</script></svg></p>`,
  `<p onclick="cameAlive = 4" onpointerenter="cameAlive = 4">d</p>`,
  `<p>e <a href="javascript:cameAlive = 5">here</a> <a href=" java&#10;script:cameAlive = 5">there</a></p>`,
  `<form action="https://elsewhere.example/steal"><p>f <input name="password"><button>Sign in</button></p></form>`,
  `<iframe srcdoc="<script>parent.cameAlive = 7</script>"></iframe><p>g</p>`,
  `<p style="position:fixed;inset:0;background:url(https://elsewhere.example/seen)">h</p>`,
  `<style>body { display: none }</style><p>i</p>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=cameAlive=10>"></table></math><p>j</p>`,
  `<p>k<img src="https://elsewhere.example/pixel.png"></p>`,
  `<meta http-equiv="refresh" content="0;url=https://elsewhere.example/"><base href="https://elsewhere.example/"><p>l</p>`,
  `<p id="page" name="submit">m</p><noscript><p title="</noscript><img src=x onerror=cameAlive=13>"></noscript>`,
].join("");

test("what others wrote is shown, and nothing of it comes alive", async ({ page, arrive, control }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const event = await control.event(TITLE);
  await control.change(event, { html: `<ul><li>see <a href="https://example.org/x">this</a></li></ul>${HOSTILE}` });
  await arrive("organizer", eventPath(event));
  const about = page.getByRole("region", { name: "About" });

  // given that it is there as markup
  const link = about.getByRole("listitem").getByRole("link", { name: "this" });
  await expect(link).toHaveAttribute("href", "https://example.org/x");
  await expect(link).toHaveAttribute("rel", /noopener/);
  for (const letter of "abcdefghijklm") await expect(about, letter).toContainText(letter);

  // when everything is touched
  await about.getByText("d", { exact: true }).click();
  await expect(about.getByRole("link", { name: "here" })).toHaveCount(0);

  // then nothing ran, nothing was asked elsewhere, and nothing looks like a form
  expect(await page.evaluate(() => "cameAlive" in globalThis)).toBe(false);
  expect(asked.filter((url) => url.includes("elsewhere.example"))).toEqual([]);
  await expect(about.locator("script, style, iframe, form, input, button, img, svg, math, [style], [id='page']")).toHaveCount(0);

  // nor in the editor
  await page.goto(`${eventPath(event)}/edit`);
  await expect(new Form(page).field("Description")).toContainText("see this");
  await expect(page.getByText("Something in this description could run by itself.")).toBeVisible();
  // nor when it is changed and written
  await new Form(page).field("Description").getByText("see this").click();
  await page.keyboard.press("End");
  await page.keyboard.type("!");
  await expect(page.getByText("Kept in this browser just now")).toBeVisible();
  expect(await page.evaluate(() => "cameAlive" in globalThis)).toBe(false);
  expect(asked.filter((url) => url.includes("elsewhere.example"))).toEqual([]);
});

test("what the editor can't hold stays as it came", async ({ page, arrive, control }) => {
  const table = `<table border="1"><tbody><tr><td>Doors</td><td>09:30</td></tr></tbody></table>`;
  const event = await control.event(TITLE);
  await control.change(event, {
    html: `<h2 style="color: red;">Agenda</h2><div class="intro"><p lang="de">Guten Tag</p></div>${table}<p>End <img src="https://example.org/a.png" alt="map"></p>`,
  });
  await arrive("organizer", `${eventPath(event)}/edit`);
  const form = new Form(page);
  await expect(page.getByText("2 parts of this description can't be edited here")).toBeVisible();

  // when a word is added at the end
  await form.field("Description").getByText("Guten Tag").click();
  await page.keyboard.press("End");
  await page.keyboard.type("!");
  await form.saveChanges.click();
  await expect(page.getByText("Changes saved")).toBeVisible();

  const [change] = await control.journal((line) => line.method === "PATCH");
  expect(change.body).toEqual({
    description: {
      contentType: "html",
      content: `<h2 style="color: red;">Agenda</h2><div class="intro"><p lang="de">Guten Tag!</p></div>${table}<p>End <img src="https://example.org/a.png" alt="map"></p>`,
    },
  });
});

test("bold, lists and links by keyboard alone", async ({ page, arrive, control }) => {
  await arrive("organizer", "/townhalls/new");
  const form = new Form(page);
  await form.title.fill("Rich");
  await expect(page.getByRole("button", { name: "Bold" })).toBeVisible();
  await form.title.press("Tab");
  // the tools are one stop; arrows go between them
  await expect(page.getByRole("button", { name: "Bold" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Bulleted list" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(form.field("Description")).toBeFocused();
  await page.keyboard.type("Come ");
  await page.keyboard.press("Control+b");
  await expect(page.getByRole("button", { name: "Bold" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.type("early");
  await page.keyboard.press("Control+b");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Shift+8");
  await page.keyboard.type("see ");
  await page.keyboard.press("Control+k");
  const address = page.getByRole("textbox", { name: "Address of the link" });
  await expect(address).toBeFocused();
  await address.fill("javascript:alert(1)");
  await address.press("Enter");
  await expect(page.getByText("Enter a web address such as https://example.org, or an e-mail address.")).toBeVisible();
  await address.fill("example.org/agenda");
  await address.press("Enter");
  await expect(form.field("Description")).toBeFocused();
  await expect(form.field("Description").getByRole("link")).toHaveAttribute("href", "https://example.org/agenda");

  await form.save.click();
  await expect(new EventPage(page).title("Rich")).toBeVisible();
  expect((await control.event("Rich")).description).toEqual({
    content_type: "html",
    content:
      "<p>Come <strong>early</strong></p><ul><li><p>see <a href=\"https://example.org/agenda\">https://example.org/agenda</a></p></li></ul>",
  });
});

test("plain words stay plain text", async ({ page, arrive, control }) => {
  await arrive("organizer", "/townhalls/new");
  const form = new Form(page);
  await form.title.fill("Plain");
  await form.field("Description").click();
  await page.keyboard.type("Two lines");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("and an end");
  await form.save.click();
  await expect(new EventPage(page).title("Plain")).toBeVisible();
  expect((await control.event("Plain")).description).toEqual({
    content_type: "text",
    content: "Two lines\nand an end",
  });
});

test("what is pasted comes without what could run or reach out", async ({ page, arrive }) => {
  await arrive("organizer", "/townhalls/new");
  const description = new Form(page).field("Description");
  await description.click();
  await description.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      "text/html",
      `<b>Bold</b> <img src=x onerror="cameAlive = 1"><a href="javascript:cameAlive = 1">link</a><script>cameAlive = 1</script>`,
    );
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(description.locator("strong")).toHaveText("Bold");
  await expect(description.locator("img, script, a[href^=javascript]")).toHaveCount(0);
  expect(await page.evaluate(() => "cameAlive" in globalThis)).toBe(false);
});

test.describe("the editor can't be loaded", () => {
  test.beforeEach(async ({ page }) => {
    await page.route(/\/modules\//, (route) => route.abort());
  });

  test("a new description is typed as text", async ({ page, arrive, control }) => {
    await arrive("organizer", "/townhalls/new");
    const form = new Form(page);
    await form.title.fill("Without an editor");
    await form.field("Description").fill("Just words");
    await form.save.click();
    await expect(new EventPage(page).title("Without an editor")).toBeVisible();
    expect((await control.event("Without an editor")).description.content).toBe("Just words");
  });

  test("a rich one is left alone, and can be read", async ({ page, arrive, control }) => {
    await arrive("organizer", `${eventPath(await control.event(TITLE))}/edit`);
    const form = new Form(page);
    await expect(page.getByText("The editor couldn't be loaded. The description stays as it is.")).toBeVisible();
    await expect(page.getByText("Revenue, costs and what they mean for the bonus.")).toBeVisible();
    await form.title.fill("Results");
    await form.saveChanges.click();
    await expect(page.getByText("Changes saved")).toBeVisible();
    const [change] = await control.journal((line) => line.method === "PATCH");
    expect(change.body).toEqual({ displayName: "Results" });
  });

  test("it is there once the line is back", async ({ page, arrive, control }) => {
    await arrive("organizer", `${eventPath(await control.event(TITLE))}/edit`);
    const again = page.getByRole("button", { name: "Try again" });
    await expect(again).toBeVisible();
    await page.unroute(/\/modules\//);
    await again.click();
    await expect(new Form(page).field("Description")).toHaveText("Revenue, costs and what they mean for the bonus.");
  });
});
