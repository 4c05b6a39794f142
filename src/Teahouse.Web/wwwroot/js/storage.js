// What this browser keeps. Every call may meet a closed or full storage (private windows, quotas) and says so.

const name = (key) => `teahouse.${key}`;

export function read(key) {
  try { return localStorage.getItem(name(key)); } catch { return null; }
}

export function keys(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(name(prefix))).map((key) => key.slice(name("").length));
  } catch { return []; }
}

// Of drafts the box in this tab hears as from another one: what follows the reader comes from another device.
function tell(key, newValue) {
  if (key.startsWith("draft.")) dispatchEvent(new StorageEvent("storage", { key: name(key), newValue, storageArea: localStorage }));
}

export function write(key, value) {
  try { localStorage.setItem(name(key), value); tell(key, value); return true; } catch { return false; }
}

export function remove(key) {
  try { localStorage.removeItem(name(key)); tell(key, null); } catch { /* A closed storage holds nothing to remove. */ }
}

export function clear(kept) {
  try {
    const held = new Set(kept.map(name));
    for (const key of Object.keys(localStorage)) if (key.startsWith(name("")) && !held.has(key)) localStorage.removeItem(key);
  } catch { /* As above. */ }
}

// What other tabs write.
export function watch(changed) {
  window.addEventListener("storage", (event) => {
    if (event.key?.startsWith(name(""))) changed(event.key.slice(name("").length));
  });
}

// 256 random bits in the form thd1_ + 43 characters of base64url.
export function newCredential() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes));
  return "thd1_" + text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
