/* Keeps the kiosk's page on its device, so that it is there when it is loaded again without a network. The page alone, and what it is made
   of: nothing that somebody typed comes here, and nothing that a kiosk sends. Runs beside the page, in its scope. */
"use strict";
const NAME = "k-kiosk";
const PATIENCE = 4000;
const PAGE = new URL(self.registration.scope).pathname;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (e) => e.waitUntil(self.clients.claim()));

/* The page says what it is made of. It is kept last, and only as one that names just this: another one, of a release that came meanwhile,
   would stand there without its script. Addresses change with the content, so what the page does not name is of an older one. */
self.addEventListener("message", (e) => {
  const keep = ((e.data && e.data.keep) || []).map((address) => new URL(address, self.location.href));
  e.waitUntil((async () => {
    const answer = await fetch(new Request(PAGE, { cache: "no-store" }));
    if (!answer.ok || answer.redirected) return;
    const html = (await answer.clone().text()).replaceAll("&amp;", "&");
    if (!keep.every((made) => html.includes(made.pathname.split("/").pop() + made.search))) return;
    const cache = await caches.open(NAME);
    await cache.addAll(keep.map((made) => made.href));
    await cache.put(PAGE, answer);
    const wanted = keep.map((made) => made.href).concat(new URL(PAGE, self.location.href).href);
    for (const old of await cache.keys()) if (!wanted.includes(old.url)) await cache.delete(old);
    if (e.source) e.source.postMessage({ kept: true });
  })());
});

self.addEventListener("fetch", (e) => {
  const address = new URL(e.request.url);
  if (e.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (e.request.mode === "navigate") { if (address.pathname === PAGE) e.respondWith(page(e.request)); return; }
  if (address.pathname.includes("/jakarta.faces.resource/")) e.respondWith(caches.match(e.request, { cacheName: NAME, ignoreVary: true }).then((kept) => kept || fetch(e.request)));
});

/* As the server has it, if it answers soon. Who is no kiosk any more is led elsewhere and finds nothing kept. */
async function page(request) {
  const kept = await caches.match(PAGE, { cacheName: NAME, ignoreVary: true });
  if (!kept) return fetch(request);
  const asked = fetch(request).then(async (answer) => {
    if (answer.redirected || answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) await caches.delete(NAME);
    return answer.status >= 500 ? kept : answer;
  }).catch(() => kept);
  return Promise.race([asked, new Promise((late) => setTimeout(() => late(kept), PATIENCE))]);
}
