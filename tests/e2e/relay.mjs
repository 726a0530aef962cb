// A relay of one's own, on either store, for one emulator.

import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { selfSigned } from "./certificate.mjs";

/**
 * A running relay.
 * @typedef {object} Relay
 * @property {string} url where it listens
 * @property {() => Promise<void>} kill ends it at once, as a power cut does
 * @property {() => Promise<void>} again starts it anew at the same address, with what it had stored
 * @property {() => Promise<void>} stop ends it, with its store
 */

/**
 * Starts the relay that ROSTRUM_RELAY names.
 * @param {import("./control").Emulator} emulator whose Entra and Graph it believes
 * @param {"sqlite" | "redis"} [store]
 * @returns {Promise<Relay>}
 */
export async function startRelay(emulator, store = "sqlite") {
  const program = process.env.ROSTRUM_RELAY;
  if (!program) throw new Error("ROSTRUM_RELAY is not set: run `cargo xtask test --only e2e`");
  const { tenant, relay } = await emulator.ask("GET", "/state");
  const folder = await mkdtemp(path.join(tmpdir(), "rostrum-relay-"));
  const redis = store === "redis" ? await startRedis(folder) : undefined;
  const named = redis ? redis.url : path.join(folder, "relay.db");
  // the same address every time: it is in the subscriptions
  const listen = `127.0.0.1:${await freePort()}`;
  const contents = selfSigned("relay");
  const [certificate, key] = [path.join(folder, "contents.pem"), path.join(folder, "contents.key")];
  await writeFile(certificate, contents.certificate);
  await writeFile(key, contents.key, { mode: 0o600 });
  let child;

  async function begin() {
    const settings = [
      ["--listen", listen],
      ["--store", named],
      ["--tenant", tenant],
      ["--app-id", relay.clientId],
      ["--authority", emulator.entra],
      ["--graph", emulator.graph],
      ["--origins", emulator.app],
    ];
    child = spawn(program, settings.flat(), {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        ROSTRUM_RELAY_CLIENT_SECRET: relay.clientSecret,
        ROSTRUM_RELAY_CONTENT_CERTIFICATES: certificate,
        ROSTRUM_RELAY_CONTENT_KEYS: key,
        ROSTRUM_RELAY_LOG: "error",
      },
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const [, url] = /^relay\s+(http:\S+?)\/?$/.exec(line) ?? [];
      if (!url) continue;
      child.stdout.resume();
      return url;
    }
    throw new Error(`${program} ended before it listened`);
  }

  async function end(signal) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  const url = await begin();
  return {
    url,
    kill: () => end("SIGKILL"),
    again: async () => void (await begin()),
    stop: async () => {
      await end("SIGTERM");
      await redis?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Debian's Redis on a free port of this machine, durable, in that folder. */
async function startRedis(folder) {
  const port = await freePort();
  const child = spawn(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes", "--appendfsync", "always", "--save", ""],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      if (/Ready to accept connections/.test(line)) return true;
    }
    return false;
  })();
  if (!(await ready)) throw new Error("redis-server ended before it listened");
  child.stdout.resume();
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
