// The outbox of this browser: own messages that the server is not known to have (IndexedDB). Each tab is a session that holds a lock
// while it lives; the browser lets go of it when the tab ends, however it ends. What a message is, is no business of this module.

const lifeOf = (session) => `teahouse.outbox.${session}`;
// Between two messages there is room for the parts of the first.
const apart = 2 ** 20;
// Without locks (plain http on a name of the local network) a tab shows that it lives by saying so. A hidden one may do that once a minute.
const beat = 20_000;
const silence = 150_000;

let database;
let session;

const result = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

// Ends when everything in it is on the disk.
async function transaction(work) {
  const running = database.transaction("messages", "readwrite", { durability: "strict" });
  const done = new Promise((resolve, reject) => {
    running.oncomplete = resolve;
    running.onabort = () => reject(running.error ?? new DOMException("The transaction was aborted."));
  });
  try {
    const answer = await work(running.objectStore("messages"));
    await done;
    return answer;
  } catch (error) {
    done.catch(() => { /* The error that caused it is thrown. */ });
    try { running.abort(); } catch { /* It has ended already. */ }
    throw error;
  }
}

export async function open() {
  const request = indexedDB.open("teahouse.outbox", 1);
  request.onupgradeneeded = () => { request.result.createObjectStore("messages", { keyPath: "key" }).createIndex("position", "position"); };
  database = await result(request);
  session = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (navigator.locks) await new Promise((held, failed) => { navigator.locks.request(lifeOf(session), () => new Promise(() => held())).catch(failed); });
  else startBeating();
}

// Local storage is written at once, also while the page is leaving.
function startBeating() {
  const say = () => localStorage.setItem(lifeOf(session), String(Date.now()));
  say();
  // A beat that fails is one that is not seen: the next may be.
  setInterval(() => { try { say(); } catch { /* The storage is full. */ } }, beat);
  addEventListener("pagehide", () => localStorage.removeItem(lifeOf(session)));
  addEventListener("pageshow", (event) => { if (event.persisted) say(); });
}

async function living() {
  if (navigator.locks) return new Set((await navigator.locks.query()).held.map((lock) => lock.name));
  const alive = new Set();
  for (const life of Object.keys(localStorage).filter((name) => name.startsWith(lifeOf("")))) {
    if (Date.now() - Number(localStorage.getItem(life)) < silence) alive.add(life);
    else localStorage.removeItem(life);
  }
  return alive;
}

// Makes the messages of sessions that have ended this one's own; a JSON array of them in the order of writing.
export async function claim(account) {
  const alive = await living();
  return transaction(async (messages) => {
    const bodies = [];
    for (const kept of await result(messages.index("position").getAll())) {
      if (kept.account !== account || kept.session === session || alive.has(lifeOf(kept.session))) continue;
      await result(messages.put({ ...kept, session }));
      bodies.push(kept.body);
    }
    return `[${bodies.join(",")}]`;
  });
}

const lastPosition = async (messages, range, direction) =>
  (await result(messages.index("position").openKeyCursor(range, direction)))?.key;

export async function add(key, account, body) {
  await transaction(async (messages) => {
    const position = ((await lastPosition(messages, null, "prev")) ?? 0) + apart;
    await result(messages.add({ key, account, session, position, body }));
  });
}

// Puts a message in the place of what was, and another right behind it unless its key is "". False if it is not this session's.
export function replace(key, body, restKey, restBody) {
  return transaction(async (messages) => {
    const kept = await result(messages.get(key));
    if (kept?.session !== session) return false;
    await result(messages.put({ ...kept, body }));
    if (restKey !== "") {
      const next = await lastPosition(messages, IDBKeyRange.lowerBound(kept.position, true), "next");
      const position = next === undefined || next > kept.position + 1 ? kept.position + 1 : (kept.position + next) / 2;
      await result(messages.add({ ...kept, key: restKey, position, body: restBody }));
    }
    return true;
  });
}

export async function remove(key) {
  await transaction(async (messages) => {
    if ((await result(messages.get(key)))?.session === session) await result(messages.delete(key));
  });
}
