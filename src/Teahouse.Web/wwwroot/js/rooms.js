// The order of the list on the left: rows are dragged with a mouse or a pen, or moved with Alt+Shift and an arrow, or by the menu that a long
// press opens. A finger scrolls.

import { watch } from "./press.js";

const far = 6;

export function attach(id, moved, stepped, asked) {
  const list = document.getElementById(id);
  let drag = null;
  let isDown = false;

  list.addEventListener("pointerdown", (event) => {
    const row = event.target.closest?.("[data-kind]");
    if (!row || event.button !== 0 || event.pointerType === "touch" || event.target.closest("[data-still]")) return;
    drag = { row, from: event.clientY, over: null, isAfter: false, isOn: false };
  });

  list.addEventListener("pointermove", (event) => {
    if (!drag) return;
    if (!drag.isOn) {
      if (Math.abs(event.clientY - drag.from) < far) return;
      drag.isOn = true;
      list.setPointerCapture(event.pointerId);
      drag.row.classList.add("dragged");
    }
    mark(drag, event);
  });

  list.addEventListener("pointerup", (event) => {
    const done = drag;
    end();
    if (!done?.isOn) return;
    // The button under the pointer is not pressed.
    const swallow = (click) => click.stopPropagation();
    list.addEventListener("click", swallow, true);
    setTimeout(() => list.removeEventListener("click", swallow, true));
    if (done.over) moved(done.row.dataset.row, done.over.dataset.row, done.isAfter);
  });

  list.addEventListener("pointercancel", end);

  for (const name of ["pointerdown", "pointerup", "pointercancel"]) {
    document.addEventListener(name, () => { isDown = name === "pointerdown"; }, true);
  }
  watch(list, "[data-kind]", (row) => {
    end();
    asked(row.dataset.row);
  });
  // The other mouse button, the menu key. A menu that opens before the button is let go is closed by that.
  list.addEventListener("contextmenu", (event) => {
    const row = event.target.closest?.("[data-kind]");
    if (!row || event.defaultPrevented) return;
    event.preventDefault();
    end();
    const key = row.dataset.row;
    if (!isDown) asked(key);
    else addEventListener("pointerup", () => setTimeout(() => asked(key)), { once: true });
  });

  list.addEventListener("keydown", (event) => {
    const row = event.target.closest?.("[data-kind]");
    if (event.key === "Escape" && drag?.isOn) {
      end();
      event.stopPropagation();
      return;
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!row || !step || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const key = row.dataset.row;
    stepped(key, step);
    // A row that changes its place loses the focus.
    const now = [...list.querySelectorAll("[data-kind]")].find((one) => one.dataset.row === key);
    now?.querySelector("button")?.focus({ preventScroll: true });
    now?.scrollIntoView({ block: "nearest" });
  });

  function end() {
    drag?.row.classList.remove("dragged");
    drag?.over?.classList.remove("drop-before", "drop-after");
    drag = null;
  }
}

function mark(drag, event) {
  drag.over?.classList.remove("drop-before", "drop-after");
  const over = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-kind]");
  drag.over = over && over !== drag.row && over.dataset.kind === drag.row.dataset.kind ? over : null;
  if (!drag.over) return;
  const { top, height } = drag.over.getBoundingClientRect();
  drag.isAfter = event.clientY > top + height / 2;
  drag.over.classList.add(drag.isAfter ? "drop-after" : "drop-before");
}
