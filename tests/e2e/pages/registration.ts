// The registration of an event.

import type { Locator, Page } from "@playwright/test";
import { eventPath } from "./event";

export class RegistrationPage {
  constructor(readonly page: Page) {}

  section(name: "Set-up" | "Questions" | "Who registered" | "Your registration"): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** The questions asked, in their order. */
  get questions(): Locator {
    return this.section("Questions").getByRole("listitem");
  }

  question(wording: string): Locator {
    return this.questions.filter({ hasText: wording });
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  get kind(): Locator {
    return this.page.getByLabel("Kind of question");
  }

  get wording(): Locator {
    return this.page.getByLabel("Question", { exact: true });
  }

  get choices(): Locator {
    return this.page.getByLabel("Choices", { exact: true });
  }
}

/** Address of the part of an event's page. */
export function registrationPath(event: { id: string; kind: string }): string {
  return `${eventPath(event)}/registration`;
}
