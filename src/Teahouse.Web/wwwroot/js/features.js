// What this browser can do at this address. A feature is asked by using it: its mere name may be there and still refuse.

async function worker() {
  if (!("serviceWorker" in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.register("/js/probe-worker.js", { scope: "/js/probe/" });
    await registration.unregister();
    return true;
  } catch {
    return false;
  }
}

function storage() {
  try {
    localStorage.setItem("teahouse.probe", "1");
    localStorage.removeItem("teahouse.probe");
    return true;
  } catch {
    return false;
  }
}

// Names of what works, separated by spaces; Settings/BrowserFeature.cs explains them.
export async function detect() {
  const found = {
    secure: isSecureContext,
    storage: storage(),
    database: "indexedDB" in globalThis,
    socket: "WebSocket" in globalThis,
    worker: await worker(),
    notifications: "Notification" in globalThis && isSecureContext,
    clipboard: Boolean(navigator.clipboard?.writeText),
    locks: Boolean(navigator.locks?.request),
  };
  return Object.keys(found).filter((name) => found[name]).join(" ");
}
