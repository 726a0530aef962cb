// Who came to an event: the page, and what Graph told it.

import { expect, type Locator, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { eventPath } from "./event";

export class AttendancePage {
  constructor(readonly page: Page) {}

  section(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** The value of one of the four figures on top. */
  figure(name: string): Locator {
    return this.page.locator(".figures-main > div", { has: this.page.locator("dt", { hasText: new RegExp(`^${name}$`) }) }).locator(".value");
  }

  /** The value of one of the other figures. */
  fact(name: string): Locator {
    return this.page.locator("dt", { hasText: new RegExp(`^${name}$`) }).locator("xpath=following-sibling::dd[1]");
  }

  /** The picture in a section; its name is its gist. */
  picture(section: string): Locator {
    return this.section(section).getByRole("img");
  }

  /** The control that reads the picture's values one by one. */
  slider(name: "Moment" | "Time" | "Event"): Locator {
    return this.page.getByRole("slider", { name, exact: true });
  }

  get report(): Locator {
    return this.page.getByRole("combobox", { name: "Report", exact: true });
  }

  get hideNames(): Locator {
    return this.page.getByRole("switch", { name: "Hide names" });
  }

  get search(): Locator {
    return this.page.getByRole("searchbox", { name: "Search people" });
  }

  get grid(): Locator {
    return this.page.getByRole("grid", { name: "People who came" });
  }

  /** The row at that place of the whole table, the first is 1; only those in sight are there. */
  row(place: number): Locator {
    return this.grid.locator(`[role="row"][aria-rowindex="${place + 1}"]`);
  }

  head(column: string): Locator {
    return this.grid.getByRole("columnheader").filter({ hasText: column });
  }

  async sortBy(column: string) {
    await this.grid.getByRole("button", { name: `Sort by ${column}`, exact: true }).click();
  }

  /** Waits until everything is read. */
  async isRead() {
    await expect(this.grid).toBeVisible({ timeout: 30_000 });
    await expect(this.section("How much has been read")).toHaveCount(0, { timeout: 60_000 });
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** The file that a button hands out. */
  async file(button: Locator): Promise<{ name: string; text: string; bytes: Buffer }> {
    const download = this.page.waitForEvent("download");
    await button.click();
    const file = await download;
    const bytes = await readFile(await file.path());
    return { name: file.suggestedFilename(), text: bytes.toString("utf8"), bytes };
  }
}

/** Address of the part of an event's page. */
export function attendancePath(event: { id: string; kind: string }): string {
  return `${eventPath(event)}/attendance`;
}

/** A record as Graph tells it. */
export type Told = {
  emailAddress?: string;
  role?: string;
  identity?: { id?: string; displayName?: string };
  registrationId?: string;
  totalAttendanceInSeconds?: number;
  attendanceIntervals: { joinDateTime: string; leaveDateTime: string }[];
};

/** A report as Graph tells it. */
export type Report = { id: string; meetingStartDateTime: string; meetingEndDateTime: string; totalParticipantCount: number };

/** Listens to what Graph tells of attendance from now on. */
export function listen(page: Page) {
  const reports: Report[] = [];
  const records = new Map<string, Told[]>();
  const taken: Promise<void>[] = [];
  page.on("response", (response) => {
    const path = decodeURIComponent(new URL(response.url()).pathname);
    if (response.request().method() !== "GET" || !response.ok()) return;
    const ofReport = /attendanceReports\/([^/]+)\/attendanceRecords$/.exec(path);
    const take = async () => {
      const { value } = await response.json();
      if (!ofReport) reports.push(...(value as Report[]));
      else records.set(ofReport[1], [...(records.get(ofReport[1]) ?? []), ...(value as Told[])]);
    };
    if (ofReport || /attendanceReports$/.test(path)) taken.push(take());
  });
  /** All of it that has come. */
  return async () => {
    await Promise.all(taken);
    return { reports, records, all: [...records.values()].flat() };
  };
}

/** Figures computed from Graph's answers, in another way than the app computes them. */
export function figuresOf(records: Told[], course: { begin: number; end: number }) {
  const audience = records.filter(({ role }) => role !== "Organizer" && role !== "Presenter");
  const spans = (record: Told) =>
    record.attendanceIntervals.map(({ joinDateTime, leaveDateTime }) => [Date.parse(joinDateTime), Date.parse(leaveDateTime)] as const);
  const all = audience.flatMap(spans);
  const there = (moment: number) => all.filter(([from, to]) => from <= moment && moment < to).length;
  // concurrency rises at a join only
  const peak = Math.max(...all.map(([from]) => there(from)));
  const stays = audience.map((record) => Math.floor(spans(record).reduce((sum, [from, to]) => sum + to - from, 0) / 1_000));
  const meets = (from: number, to: number) => audience.filter((record) => spans(record).some((span) => span[0] < to && from < span[1])).length;
  const MINUTES = 5 * 60_000;
  return {
    people: audience.length,
    peak,
    there,
    stay: Math.floor(stays.reduce((sum, stay) => sum + stay, 0) / stays.length),
    toTheEnd: meets(course.end - MINUTES, course.end),
    onTime: meets(course.begin, course.begin + MINUTES),
  };
}

/** `12,400`. */
export const grouped = (number: number) => number.toLocaleString("en-US");

/** `52 min`, `1 h 4 min`. */
export function lasting(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours ? `${hours} h` : "", rest || !hours ? `${rest} min` : ""].filter(Boolean).join(" ");
}
