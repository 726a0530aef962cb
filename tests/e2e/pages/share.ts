// What an organizer hands out.

import { expect, type Download, type Locator, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { eventPath } from "./event";

export class SharePage {
  constructor(readonly page: Page) {}

  section(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  get message(): Locator {
    return this.page.getByLabel("Your own words");
  }

  get preview(): Locator {
    return this.section("Invitation").getByRole("group", { name: "Preview of the invitation" });
  }

  get further(): Locator {
    return this.page.getByLabel("Further recipients");
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** What is said about how far the sending is. */
  get progress(): Locator {
    return this.section("Send from your mailbox").getByRole("status").first();
  }

  /** The file that a button hands out. */
  async file(button: string): Promise<{ name: string; text: string; bytes: Buffer }> {
    const download = this.page.waitForEvent("download");
    await this.button(button).click();
    return contentOf(await download);
  }

  /** Presses the button of the question before sending. */
  async send() {
    await this.button("Review and send").click();
    await this.dialog.getByRole("button", { name: /^Send to / }).click();
    await expect(this.dialog).toBeHidden();
  }
}

async function contentOf(download: Download) {
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), text: bytes.toString("utf8"), bytes };
}

/** Address of the part of an event's page. */
export function sharePath(event: { id: string; kind: string }): string {
  return `${eventPath(event)}/share`;
}
