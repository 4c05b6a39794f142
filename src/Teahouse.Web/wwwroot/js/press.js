// A long press by finger or pen. Safari on iOS reports no contextmenu for it, so a timer does; where one is reported, it comes to the same.

const long = 500;
const still = 10;

// Tells which element that matches was pressed, once it is let go: what opens before that is closed by it.
export function watch(list, selector, pressed) {
  let press = null;
  const end = () => {
    clearTimeout(press?.timer);
    press?.row.classList.remove("pressed");
    press = null;
  };
  const hold = () => {
    clearTimeout(press.timer);
    press.isLong = true;
    press.row.classList.add("pressed");
  };

  list.addEventListener("pointerdown", (event) => {
    end();
    const row = event.target.closest?.(selector);
    if (row && event.isPrimary && event.pointerType !== "mouse") press = { row, x: event.clientX, y: event.clientY, isLong: false, timer: setTimeout(hold, long) };
  });
  list.addEventListener("pointermove", (event) => {
    if (press && event.isPrimary && Math.hypot(event.clientX - press.x, event.clientY - press.y) > still) end();
  });
  // The list is scrolled; a press that is long already stays one.
  list.addEventListener("pointercancel", () => { if (!press?.isLong) end(); });
  list.addEventListener("contextmenu", (event) => {
    if (!press) return;
    event.preventDefault();
    hold();
  });
  const letGo = (event) => {
    const row = press?.isLong ? press.row : null;
    end();
    if (!row) return;
    // The button under the finger is not pressed.
    event.preventDefault();
    setTimeout(() => pressed(row));
  };
  list.addEventListener("touchend", letGo, { passive: false });
  list.addEventListener("touchcancel", end);
  // A pen has no touches.
  list.addEventListener("pointerup", (event) => { if (event.pointerType === "pen") letGo(event); });
}
