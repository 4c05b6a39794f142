// Messages picked one by one, by tapping: for whoever has no mouse to select with. What was picked stays so when it scrolls out of the page.

let picking = null;

// How one of several copied messages is written.
export const sayLine = ({ dataset }, text) => `[${dataset.time}] ${dataset.who}${dataset.who === "*" ? "" : ":"} ${text}`;

// Begins with one message; tells how many there are whenever that changes, and -1 when the reader has ended it.
export function pick(id, key, told) {
  end();
  const pane = document.getElementById(id);
  const ended = new AbortController();
  const rows = new MutationObserver(mark);
  picking = { pane, told, picked: new Map(), ended, rows };
  pane.dataset.picking = "";
  // Before anything else of the page: a tap picks, and opens nothing.
  pane.addEventListener("click", (event) => {
    const line = event.target.closest?.("[data-key]");
    if (!line) return;
    event.preventDefault();
    event.stopPropagation();
    toggle(line);
  }, { capture: true, signal: ended.signal });
  addEventListener("keydown", (event) => {
    const line = event.target.closest?.("[data-key]");
    if (event.key === "Escape") stop();
    else if (line === event.target && [" ", "Enter"].includes(event.key)) toggle(line);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true, signal: ended.signal });
  rows.observe(pane.querySelector(".rows"), { childList: true });
  const line = pane.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (line) toggle(line);
}

function toggle(line) {
  const text = line.querySelector(".text")?.innerText.trim();
  if (!text) return;
  const { picked, told } = picking;
  if (!picked.delete(line.dataset.key)) picked.set(line.dataset.key, { at: line.querySelector("time")?.dateTime ?? "", number: Number(line.dataset.key.slice(1)), says: sayLine(line, text) });
  mark();
  told(picked.size);
}

function mark() {
  for (const line of picking.pane.querySelectorAll("[data-key]")) line.toggleAttribute("data-picked", picking.picked.has(line.dataset.key));
}

// Of one moment, in the order in which they came.
const inOrder = (one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.number - other.number);

// What was picked, in the order in which it was said.
export function picked() {
  return [...(picking?.picked.values() ?? [])].sort(inOrder).map((one) => one.says).join("\n");
}

function stop() {
  const { told } = picking;
  end();
  told(-1);
}

export function end() {
  if (!picking) return;
  picking.ended.abort();
  picking.rows.disconnect();
  picking.picked.clear();
  mark();
  delete picking.pane.dataset.picking;
  picking = null;
}
