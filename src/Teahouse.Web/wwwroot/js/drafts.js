// What was begun and not sent, by conversation: it outlives a reload, and all tabs of this browser have the same.

const prefix = "teahouse.draft.";
// What a full or closed storage does not take lives as long as the page.
const unkept = new Map();

export function read(room) {
  if (unkept.has(room)) return unkept.get(room);
  try { return localStorage.getItem(prefix + room) ?? ""; } catch { return ""; }
}

export function keep(room, text) {
  try {
    if (text) localStorage.setItem(prefix + room, text);
    else localStorage.removeItem(prefix + room);
    unkept.delete(room);
  } catch {
    unkept.set(room, text);
  }
}

// The conversation has another name. In each tab this happens; the first one finds something to move.
export function rename(from, to) {
  const text = read(from);
  if (text === "") return;
  keep(to, text);
  keep(from, "");
}

// Tells what another tab wrote.
export function watch(changed) {
  const listen = (event) => {
    if (event.storageArea === localStorage && event.key?.startsWith(prefix)) changed(event.key.slice(prefix.length), event.newValue ?? "");
  };
  window.addEventListener("storage", listen);
  return () => window.removeEventListener("storage", listen);
}
