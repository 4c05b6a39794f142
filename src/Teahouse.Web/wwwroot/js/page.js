// The page as a whole: title, language, theme, whether anybody is looking, its address.

export function title(text) { document.title = text; }

let badged = "";

export function badge(forMe, isAny) {
  const sign = `${forMe} ${isAny}`;
  if (sign === badged) return;
  badged = sign;
  document.querySelector("link[rel=icon]").href = forMe > 0 ? "icon-me.svg" : isAny ? "icon-new.svg" : "icon.svg";
  // Only for installed pages, and not everywhere; the title says it in any case. Without a number it is a dot.
  const marked = forMe > 0 ? navigator.setAppBadge?.(forMe) : isAny ? navigator.setAppBadge?.() : navigator.clearAppBadge?.();
  marked?.catch(() => {});
}

export function language(tag) { document.documentElement.lang = tag; }

export function theme(name) {
  if (name === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
}

export function density(name) {
  if (name === "compact") document.documentElement.dataset.density = name;
  else delete document.documentElement.dataset.density;
}

// As in Shell/ChatShell.razor.css.
export const wide = () => matchMedia("(min-width: 1001px)").matches;

export const looking = () => document.visibilityState === "visible" && document.hasFocus();

export function onLooking(changed) {
  const tell = () => changed(looking());
  document.addEventListener("visibilitychange", tell);
  window.addEventListener("focus", tell);
  window.addEventListener("blur", tell);
  window.addEventListener("online", tell);
}

// Ends when the browser has had its turn: what waited before this, a frame too, has been done.
export const rest = () => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); done(); };
  port2.postMessage(null);
});

export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  // The browser reads it after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Replaces the path, so that a one-time token is neither kept in the history nor sent again by a reload.
export function forgetPath() { history.replaceState(null, "", "/"); }

// The system that the browser runs on, as far as it says so.
export const device = () => navigator.userAgentData?.platform || /Android|iPhone|iPad|Windows|Macintosh|Linux/.exec(navigator.userAgent)?.[0] || "";
