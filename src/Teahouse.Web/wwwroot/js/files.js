// Files that are chosen, dropped or pasted, and their way to the server: in parts, so that a cut costs one part, and they go on by themselves.
// https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/

const PART = 512 * 1024;
const LONG_PASTE = 2000;
const SMALL_EDGE = 480;
const SMALL_BYTES = 60 * 1024;
const WAITS = [1000, 2000, 5000, 10000];

const files = new Map();
let offer = () => {};
let tell = () => {};
let named = 0;

// offered: JSON of [{ id, name, type, size, isPaste }]; told: id, what, and a value with it.
export function listen(offered, told) {
  offer = offered;
  tell = told;
  document.addEventListener("paste", onPaste);
  document.addEventListener("dragover", onDrag);
  document.addEventListener("dragleave", (event) => { if (event.relatedTarget === null) mark(false); });
  document.addEventListener("drop", onDrop);
}

export function choose() {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.addEventListener("change", () => take([...input.files]));
  input.click();
}

export function upload(id, address, authorization) {
  const file = files.get(id);
  if (!file || file.running) return;
  if (file.box) removePasted(file);
  file.running = true;
  file.abort = new AbortController();
  run(id, file, address, authorization).finally(() => { file.running = false; });
}

// What came of it at the server goes, too.
export function forget(id) {
  const file = files.get(id);
  if (!file) return;
  files.delete(id);
  file.abort?.abort();
  file.wake?.();
  if (file.place) fetch(file.place, { method: "DELETE", headers: { Authorization: file.authorization }, credentials: "omit" }).catch(() => {});
}

function take(list, extra = {}) {
  const offered = list.map((blob) => {
    const id = `f${++named}`;
    files.set(id, { blob, ...extra });
    return { id, name: blob.name, type: blob.type, size: blob.size, isPaste: extra.box !== undefined };
  });
  if (offered.length > 0) offer(JSON.stringify(offered));
}

function hasOpenDialog() { return document.querySelector("dialog[open]") !== null; }

function onPaste(event) {
  if (hasOpenDialog()) return;
  const pasted = [...(event.clipboardData?.files ?? [])];
  if (pasted.length > 0) {
    event.preventDefault();
    take(pasted);
    return;
  }
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const box = event.target;
  // It stays in the box until its person wants it as a file.
  if (text.length >= LONG_PASTE && box instanceof HTMLTextAreaElement)
    take([new File([text], "paste.txt", { type: "text/plain" })], { box, text: text.replace(/\r\n?/g, "\n") });
}

function removePasted(file) {
  const at = file.box.value.indexOf(file.text);
  if (at >= 0) {
    file.box.setRangeText("", at, at + file.text.length, "end");
    file.box.dispatchEvent(new Event("input"));
  }
  file.box = undefined;
}

function bringsFiles(event) { return event.dataTransfer?.types.includes("Files") && !hasOpenDialog(); }

function mark(dropping) { document.documentElement.toggleAttribute("data-dropping", dropping); }

function onDrag(event) {
  if (!bringsFiles(event)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
  mark(true);
}

function onDrop(event) {
  mark(false);
  if (!bringsFiles(event)) return;
  event.preventDefault();
  // A folder has no bytes of its own.
  take([...event.dataTransfer.items].filter((item) => item.kind === "file" && !item.webkitGetAsEntry?.()?.isDirectory).map((item) => item.getAsFile()));
}

async function run(id, file, address, authorization) {
  file.authorization = authorization;
  let failures = 0;
  while (files.get(id) === file) {
    try {
      const link = await go(id, file, address);
      await sendSmall(file, address);
      // From now on it belongs to the message that shows it.
      file.place = undefined;
      files.delete(id);
      tell(id, "done", link);
      return;
    } catch (problem) {
      if (files.get(id) !== file) return;
      if (problem.code !== undefined) {
        // To try again begins anew: what was refused is not there.
        file.place = undefined;
        tell(id, "refused", problem.code);
        return;
      }
      tell(id, "interrupted", "");
      await pause(file, WAITS[Math.min(failures++, WAITS.length - 1)]);
    }
  }
}

function pause(file, time) {
  return new Promise((resume) => {
    const timer = setTimeout(end, time);
    function end() {
      clearTimeout(timer);
      removeEventListener("online", end);
      resume();
    }
    addEventListener("online", end);
    file.wake = end;
  });
}

// Sends what is missing; the link.
async function go(id, file, address) {
  const { blob } = file;
  let answer;
  if (!file.place) {
    const name = encodeURIComponent(blob.name || "file").replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
    answer = await ask(file, address, "POST", {
      "Content-Type": blob.type || "application/octet-stream", "Content-Disposition": `attachment; filename*=UTF-8''${name}`,
      "Upload-Complete": "?0", "Upload-Length": String(blob.size),
    });
    file.place = new URL(answer.headers.get("Location"), address).href;
  } else {
    answer = await ask(file, file.place, "HEAD", {});
  }
  while (answer.headers.get("Upload-Complete") !== "?1") {
    const offset = Number(answer.headers.get("Upload-Offset"));
    tell(id, "sent", String(offset));
    answer = await ask(file, file.place, "PATCH", { "Content-Type": "application/partial-upload", "Upload-Offset": String(offset) }, blob.slice(offset, offset + PART));
  }
  return linkOf(answer);
}

function linkOf(answer) { return /<([^>]+)>/.exec(answer.headers.get("Link") ?? "")?.[1] ?? new URL(answer.headers.get("Content-Location"), location.href).href; }

async function ask(file, address, method, headers, body) {
  const answer = await fetch(address, { method, headers: { ...headers, Authorization: file.authorization }, body, credentials: "omit", signal: file.abort.signal });
  if (answer.ok) return answer;
  // A gateway on the way that has its own troubles says nothing about the file.
  if (!answer.headers.get("Content-Type")?.startsWith("application/problem+json")) {
    if (answer.status >= 500) throw new Error(String(answer.status));
    throw Object.assign(new Error(), { code: answer.status === 404 ? "no-such-file" : "refused" });
  }
  const code = (await answer.json()).type.split(":").pop();
  if (code === "busy" || code === "elsewhere" || code === "too-many-logins" || code === "broken") throw new Error(code);
  throw Object.assign(new Error(), { code });
}

// The server decodes no pictures: the sender makes the small one. Without it, the whole one is shown.
async function sendSmall(file, address) {
  if (!/^image\/(png|jpeg|webp|gif|avif)$/.test(file.blob.type) || file.blob.size <= SMALL_BYTES) return;
  try {
    const small = await shrink(file.blob);
    if (small) await ask(file, `${file.place}/small`, "PUT", { "Content-Type": small.type }, small);
  } catch (problem) {
    if (file.abort.signal.aborted) throw problem;
    console.warn("No small picture", problem);
  }
}

async function shrink(blob) {
  const picture = await createImageBitmap(blob);
  for (let edge = SMALL_EDGE; edge >= 60; edge /= 2) {
    const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    // Where WebP cannot be written, a PNG comes.
    const small = await new Promise((made) => canvas.toBlob(made, "image/webp", 0.8));
    if (small && small.size <= SMALL_BYTES) return small;
  }
  return null;
}
