// Takes what Microsoft Graph pushes to this browser, and hands it to the pages that are open.

/** What is said while nobody looks; the app gives it along, in its reader's language. */
const said = new URL(self.location.href).searchParams.get("say") ?? "";

self.addEventListener("push", (event) => {
  event.waitUntil(told(event.data?.text() ?? ""));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show());
});

async function told(text) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of pages) page.postMessage({ pushed: text });
  // browsers want something to be seen of every push while nobody looks
  if (pages.some((page) => page.visibilityState === "visible")) return;
  await self.registration.showNotification("Rostrum", { body: said, tag: "rostrum.push" });
}

async function show() {
  const [page] = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (page) await page.focus();
  else await self.clients.openWindow("notifications");
}
