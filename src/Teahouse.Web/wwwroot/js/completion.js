// Suggestions while a name, a room, an emoji or a command is being written. What there is to suggest, and how it looks, is the page's
// business: it is asked for what stands before the caret, and draws a listbox; which of it is chosen is known here only.

// @name and #room may follow Chinese without a space; an e-mail address and 12:30 are none.
const word = /(?:^|[^A-Za-z0-9_@#:/.])([@#][^\s@#:,;!?，。；：！？、]{0,40})$/u;
const emoji = /(?:^|\s)(:(?:[a-z0-9_+-]{2,32}|\p{Script=Han}{1,8}))$/iu;
// A command, with the name that it is about; whether it is about one, the page knows.
const command = /^(\/[A-Za-z?]{0,16}(?: [^\s@#:/]{0,40})?)$/;

export function attach(box, id, asked) {
  const list = document.getElementById(id);
  Object.assign(box, { list, asked, word: "", chosen: 0, dismissed: "" });
  const on = (target, name, listen) => target.addEventListener(name, listen, { signal: box.signal });
  on(box.area, "input", () => look(box));
  on(box.area, "compositionend", () => setTimeout(() => look(box)));
  on(box.area, "click", () => look(box));
  on(box.area, "keyup", (event) => { if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) look(box); });
  on(box.area, "blur", () => close(box));
  // The text box keeps the focus.
  on(list, "pointerdown", (event) => {
    const option = event.target.closest("[role=option]");
    event.preventDefault();
    if (option) accept(box, option);
  });
  box.drawn = new MutationObserver(() => mark(box));
  box.drawn.observe(list, { childList: true });
  box.signal.addEventListener("abort", () => box.drawn.disconnect());
}

const options = (box) => (box.list ? [...box.list.querySelectorAll("[role=option]")] : []);

// True if the key was for the list.
export function take(box, event) {
  const shown = options(box);
  // What an input method composes is no word yet, and its keys are its own.
  if (shown.length === 0 || box.composing || event.isComposing || event.keyCode === 229) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    box.chosen = (box.chosen + step + shown.length) % shown.length;
    mark(box);
  } else if (event.key === "Enter" || event.key === "Tab") {
    accept(box, shown[box.chosen]);
  } else if (event.key === "Escape") {
    box.dismissed = box.word;
    close(box);
  } else {
    return false;
  }
  event.preventDefault();
  return true;
}

// Another text was put into the box.
export function reset(box) {
  box.dismissed = "";
  if (box.word) close(box);
}

function look(box) {
  if (box.composing) return;
  const { area } = box;
  const before = area.selectionStart === area.selectionEnd ? area.value.slice(0, area.selectionStart) : "";
  const found = (command.exec(before) ?? word.exec(before) ?? emoji.exec(before))?.[1] ?? "";
  if (found === "") box.dismissed = "";
  if (found === box.word) return;
  // What was sent away stays away until another word is begun.
  if (box.dismissed !== "" && (found.startsWith(box.dismissed) || box.dismissed.startsWith(found))) return;
  box.dismissed = "";
  ask(box, found);
}

function close(box) { if (box.word !== "") ask(box, ""); }

function ask(box, found) {
  box.word = found;
  box.chosen = 0;
  box.asked(found);
  mark(box);
}

function accept(box, option) {
  const { area, word: begun } = box;
  const end = area.selectionStart;
  area.setRangeText(option.dataset.insert, end - begun.length, end, "end");
  close(box);
  area.dispatchEvent(new Event("input"));
}

function mark(box) {
  const shown = options(box);
  box.chosen = Math.min(box.chosen, Math.max(0, shown.length - 1));
  shown.forEach((option, at) => option.setAttribute("aria-selected", String(at === box.chosen)));
  const chosen = shown[box.chosen];
  if (chosen) {
    box.area.setAttribute("aria-controls", box.list.id);
    box.area.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  } else {
    box.area.removeAttribute("aria-controls");
    box.area.removeAttribute("aria-activedescendant");
  }
}
