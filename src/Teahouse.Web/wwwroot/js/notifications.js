// Notifications of the system, while a tab of this page runs: one for all tabs of this browser, and none for what is before the reader's eyes.

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("teahouse.notifications") : null;
const me = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
// Each tab of this page holds a lock while it lives (outbox.js): so many are asked. One that sleeps is not waited for longer than this,
// and where there are no locks nobody knows how many there are.
const tabLock = "teahouse.outbox.";
const patience = 5_000;
const blindPatience = 400;
const remembered = 200;

// Whoever wants to show something, by what it is: the lowest name shows it.
const wanted = new Map();
const asking = new Map();
const settled = new Set();
const shown = new Map();
let open = "";
let opened = () => {};

const supported = () => "Notification" in globalThis && isSecureContext;

// "granted", "denied", "default" (nobody was asked yet) or "none" (this browser has none at this address).
export const permission = () => (supported() ? Notification.permission : "none");

export async function ask() {
  if (!supported()) return "none";
  return Notification.requestPermission();
}

const seen = (place) => place === open && document.visibilityState === "visible" && document.hasFocus();

function bounded(collection) {
  if (collection.size > remembered) collection.delete(collection.keys().next().value);
}

function settle(id) {
  settled.add(id);
  bounded(settled);
  wanted.delete(id);
  asking.get(id)?.decide();
}

function want(id, by) {
  if (!wanted.has(id) || by < wanted.get(id)) wanted.set(id, by);
  bounded(wanted);
}

channel?.addEventListener("message", ({ data }) => {
  if (data.settled) settle(data.settled);
  if (data.closed) shown.get(data.closed)?.close();
  if (data.answered) asking.get(data.answered)?.answer();
  if (!data.want) return;
  if (seen(data.place)) settle(data.want);
  if (settled.has(data.want)) channel.postMessage({ settled: data.want });
  else want(data.want, data.by);
  // After everything that this tab had to say of it.
  channel.postMessage({ answered: data.want });
});

async function otherTabs() {
  if (!channel) return 0;
  if (!navigator.locks) return Infinity;
  const { held } = await navigator.locks.query();
  return held.filter((lock) => lock.name.startsWith(tabLock)).length - 1;
}

// Ends when all other tabs have answered, or somebody has settled it.
async function consult(id, place) {
  let answers = 0;
  let needed = Infinity;
  await new Promise((decide) => {
    const answer = () => { if (++answers >= needed) decide(); };
    asking.set(id, { answer, decide });
    channel?.postMessage({ want: id, by: me, place });
    otherTabs().then((count) => {
      needed = count;
      if (answers >= needed) decide();
      else setTimeout(decide, count === Infinity ? blindPatience : patience);
    });
  });
  asking.delete(id);
}

export async function show(id, place, title, body, sound) {
  if (settled.has(id) || asking.has(id)) return;
  if (seen(place)) {
    settle(id);
    channel?.postMessage({ settled: id });
    return;
  }
  want(id, me);
  await consult(id, place);
  if (settled.has(id) || wanted.get(id) !== me) return;
  settle(id);
  channel?.postMessage({ settled: id });
  if (sound) ring();
  if (permission() === "granted") raise(place, title, body);
}

function raise(place, title, body) {
  try {
    // The tag: what is newer in the same place takes the place of what was told of it before.
    const notification = new Notification(title, { body, tag: place, renotify: true, silent: true, icon: "/icon.svg", lang: document.documentElement.lang });
    shown.set(place, notification);
    notification.onclose = () => { if (shown.get(place) === notification) shown.delete(place); };
    notification.onclick = () => {
      window.focus();
      notification.close();
      opened(place);
    };
  } catch { /* Browsers of phones show notifications of service workers only; the title and the icon still tell. */ }
}

// What is open before the reader: no notification is needed for it, and what was shown of it may go.
export function at(place) {
  open = place;
  if (!seen(place)) return;
  shown.get(place)?.close();
  channel?.postMessage({ closed: place });
}

export function onOpened(listener) { opened = listener; }

let audio;

// Two soft tones, like a cup put down.
function ring() {
  try {
    audio ??= new AudioContext();
    const start = audio.currentTime;
    [[880, 0], [660, 0.12]].forEach(([frequency, after]) => {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0.0001, start + after);
      volume.gain.exponentialRampToValueAtTime(0.12, start + after + 0.015);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + after + 0.3);
      tone.connect(volume).connect(audio.destination);
      tone.start(start + after);
      tone.stop(start + after + 0.32);
    });
  } catch { /* A browser without sound. */ }
}

export const tryRing = () => ring();
