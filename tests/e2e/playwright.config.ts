import { defineConfig } from "@playwright/test";
import { chromiumArguments } from "./emulator.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  reporter: [["list"], ["html", { open: "never", outputFolder: "../../playwright-report" }]],
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // a test that passes at the second try is a defect like any other
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env.CHROME,
      args: chromiumArguments,
    },
    locale: "en-US",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 800 },
    // recording takes as long as the tests themselves
    trace: process.env.ROSTRUM_TRACE === "1" ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
  },
});
