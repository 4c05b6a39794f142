// The composer's text box. Nothing but the person, and this module while nobody composes, writes its value.

const boxes = new Map();
const draftKey = (room) => `teahouse.draft.${room}`;

function readDraft(room) {
  try { return localStorage.getItem(draftKey(room)) ?? ""; } catch { return ""; }
}

function keepDraft(room, text) {
  try {
    if (text) localStorage.setItem(draftKey(room), text);
    else localStorage.removeItem(draftKey(room));
  } catch { /* A full or closed storage: the draft lives as long as the page, in the map below. */ }
}

export function attach(id, send, typing) {
  const area = document.getElementById(id);
  const form = area.closest("form");
  const box = { area, room: null, composing: false, after: null, drafts: new Map(), timer: 0 };
  boxes.set(id, box);

  const fit = () => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
    form.dataset.empty = String(area.value.trim() === "");
  };
  const save = () => {
    clearTimeout(box.timer);
    if (box.room === null) return;
    box.drafts.set(box.room, area.value);
    keepDraft(box.room, area.value);
  };
  const write = (text) => { area.value = text; fit(); };
  const settle = (then) => { if (box.composing) { box.after = then; area.blur(); } else then(); };
  const submit = () => settle(() => {
    const text = area.value;
    if (text.trim() === "" || box.room === null) return;
    if (send(text)) { write(""); save(); }
    area.focus();
  });

  area.addEventListener("compositionstart", () => { box.composing = true; });
  area.addEventListener("compositionend", () => {
    box.composing = false;
    const then = box.after;
    box.after = null;
    // The browser still writes the composed text after this event.
    if (then) setTimeout(then);
  });
  area.addEventListener("input", () => {
    fit();
    typing(area.value !== "" && !area.value.startsWith("/"));
    clearTimeout(box.timer);
    box.timer = setTimeout(save, 250);
  });
  area.addEventListener("keydown", (event) => {
    // From an empty box up to the last message, as messages.js goes on from there.
    if (event.key === "ArrowUp" && area.value === "" && !box.composing && !event.isComposing) {
      const lines = document.querySelectorAll("[data-key]");
      lines[lines.length - 1]?.focus();
      event.preventDefault();
      return;
    }
    // 229: the key went to the input method; Safari reports its Enter after compositionend.
    if (event.key !== "Enter" || event.shiftKey || event.altKey) return;
    if (box.composing || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  window.addEventListener("pagehide", save);
  box.save = save;
  box.write = write;
  box.settle = settle;
  fit();
}

// Shows the draft of another room; what was typed stays with the room it was typed in.
export function show(id, room) {
  const box = boxes.get(id);
  if (!box || box.room === room) return;
  box.settle(() => {
    box.save();
    box.room = room;
    box.write(box.drafts.get(room) ?? readDraft(room));
    if (matchMedia("(pointer: fine)").matches) box.area.focus();
  });
}

export function insert(id, text) {
  const box = boxes.get(id);
  if (!box) return;
  box.settle(() => {
    const { area } = box;
    const before = area.value.slice(0, area.selectionStart);
    const gap = before === "" || /\s$/.test(before) ? "" : " ";
    area.setRangeText(gap + text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input"));
    area.focus();
  });
}

export function focus(id) { (boxes.get(id)?.area ?? document.getElementById(id))?.focus(); }

export function detach(id) {
  boxes.get(id)?.save();
  boxes.delete(id);
}
