// When a page comes back (to sight, out of the browser's cache, to a network), its connection may be dead without knowing it.

export function onReturn(returned) {
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") returned(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) returned(); });
  window.addEventListener("online", () => returned());
}
