// Messages by hand and by keyboard. One listener for all of them: three hundred messages with a dozen buttons each stay cheap.

import { sayLine } from "./picking.js";

export { end as endPicking, pick, picked } from "./picking.js";

const lineOf = (element) => element.closest?.("[data-key]");
const keys = { r: "reply", e: "react", m: "more" };

export function attach(id, act) {
  const pane = document.getElementById(id);

  pane.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-act]");
    const line = button && lineOf(button);
    if (!line) return;
    act(button.dataset.act, line.dataset.key, button.dataset.value ?? "");
  });

  pane.addEventListener("copy", (event) => copySelected(pane, event));
  pane.addEventListener("focusin", (event) => equip(pane, lineOf(event.target)));
  pane.addEventListener("pointerover", (event) => equip(pane, lineOf(event.target)));

  pane.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const line = lineOf(event.target);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && event.shiftKey && line === event.target) {
      event.preventDefault();
      extend(pane, line, step);
      return;
    }
    if (step && !event.target.closest("pre, [popover]")) {
      const next = line ? neighbour(pane, line, step) : last(pane);
      if (next) focus(next);
      event.preventDefault();
    } else if (line && event.target === line && keys[event.key.toLowerCase()] && !event.shiftKey) {
      event.preventDefault();
      act(keys[event.key.toLowerCase()], line.dataset.key, "");
    } else if (line && event.key === "Escape") {
      event.preventDefault();
      document.getElementById("composer")?.focus();
    } else if (["ArrowLeft", "ArrowRight"].includes(event.key) && event.target.closest(".bar")) {
      const buttons = [...event.target.closest(".bar").querySelectorAll("button")];
      buttons[(buttons.indexOf(event.target) + (event.key === "ArrowLeft" ? -1 : 1) + buttons.length) % buttons.length].focus();
      event.preventDefault();
    }
  });
}

// Shift and an arrow select whole messages, from the one where that began.
let began = null;

function extend(pane, line, step) {
  const selection = getSelection();
  if (selection.isCollapsed || !began?.isConnected) began = line;
  const next = neighbour(pane, line, step);
  if (!next) return;
  focus(next);
  const isBack = began.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_PRECEDING;
  const [from, to] = isBack ? [next, began] : [began, next];
  const [first, last] = [from.querySelector(".text") ?? from, to.querySelector(".text") ?? to];
  selection.setBaseAndExtent(first, 0, last, last.childNodes.length);
}

// Several messages are copied with who said them and when.
function copySelected(pane, event) {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const lines = [...pane.querySelectorAll("[data-key]")].filter((line) => range.intersectsNode(line));
  const said = lines.map((line) => [line, selected(line.querySelector(".text"), range)]).filter(([, text]) => text);
  if (said.length < 2) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", said.map(([line, text]) => sayLine(line, text)).join("\n"));
}

// What of a message is selected: a part of the first and the last one, perhaps.
function selected(text, range) {
  if (!text || !range.intersectsNode(text)) return "";
  const whole = document.createRange();
  whole.selectNodeContents(text);
  const startsBefore = range.compareBoundaryPoints(Range.START_TO_START, whole) <= 0;
  const endsAfter = range.compareBoundaryPoints(Range.END_TO_END, whole) >= 0;
  if (startsBefore && endsAfter) return text.innerText.trim();
  if (!startsBefore) whole.setStart(range.startContainer, range.startOffset);
  if (!endsAfter) whole.setEnd(range.endContainer, range.endOffset);
  return whole.toString().trim();
}

// The message that somebody is at gets a copy of the tool bar; only it, and none that is still in use, has one.
function equip(pane, line) {
  const place = line?.querySelector(".beside");
  if (!place || place.firstChild) return;
  for (const old of pane.querySelectorAll(".beside > .bar")) {
    if (!lineOf(old).matches(".busy, :focus-within")) old.remove();
  }
  place.append(document.querySelector("#message-bar > .bar").cloneNode(true));
}

function neighbour(pane, line, step) {
  const lines = [...pane.querySelectorAll("[data-key]")];
  return lines[lines.indexOf(line) + step];
}

function last(pane) {
  const lines = pane.querySelectorAll("[data-key]");
  return lines[lines.length - 1];
}

function focus(line) {
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: "nearest" });
}

export function open(id, key, closed) {
  const menu = document.getElementById(id);
  // A message, or a row of another list.
  const line = document.querySelector(`[data-key="${CSS.escape(key)}"], [data-row="${CSS.escape(key)}"]`);
  if (!menu || !line || menu.matches(":popover-open")) return;
  const from = document.activeElement && line.contains(document.activeElement) ? document.activeElement : null;
  menu.addEventListener("toggle", function ended(event) {
    if (event.newState !== "closed") return;
    menu.removeEventListener("toggle", ended);
    line.classList.remove("busy");
    if (from?.isConnected && (document.activeElement === document.body || menu.contains(document.activeElement))) from.focus({ preventScroll: true });
    closed();
  });
  menu.onkeydown = (event) => walk(menu, event);
  line.classList.add("busy");
  menu.showPopover();
  place(menu, (line.querySelector(".bar") ?? line).getBoundingClientRect());
  menu.querySelector("button")?.focus({ preventScroll: true });
}

function place(menu, beside) {
  const margin = 8;
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.min(Math.max(margin, beside.right - width), innerWidth - width - margin);
  const below = beside.bottom + 4;
  const top = below + height + margin <= innerHeight ? below : Math.max(margin, beside.top - height - 4);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}

function walk(menu, event) {
  const buttons = [...menu.querySelectorAll("button")];
  const here = buttons.indexOf(document.activeElement);
  const row = Number(menu.dataset.columns ?? 1);
  const step = { ArrowDown: row, ArrowUp: -row, ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (!step) return;
  event.preventDefault();
  buttons[(here + step + buttons.length) % buttons.length]?.focus();
}

export function close(id) {
  const menu = document.getElementById(id);
  if (menu?.matches(":popover-open")) menu.hidePopover();
}

// A message that somebody asked to see: in the middle, and marked until they have found it.
export function show(id, key) {
  const pane = document.getElementById(id);
  const line = pane?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!line) return;
  line.scrollIntoView({ block: "center" });
  // At once: what the page holds in place from now on is here.
  pane.dispatchEvent(new Event("scroll"));
  line.focus({ preventScroll: true });
  line.classList.remove("found");
  void line.offsetWidth;
  line.classList.add("found");
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure address there is only the old way.
    const area = document.createElement("textarea");
    const before = document.activeElement;
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    before?.focus({ preventScroll: true });
    return copied;
  }
}
