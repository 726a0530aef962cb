import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { eventPath } from "./pages/event";
test.use({ at: TUESDAY_AT_TEN });
test("look at webinars", async ({ page, arrive, control }) => {
  test.setTimeout(120_000);
  const shot = async (name: string) => page.screenshot({ path: `/tmp/web-shots/${name}.png`, fullPage: true });
  await arrive("organizer");
  await page.waitForTimeout(1500);
  await page.screenshot({ path: "/tmp/web-shots/board.png" });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: "/tmp/web-shots/board-360.png" });
  await page.goto("/webinars/new"); await page.getByLabel("Title").fill("Insulation in practice"); await page.waitForTimeout(800);
  await shot("form-360");
  await page.setViewportSize({ width: 1280, height: 900 });
  await shot("form");
  const event = await control.event("Solar on rented roofs");
  for (const part of ["", "/people", "/registration", "/share"]) {
    await page.goto(eventPath(event) + part); await page.waitForTimeout(1500);
    await shot("event" + part.replace("/", "-"));
  }
  await page.goto("/templates"); await page.waitForTimeout(800); await shot("templates");
});
