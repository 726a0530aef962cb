// The emulator's control port in the words of the tests: clock, faults, journal, state.

import type { startEmulator } from "./emulator.mjs";

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/** What goes wrong, for which requests, how often; see `crates/emulator/src/control/faults.rs`. */
export type Fault = {
  match: { origin?: "app" | "entra" | "graph"; method?: string; path_regex?: string };
  times?: number;
  delay_ms?: number;
  drop?: "before" | "after";
  status?: number;
  body?: unknown;
  headers?: Record<string, string | null>;
  effect?: "skipped" | "done";
};

/** A line of the journal: one request, or one request of a batch. */
export type Line = {
  at: string;
  seq: number;
  parent?: number;
  origin: "app" | "entra" | "graph";
  method: string;
  path: string;
  query?: string;
  status: number;
  user?: string;
  body?: any;
  form?: Record<string, string>;
  fault: boolean;
  cut?: "before" | "after";
};

/** An event as the emulator keeps it. */
export type Kept = {
  id: string;
  title: string;
  status: "Draft" | "Published" | "Canceled";
  kind: "Townhall" | "Webinar";
  [field: string]: any;
};

/** A subscription as the emulator keeps it. */
export type Subscribed = {
  id: string;
  resource: string;
  changeType: string;
  [field: string]: any;
};

/** What is out of the ordinary about the day of an event. */
export type Course = {
  /** Records of the report, organizer and presenters among them. */
  people?: number;
  /** How often each attendee was there. */
  stays?: number;
  /** Whether there is a record of each odd kind. */
  odd?: boolean;
  overrun_min?: number;
  restarts?: number;
  rehearsal?: boolean;
  reports?: boolean;
  link?: boolean;
  registrants?: number;
};

/** A mail that left somebody's mailbox. */
export type SentMail = {
  from: string;
  subject: string;
  content: string;
  to: { address: string; name: string }[];
  bcc: { address: string; name: string }[];
  attachments: { name: string; text: string }[];
  saved: boolean;
};

/** What tests ask of the emulator. */
export class Control {
  constructor(private readonly emulator: Emulator) {}

  /** A demo tenant as it is at `now`, on a clock that stands still when `frozen`. */
  async begin({ now, frozen, events }: { now?: string; frozen?: boolean; events?: number } = {}) {
    await this.emulator.ask("POST", "/reset", { now, events });
    if (frozen) await this.emulator.ask("POST", "/clock", { freeze: true });
  }

  /** The services' now. */
  async now(): Promise<Date> {
    return new Date((await this.emulator.ask("GET", "/clock")).now);
  }

  /** Puts the services' clock to that moment. */
  async turnTo(moment: string) {
    await this.emulator.ask("POST", "/clock", { now: moment });
  }

  async advance(seconds: number) {
    await this.emulator.ask("POST", "/clock", { advance_s: seconds });
  }

  async fault(...faults: Fault[]) {
    await this.emulator.ask("POST", "/faults", faults);
  }

  async mend() {
    await this.emulator.ask("DELETE", "/faults");
  }

  async settings(change: Record<string, unknown>) {
    await this.emulator.ask("POST", "/settings", change);
  }

  /** What somebody else makes of an event. */
  async change(event: Kept, change: { title?: string; html?: string }) {
    await this.emulator.ask("POST", "/events", { id: event.id, ...change });
  }

  /** How the day of an event goes, or went; see `crates/emulator/README.md`. */
  async attendance(event: Kept | string, course: Course) {
    const name = typeof event === "string" ? event : event.id;
    await this.emulator.ask("POST", "/attendance", { event: name, ...course });
  }

  async consent(account: string, change: { grant?: string[]; revoke?: string[] }) {
    await this.emulator.ask("POST", "/consent", { account, ...change });
  }

  /** Ends everybody's sessions at Entra and all tokens. */
  async revoke() {
    await this.emulator.ask("POST", "/revoke", {});
  }

  /** Forgets the journal, so that only what follows is in it. */
  async forget() {
    await this.emulator.ask("DELETE", "/journal");
  }

  /** Requests that came, preflights left out. */
  async journal(wanted: (line: Line) => boolean = () => true): Promise<Line[]> {
    const lines: Line[] = await this.emulator.ask("GET", "/journal");
    return lines.filter((line) => line.method !== "OPTIONS" && wanted(line));
  }

  /** Round trips to Graph; requests inside a batch aren't trips of their own. */
  trips(): Promise<Line[]> {
    return this.journal((line) => line.origin === "graph" && line.parent === undefined);
  }

  /** Subscriptions as Graph keeps them. */
  async subscriptions(): Promise<Subscribed[]> {
    return (await this.emulator.ask("GET", "/subscriptions")).value;
  }

  /** A notification by hand. */
  async notify(wish: { subscription?: string; resource?: string; changeType?: string; odd?: string }) {
    await this.emulator.ask("POST", "/notifications", wish);
  }

  /** Something in a subscription's life. */
  async lifecycle(subscription: string, event: string) {
    await this.emulator.ask("POST", "/lifecycle", { subscription, event });
  }

  async events(): Promise<Kept[]> {
    return (await this.emulator.ask("GET", "/state")).events;
  }

  /** Mail that was sent, oldest first. */
  async outbox(): Promise<SentMail[]> {
    return (await this.emulator.ask("GET", "/state")).outbox;
  }

  async event(title: string): Promise<Kept> {
    const found = await this.called(title);
    if (found.length !== 1) throw new Error(`${found.length} events are called “${title}”`);
    return found[0];
  }

  async called(title: string): Promise<Kept[]> {
    return (await this.events()).filter((event) => event.title === title);
  }
}
