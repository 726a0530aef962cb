// Two events at the same time, and a presenter of both: on the board, in the calendar, on their pages.

import { expect, test, TUESDAY_AT_TEN } from "./fixtures";
import { isAccessible } from "./accessible";

const ONE = "Harbour project: how far we are";
const OTHER = "Moving the northern warehouse";

test.use({ at: TUESDAY_AT_TEN });

test("the board counts them, and names who is booked twice", async ({ page, arrive }) => {
  await arrive("organizer");
  const button = page.getByRole("button", { name: /^\d+ conflicts?$/ });
  await button.click();
  const dialog = page.getByRole("dialog", { name: "At the same time" });
  const line = dialog.getByRole("listitem").filter({ hasText: ONE });
  await expect(line.getByRole("link", { name: OTHER })).toBeVisible();
  await expect(line).toContainText(/Both on Wed, Jan 20, 2027, 1:00 PM – 2:00 PM/);
  await expect(line).toContainText("José Núñez presents in both");
  await expect(button).toHaveText(`${await dialog.getByRole("listitem").count()} conflict${(await dialog.getByRole("listitem").count()) === 1 ? "" : "s"}`);
  await isAccessible(page, "the list of conflicts");

  await line.getByRole("link", { name: OTHER }).click();
  await expect(page.getByRole("heading", { name: OTHER, level: 1 })).toBeVisible();
});

test("each of the two pages names the other", async ({ page, arrive }) => {
  await arrive("organizer");
  await page.getByRole("searchbox").fill("Harbour project");
  await page.getByRole("link", { name: ONE }).click();
  const card = page.locator("section.card", { has: page.getByRole("heading", { name: "At the same time" }) });
  await expect(card.getByRole("link", { name: OTHER })).toBeVisible();
  await expect(card).toContainText("presents in both");
});

test("the calendar marks both, in words too", async ({ page, arrive }) => {
  await arrive("organizer", "/calendar?date=2027-01-20");
  const entry = page.getByRole("link", { name: new RegExp(`^${ONE}.*at the same time as ${OTHER}`) });
  await expect(entry).toBeVisible();
  await page.goto("/calendar?view=agenda&date=2027-01-20");
  await expect(page.getByText(`at the same time as ${OTHER}`)).toBeVisible();
});

test("somebody without events at the same time sees nothing of it", async ({ page, arrive }) => {
  await arrive("attendee");
  await expect(page.getByRole("heading", { name: "Board", level: 1 })).toBeVisible();
  await page.goto("/live");
  await expect(page.getByText("Nothing is on now.")).toBeVisible();
  await expect(page.getByRole("button", { name: /conflict/ })).toHaveCount(0);
});
