// Shortcuts of the whole page. A key pressed while an input method composes belongs to the input method.

const chords = {
  "ctrl+k": "jump",
  "ctrl+f": "search",
  "alt+arrowup": "previous",
  "alt+arrowdown": "next",
  "escape": "escape",
};

export function listen(pressed) {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    if (document.querySelector("dialog[open], [popover]:popover-open")) return;
    const held = (event.ctrlKey || event.metaKey ? "ctrl+" : "") + (event.altKey ? "alt+" : "") + (event.shiftKey ? "shift+" : "");
    const name = chords[held + event.key.toLowerCase()];
    if (!name) return;
    // A question beside what is written takes its Escape itself.
    if (name === "escape" && event.target.closest?.("[data-own-escape]")) return;
    if (name !== "escape") event.preventDefault();
    pressed(name);
  });
}
