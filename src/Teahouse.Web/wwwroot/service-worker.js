// Keeps the page in this browser, so that it starts without a network. Nobody ever gets files of two versions: what is kept is checked against
// the list of its version, all of it or nothing; a page gets the version that it began with, and the next one waits until no page uses it.
importScripts("service-worker-assets.js");

const { version, assets } = self.assetsManifest;
const prefix = "teahouse.page.";
const own = prefix + version;
const index = "/index.html";
// Addresses of places within the page. What else there is (files, /trust, /reset) the server answers itself.
const place = /^\/($|index\.html$|join\/|owner\/|link\/)/;
const paths = new Set(assets.map(({ url }) => new URL(url, registration.scope).pathname));

// Files that have a hash in their names mostly lie in the browser's own cache, from the visit that brought this here.
async function keep() {
  const cache = await caches.open(own);
  await cache.addAll(assets.map(({ url, hash }) => new Request(url, { integrity: hash, cache: /\.[a-z0-9]{10}\.[a-z]+$/.test(url) ? "default" : "no-cache" })));
}

async function forgetOthers() {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== own) await caches.delete(name);
}

// Where the browser has thrown the cache away, all of the page comes from the server, as if this were not here.
async function answer(request, path) {
  return (await caches.match(path, { cacheName: own, ignoreVary: true })) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" ? place.test(pathname) : paths.has(pathname))
    event.respondWith(answer(request, request.mode === "navigate" ? index : pathname));
});

// The reader of a page wants the version that waits.
self.addEventListener("message", (event) => {
  if (event.data === "now") event.waitUntil(self.skipWaiting());
});
