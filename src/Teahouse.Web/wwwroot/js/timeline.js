// Keeps a timeline where its reader is: at the bottom while they are there, else the first visible message in its place.

const views = new Map();
const near = 32;

export function attach(id, atBottom, wantsOlder, wantsNewer) {
  const pane = document.getElementById(id);
  const view = { pane, pinned: true, top: 0, anchor: null, offset: 0, asking: 0, atBottom, wantsOlder, wantsNewer };
  views.set(id, view);
  pane.addEventListener("scroll", () => look(view), { passive: true });
  view.sizes = new ResizeObserver(() => settle(view));
  view.sizes.observe(pane);
  view.sizes.observe(pane.firstElementChild);
  // Rows that replace others of the same height change no size.
  view.rows = new MutationObserver(() => settle(view));
  view.rows.observe(pane.firstElementChild, { childList: true });
  // Older messages that have come are drawn when they are wanted: the word that they load goes then, and the reader may be at the very top.
  view.rows.observe(pane.parentElement, { childList: true });
}

// The end of the page is the end of the timeline only while the page follows it.
const isLive = (pane) => pane.dataset.live !== "false";
const below = (pane) => pane.scrollHeight - pane.scrollTop - pane.clientHeight;

function look(view) {
  const { pane } = view;
  // What grows below its end takes nobody away from there: only going up does.
  const pinned = isLive(pane) && (below(pane) < near || (view.pinned && pane.scrollTop >= view.top));
  view.top = pane.scrollTop;
  pane.dataset.pinned = String(pinned);
  if (pinned !== view.pinned) {
    view.pinned = pinned;
    view.atBottom(pinned);
  }
  const line = pane.querySelector("[data-unread]");
  pane.dataset.above = String(Boolean(line) && line.getBoundingClientRect().bottom < pane.getBoundingClientRect().top);
  remember(view);
  ask(view);
}

// Rows are there before they are seen. Of a very high page there are never enough for much beyond both ends.
const early = (pane) => (pane.clientHeight < 1500 ? 900 : 400);
const lacksOlder = (pane) => pane.scrollTop < early(pane);
const lacksNewer = (pane) => !isLive(pane) && below(pane) < early(pane);

// A few more rows a frame, until there are enough: many at once would make one frame long.
function ask(view) {
  const { pane } = view;
  if (view.asking || !(lacksOlder(pane) || lacksNewer(pane))) return;
  view.asking = requestAnimationFrame(() => {
    view.asking = 0;
    if (lacksOlder(pane)) view.wantsOlder();
    if (lacksNewer(pane)) view.wantsNewer();
  });
}

function remember(view) {
  const { top, bottom } = view.pane.getBoundingClientRect();
  view.anchor = null;
  const rows = view.pane.firstElementChild.children;
  for (let at = firstBelow(rows, top); at < rows.length; at++) {
    const row = rows[at];
    if (row.dataset.anchor === undefined) continue;
    const box = row.getBoundingClientRect();
    // The line of a day goes up when older messages of that day come: a message holds the place.
    const holds = row.dataset.key !== undefined;
    if (holds || !view.anchor) {
      view.anchor = row;
      view.offset = box.top - top;
    }
    if (holds || box.top > bottom) return;
  }
}

// They stand one below the other.
function firstBelow(rows, top) {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rows[middle].getBoundingClientRect().bottom > top) to = middle;
    else from = middle + 1;
  }
  return from;
}

function settle(view) {
  const { pane } = view;
  if (view.pinned && isLive(pane)) {
    pane.scrollTop = pane.scrollHeight;
  } else if (view.anchor?.isConnected) {
    const moved = view.anchor.getBoundingClientRect().top - pane.getBoundingClientRect().top - view.offset;
    if (Math.abs(moved) >= 1) pane.scrollTop += moved;
  }
  look(view);
}

// Another room was drawn: start at its unread line, or at its end.
export function begin(id) {
  const view = views.get(id);
  if (!view) return;
  const { pane } = view;
  pane.scrollTop = pane.scrollHeight;
  const line = pane.querySelector("[data-unread]");
  if (line) {
    const above = line.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    if (above < 0) pane.scrollTop += above - pane.clientHeight / 4;
  }
  view.pinned = isLive(pane) && below(pane) < near;
  view.atBottom(view.pinned);
  look(view);
}

export function toBottom(id) {
  const view = views.get(id);
  if (!view) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  // On the way already: what is drawn meanwhile leads to the end, not back to what was seen.
  view.pinned = isLive(view.pane);
  view.top = view.pane.scrollTop;
  view.atBottom(view.pinned);
  const far = view.pane.scrollHeight - view.pane.scrollTop > 4 * view.pane.clientHeight;
  view.pane.scrollTo({ top: view.pane.scrollHeight, behavior: calm || far ? "auto" : "smooth" });
}

export function toUnread(id) {
  const view = views.get(id);
  view?.pane.querySelector("[data-unread]")?.scrollIntoView({ block: "start" });
  if (view) look(view);
}

export function pin(id) {
  const view = views.get(id);
  if (!view) return;
  if (!view.pinned) {
    view.pinned = true;
    view.atBottom(true);
  }
  settle(view);
}

export function detach(id) {
  const view = views.get(id);
  view?.sizes.disconnect();
  view?.rows.disconnect();
  if (view) cancelAnimationFrame(view.asking);
  views.delete(id);
}
