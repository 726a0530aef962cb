// Starts the app, and takes over when it can't go on: a fault inside the wasm stops all of its
// code, so the page that says so must not need any of it.

let stopped = false;

function stop(title, text, reason) {
  if (stopped) return;
  stopped = true;
  const page = document.createElement("main");
  const alert = document.createElement("div");
  alert.className = "splash";
  alert.setAttribute("role", "alert");
  const heading = document.createElement("h1");
  heading.textContent = title;
  const words = document.createElement("p");
  words.textContent = text;
  const reload = document.createElement("button");
  reload.className = "button primary";
  reload.textContent = "Reload";
  reload.addEventListener("click", () => location.reload());
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = "Details";
  const log = document.createElement("pre");
  log.textContent = String(reason).slice(0, 500);
  details.append(summary, log);
  alert.append(heading, words, reload, details);
  page.append(alert);
  document.body.replaceChildren(page);
  document.title = `${title} · Rostrum`;
  reload.focus();
}

function isFault(error) {
  return error instanceof WebAssembly.RuntimeError;
}

function onFault(error) {
  stop(
    "Rostrum stopped because of a fault",
    "What you typed is kept in this browser and will be there after a reload.",
    error?.message ?? error,
  );
}

addEventListener("error", (event) => isFault(event.error) && onFault(event.error));
addEventListener("unhandledrejection", (event) => isFault(event.reason) && onFault(event.reason));

// The style sheets that neither the start page nor the board needs; there from the first call on.
let rooms;

function styleRooms() {
  rooms ??= Promise.all(
    [...document.querySelectorAll("link[disabled]")].map(
      (link) =>
        new Promise((done) => {
          // a room without its looks is better than none
          link.onload = link.onerror = done;
          link.disabled = false;
        }),
    ),
  );
  return rooms;
}

// What the app loads when it uses it; a build without the libraries has a plainer form.
globalThis.rostrumModules = {
  rooms: styleRooms,
  editor: () => import("./modules/editor.js"),
  sanitizer: () => import("./modules/sanitizer.js"),
};

try {
  const { default: init } = await import("./app.js");
  await init();
  document.getElementById("splash")?.remove();
} catch (error) {
  if (isFault(error)) {
    onFault(error);
  } else {
    stop(
      "Rostrum couldn't be loaded",
      "The connection may be down, or a new version was installed meanwhile.",
      error,
    );
  }
}
