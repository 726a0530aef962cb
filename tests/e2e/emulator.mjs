// An emulator of one's own: started on free ports, told what to do over its control port.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * A running emulator.
 * @typedef {object} Emulator
 * @property {string} app origin of the built app
 * @property {string} entra origin of the sign-in pages
 * @property {string} graph origin of Graph
 * @property {string} control origin of the control port
 * @property {(method: string, path: string, body?: unknown) => Promise<any>} ask calls the control port
 * @property {() => Promise<void>} stop ends it
 */

/**
 * Starts the emulator that ROSTRUM_EMULATOR names, on the app in ROSTRUM_DIST.
 * @param {{ port?: number }} [options] first of four ports; 0, the default, takes free ones
 * @returns {Promise<Emulator>}
 */
export async function startEmulator({ port = 0 } = {}) {
  const program = setting("ROSTRUM_EMULATOR");
  const child = spawn(program, ["--port", String(port), "--dist", setting("ROSTRUM_DIST")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  /** @type {Record<string, string>} */
  const origins = {};
  const listening = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const [, name, origin] = /^(app|entra|graph|control)\s+(http:\S+?)\/?$/.exec(line) ?? [];
      if (name) origins[name] = origin;
      if (Object.keys(origins).length === 4) return true;
    }
    return false;
  })();
  if (!(await listening)) throw new Error(`${program} ended with status ${await ended}`);
  // what it prints later must not fill the pipe
  child.stdout.resume();

  async function ask(method, path, body) {
    const response = await fetch(origins.control + path, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  async function stop() {
    child.kill();
    await ended;
  }

  return { ...origins, ask, stop };
}

/** Arguments for Chromium in a container, as root, and without its own traffic. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`cargo xtask test --only e2e\``);
  return value;
}
