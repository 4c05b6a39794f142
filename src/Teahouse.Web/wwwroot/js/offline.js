// Whether the page starts without a network, and that a new version of it waits. service-worker.js does the work.

const patience = 3_600_000;

let registration = null;
let state = "preparing";
let looked = 0;
let tell = () => {};

function follow(worker) {
  worker?.addEventListener("statechange", () => {
    if (worker.state === "activated") state = "ready";
    else if (worker.state === "redundant" && !registration.active) state = "failed";
    else if (worker.state === "installed" && navigator.serviceWorker.controller) tell();
  });
}

async function register() {
  try {
    registration = await navigator.serviceWorker.register("/service-worker.js");
  } catch (error) {
    // A certificate that the person clicked through is none to the browser.
    state = error.name === "SecurityError" ? "untrusted" : "failed";
    return;
  }
  // What stands between page and browser may take the call and do nothing.
  if (!registration) {
    state = "none";
    return;
  }
  looked = Date.now();
  if (registration.active) state = "ready";
  if (registration.waiting && navigator.serviceWorker.controller) tell();
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
}

// Keeping the page must not slow down that it opens.
export function begin(found) {
  tell = found;
  if (!isSecureContext) state = "unencrypted";
  else if (!("serviceWorker" in navigator)) state = "none";
  else if ("requestIdleCallback" in globalThis) requestIdleCallback(register, { timeout: 10_000 });
  else setTimeout(register, 2_000);
}

// One of "ready", "preparing", "unencrypted", "untrusted", "none" (this browser, or a private window) and "failed".
export const current = () => state;

// A page that stays open for days asks now and then.
export function look() {
  if (!registration || Date.now() - looked < patience) return;
  looked = Date.now();
  registration.update().catch(() => { /* Without a network there is nothing new. */ });
}

// All tabs begin anew with the version that waits (version.js).
export function take() {
  if (registration?.waiting) registration.waiting.postMessage("now");
  else location.reload();
}
