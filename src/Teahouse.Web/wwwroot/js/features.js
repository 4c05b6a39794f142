// What this browser can do at this address. A feature is asked by using it: its mere name may be there and still refuse.

import { works } from "./archive.js";

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
export function detect() {
  const found = {
    secure: isSecureContext,
    storage: storage(),
    database: works(),
    socket: "WebSocket" in globalThis,
    notifications: "Notification" in globalThis && isSecureContext,
    clipboard: Boolean(navigator.clipboard?.writeText),
    locks: Boolean(navigator.locks?.request),
  };
  return Object.keys(found).filter((name) => found[name]).join(" ");
}
