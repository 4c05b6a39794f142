// What this browser has seen of the conversations of one account (IndexedDB), for when there is no connection: the newest of each. An entry is
// a line without LF that is no business of this module but for what is said in it (seeking.js). Entries lie in pieces of neighbours, so that
// few things are read; what is said lies beside them once more, so that all of it is searched fast.

export const piece = 128;
const mostPieces = 80;
const mostOfAll = 800;
// Characters, all in all.
const mostSize = 60_000_000;
const delay = 1_000;
const mostWaiting = 2_000;

let opening;
let waiting = [];
let timer = 0;
let writing = Promise.resolve();
let isOpen = false;
let isRefused = false;

export const result = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const fold = (name) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
export const of = (name) => IDBKeyRange.bound([fold(name)], [fold(name), []]);

function open() {
  opening ??= (async () => {
    const request = indexedDB.open("teahouse.archive", 1);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore("pieces", { keyPath: "key" }).createIndex("time", "time");
      database.createObjectStore("said", { keyPath: "key" });
      database.createObjectStore("facts");
    };
    const database = await result(request);
    isOpen = true;
    return database;
  })();
  return opening;
}

// Ends when everything in it is done.
export async function transaction(mode, work) {
  const running = (await open()).transaction(["pieces", "said", "facts"], mode);
  const done = new Promise((resolve, reject) => {
    running.oncomplete = resolve;
    running.onabort = () => reject(running.error ?? new DOMException("The transaction was aborted."));
  });
  try {
    const answer = await work(running.objectStore("pieces"), running.objectStore("said"), running.objectStore("facts"));
    await done;
    return answer;
  } catch (error) {
    done.catch(() => { /* The error that caused it is thrown. */ });
    try { running.abort(); } catch { /* It has ended already. */ }
    throw error;
  }
}

// Whether this browser keeps what is seen; that its database can be opened does not mean that there is room.
export const works = () => isOpen && !isRefused;

// "number line": the number of the entry, and what comes after the blank.
export const numberOf = (row) => Number(row.slice(0, row.indexOf(" ")));
export const lineOf = (row) => row.slice(row.indexOf(" ") + 1);

// What is said in a line: where it begins, -1 if it is nothing said.
export function startOfSaid(line) {
  const head = /^(?:@\S+ +)?(?::\S+ +)?(?:PRIVMSG|NOTICE) +\S+ +:?/.exec(line);
  return head ? head[0].length : -1;
}

function saidIn(rows) {
  const said = [];
  for (const row of rows) {
    const line = lineOf(row);
    const start = startOfSaid(line);
    if (start >= 0) said.push(`${numberOf(row)} ${line.slice(start)}`);
  }
  return said.join("\n");
}

async function put(pieces, said, facts, kept, before) {
  const rows = kept.body.split("\n");
  await result(pieces.put(kept));
  await result(said.put({ key: kept.key, time: kept.time, body: saidIn(rows) }));
  await grow(facts, kept.body.length - before);
}

const grow = async (facts, by) => result(facts.put(((await result(facts.get("size"))) ?? 0) + by, "size"));

async function drop(pieces, said, facts, keys) {
  for (const key of keys) {
    const gone = await result(pieces.get(key));
    if (!gone) continue;
    await result(pieces.delete(key));
    await result(said.delete(key));
    await grow(facts, -gone.body.length);
  }
}

async function add(pieces, said, facts, entries) {
  const [{ name, epoch }] = entries;
  const key = [fold(name), epoch, Math.floor(entries[0].number / piece)];
  const kept = (await result(pieces.get(key))) ?? { key, name, time: 0, body: "" };
  const rows = new Map(kept.body === "" ? [] : kept.body.split("\n").map((row) => [numberOf(row), row]));
  const known = rows.size;
  for (const entry of entries) {
    if (!rows.has(entry.number)) rows.set(entry.number, `${entry.number} ${entry.line}`);
    kept.time = Math.max(kept.time, entry.time);
  }
  if (rows.size === known) return;
  const before = kept.body.length;
  kept.body = [...rows.keys()].sort((a, b) => a - b).map((number) => rows.get(number)).join("\n");
  await put(pieces, said, facts, kept, before);
  if (before > 0) return;
  // A new piece: those of an era that is over go, and the oldest if there are too many.
  await drop(pieces, said, facts, await result(pieces.getAllKeys(IDBKeyRange.bound([fold(name)], [fold(name), epoch], false, true))));
  const own = await result(pieces.getAllKeys(of(name)));
  if (own.length > mostPieces) await drop(pieces, said, facts, own.slice(0, own.length - mostPieces));
  while ((await result(pieces.count())) > mostOfAll || (await result(facts.get("size"))) > mostSize) {
    const oldest = await result(pieces.index("time").openKeyCursor());
    await drop(pieces, said, facts, [oldest.primaryKey]);
  }
}

// Of a message that was taken back its place is left.
async function withdraw(pieces, said, facts, { name, id }) {
  for (const kept of await result(pieces.getAll(of(name)))) {
    if (!kept.body.includes(`msgid=${id}`)) continue;
    const before = kept.body.length;
    kept.body = kept.body.split("\n").map((row) => {
      const [number, tags, source] = row.split(" ", 3);
      return tags.slice(1).split(";").includes(`msgid=${id}`) && startOfSaid(lineOf(row)) >= 0 ? `${number} ${tags} ${source} GONE ${name}` : row;
    }).join("\n");
    await put(pieces, said, facts, kept, before);
  }
}

async function rename(pieces, said, facts, { name, to }) {
  const moved = await result(pieces.getAll(of(name)));
  await drop(pieces, said, facts, [...moved.map((kept) => kept.key), ...await result(pieces.getAllKeys(of(to)))]);
  for (const kept of moved) await put(pieces, said, facts, { ...kept, key: [fold(to), ...kept.key.slice(1)], name: to }, 0);
}

async function empty(pieces, said, facts) {
  for (const store of [pieces, said, facts]) await result(store.clear());
}

// Entries of one piece that came together are put there together.
async function write(account, changes) {
  await transaction("readwrite", async (...stores) => {
    if ((await result(stores[2].get("account"))) !== account) {
      await empty(...stores);
      await result(stores[2].put(account, "account"));
    }
    for (let i = 0; i < changes.length;) {
      const change = changes[i];
      let end = i + 1;
      if (change.kind === "entry") {
        const isNear = (other) => other?.kind === "entry" && other.name === change.name && other.epoch === change.epoch && Math.floor(other.number / piece) === Math.floor(change.number / piece);
        while (isNear(changes[end])) end++;
        await add(...stores, changes.slice(i, end));
      } else if (change.kind === "takenBack") await withdraw(...stores, change);
      else if (change.kind === "renamed") await rename(...stores, change);
      else if (change.kind === "forgotten") await drop(...stores, await result(stores[0].getAllKeys(of(change.name))));
      i = end;
    }
  });
}

function flush() {
  clearTimeout(timer);
  timer = 0;
  const now = waiting;
  waiting = [];
  if (now.length === 0) return writing;
  const account = now[0].account;
  const rest = now.findIndex((change) => change.account !== account);
  if (rest > 0) waiting = now.slice(rest);
  writing = writing.then(() => write(account, rest > 0 ? now.slice(0, rest) : now)).then(
    () => { isRefused = false; },
    // There is no room. What is not here comes from the server again.
    () => { isRefused = true; });
  return rest > 0 ? flush() : writing;
}

addEventListener("pagehide", flush);

// A JSON array of changes, done soon: many that come together are one piece of work.
export function keep(account, json) {
  for (const change of JSON.parse(json)) waiting.push({ ...change, account });
  if (waiting.length >= mostWaiting) flush();
  else if (timer === 0) timer = setTimeout(flush, delay);
}

// All conversations with their newest entries, as JSON; another account's are removed.
export async function load(account, most) {
  return transaction("readwrite", async (...stores) => {
    const [pieces, , facts] = stores;
    if ((await result(facts.get("account"))) !== account) {
      await empty(...stores);
      await result(facts.put(account, "account"));
      return "[]";
    }
    const newest = new Map();
    for (const key of await result(pieces.getAllKeys())) newest.set(key[0], [newest.get(key[0])?.at(-1), key]);
    const kept = [];
    for (const keys of newest.values()) {
      const found = await Promise.all(keys.filter(Boolean).map((key) => result(pieces.get(key))));
      const rows = found.flatMap((one) => one.body.split("\n"));
      kept.push({ name: found.at(-1).name, lines: rows.slice(-most).map(lineOf) });
    }
    return JSON.stringify(kept);
  });
}

// The entries right before a number, as JSON.
export async function before(name, epoch, number, most) {
  return transaction("readonly", async (pieces) => {
    const at = Math.floor(number / piece);
    const found = await result(pieces.getAll(IDBKeyRange.bound([fold(name), epoch, at - 1], [fold(name), epoch, at])));
    const rows = found.flatMap((one) => one.body.split("\n")).filter((row) => numberOf(row) < number);
    return JSON.stringify(rows.slice(-most).map(lineOf));
  });
}

// Ends when all that was handed over before has been tried.
export const idle = () => flush();

export async function clear() {
  clearTimeout(timer);
  [waiting, timer] = [[], 0];
  await writing;
  await transaction("readwrite", empty);
}
