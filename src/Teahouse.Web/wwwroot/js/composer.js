// The composer's text box. Nothing but the person, and this module while nobody composes, writes its value.

import * as completion from "./completion.js";
import * as drafts from "./drafts.js";

const boxes = new Map();

export function attach(id, send, typing) {
  const area = document.getElementById(id);
  const form = area.closest("form");
  const ended = new AbortController();
  const on = (target, name, listen) => target.addEventListener(name, listen, { signal: ended.signal });
  const box = { area, room: null, composing: false, control: false, after: null, changed: false, timer: 0, ended, signal: ended.signal };
  boxes.set(id, box);

  const fit = () => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
    form.dataset.empty = String(area.value.trim() === "");
  };
  // Only what was changed here: another tab may have written something newer.
  const save = () => {
    clearTimeout(box.timer);
    if (box.room === null || !box.changed) return;
    box.changed = false;
    drafts.keep(box.room, area.value);
  };
  const write = (text) => {
    area.value = text;
    fit();
    completion.reset(box);
  };
  const settle = (then) => { if (box.composing) { box.after = then; area.blur(); } else then(); };
  const submit = () => settle(() => {
    const text = area.value;
    if (text.trim() === "" || box.room === null) return;
    // Before it is sent: a question that comes instead takes the focus.
    area.focus();
    if (send(text)) { write(""); box.changed = true; save(); }
  });

  on(area, "compositionstart", () => { box.composing = true; });
  on(area, "compositionend", () => {
    box.composing = false;
    const then = box.after;
    box.after = null;
    // The browser still writes the composed text after this event.
    if (then) setTimeout(then);
  });
  on(area, "input", () => {
    fit();
    typing(area.value !== "" && !area.value.startsWith("/"));
    box.changed = true;
    clearTimeout(box.timer);
    box.timer = setTimeout(save, 250);
  });
  on(area, "keydown", (event) => {
    // The list of suggestions comes first.
    if (event.defaultPrevented || completion.take(box, event)) return;
    // From an empty box up to the last message, as messages.js goes on from there.
    if (event.key === "ArrowUp" && area.value === "" && !box.composing && !event.isComposing) {
      const lines = document.querySelectorAll("[data-key]");
      lines[lines.length - 1]?.focus();
      event.preventDefault();
      return;
    }
    // 229: the key went to the input method; Safari reports its Enter after compositionend.
    if (event.key !== "Enter" || event.shiftKey || event.altKey) return;
    if (box.control && !event.ctrlKey && !event.metaKey) return;
    if (box.composing || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  on(form, "submit", (event) => { event.preventDefault(); submit(); });
  on(window, "pagehide", save);
  on(document, "visibilitychange", save);
  box.unwatch = drafts.watch((room, text) => {
    if (room === box.room && !box.composing && !box.changed && area.value !== text) write(text);
  });
  box.save = save;
  box.write = write;
  box.settle = settle;
  box.submit = submit;
  fit();
}

// Suggestions for what is being written; see completion.js.
export function complete(id, list, asked) {
  const box = boxes.get(id);
  if (box) completion.attach(box, list, asked);
}

// Whether Ctrl+Enter sends, or Enter.
export function sendBy(id, control) {
  const box = boxes.get(id);
  if (box) box.control = control;
}

export function submit(id) { boxes.get(id)?.submit(); }

// Shows the draft of another room; what was typed stays with the room it was typed in.
export function show(id, room) {
  const box = boxes.get(id);
  if (!box || box.room === room) return;
  box.settle(() => {
    box.save();
    box.room = room;
    box.write(drafts.read(room));
    if (matchMedia("(pointer: fine)").matches) box.area.focus();
  });
}

// The room has another name: what was begun there stays where it is.
export function rename(id, from, to) {
  const box = boxes.get(id);
  const isHere = box?.room === from;
  if (isHere) box.save();
  drafts.rename(from, to);
  if (!isHere) return;
  box.room = to;
  // Another tab may have moved the draft, and this one seen it go.
  if (!box.composing && box.area.value !== drafts.read(to)) box.write(drafts.read(to));
}

// What could not be done stands there again, unless something else was begun.
export function restore(id, text) {
  const box = boxes.get(id);
  if (box && box.area.value === "" && !box.composing) insert(id, text);
}

export function insert(id, text) {
  const box = boxes.get(id);
  if (!box) return;
  box.settle(() => {
    const { area } = box;
    const before = area.value.slice(0, area.selectionStart);
    const gap = before === "" || /\s$/.test(before) ? "" : " ";
    area.setRangeText(gap + text, area.selectionStart, area.selectionEnd, "end");
    area.focus();
    area.dispatchEvent(new Event("input"));
  });
}

export function focus(id) { (boxes.get(id)?.area ?? document.getElementById(id))?.focus(); }

export function detach(id) {
  const box = boxes.get(id);
  if (!box) return;
  box.save();
  box.unwatch();
  box.ended.abort();
  boxes.delete(id);
}
