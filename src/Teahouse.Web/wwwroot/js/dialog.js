// Native <dialog>: only script can open one as modal.

export function open(id, closed) {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return;
  dialog.addEventListener("close", () => closed(), { once: true });
  dialog.onpointerdown = (event) => { if (event.target === dialog) dialog.close(); };
  dialog.showModal();
}

export function close(id) { document.getElementById(id)?.close(); }
