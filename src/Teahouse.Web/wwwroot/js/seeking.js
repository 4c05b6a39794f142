// Finds messages among those that this browser keeps (archive.js), by looking at what is said in all of them.

import { lineOf, numberOf, of, result, startOfSaid, transaction } from "./archive.js";

// Read at once: enough to be fast, little enough to be held.
const batch = 256;

const plain = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const timeOf = (line) => Date.parse(/^@(?:\S*;)?time=([^; ]+)/.exec(line)?.[1] ?? "");

// What of a line is asked for beside its words.
function isMeant(line, { from, after, before }) {
  const source = /^(?:@\S+ +)?:(\S+)/.exec(line)?.[1] ?? "";
  const time = timeOf(line);
  if (from && source.split("!")[0].toLowerCase() !== from.toLowerCase()) return false;
  return !(time < after) && !(time > before);
}

// Rows are "number text" of one piece; the text may hold the words anywhere, in any case.
function numbersWith(body, words) {
  if (words.length === 0) return body === "" ? [] : body.split("\n").map(numberOf);
  const numbers = [];
  const first = new RegExp(plain(words[0]), "gi");
  for (let hit = first.exec(body); hit; hit = first.exec(body)) {
    const start = body.lastIndexOf("\n", hit.index) + 1;
    const end = body.indexOf("\n", hit.index);
    const row = body.slice(start, end < 0 ? undefined : end);
    const isInText = hit.index > start + row.indexOf(" ");
    const text = lineOf(row).toLowerCase();
    if (isInText && words.every((word) => text.includes(word.toLowerCase()))) numbers.push(numberOf(row));
    // A row counts once, whatever else is in it.
    if (isInText) first.lastIndex = end < 0 ? body.length : end;
  }
  return numbers;
}

// Lines as JSON, the newest first. Times are milliseconds; NaN and "" ask for nothing.
export async function search(text, name, from, after, before, most) {
  const words = text.split(/\s+/).filter((word) => word !== "").sort((a, b) => b.length - a.length);
  const question = { from, after, before };
  return transaction("readonly", async (pieces, said) => {
    const { lower, upper } = name === "" ? IDBKeyRange.bound([], [[]]) : of(name);
    const hits = [];
    let last = lower;
    for (let some = null; some === null || some.length === batch;) {
      some = await result(said.getAll(IDBKeyRange.bound(last, upper, some !== null), batch));
      for (const { key, time, body } of some) {
        const numbers = numbersWith(body, words);
        if (numbers.length > 0) hits.push({ key, time, numbers: new Set(numbers) });
        last = key;
      }
    }
    const found = [];
    for (const { key, numbers } of hits.sort((a, b) => b.time - a.time)) {
      if (found.length >= most) break;
      const lines = (await result(pieces.get(key))).body.split("\n").filter((row) => numbers.has(numberOf(row))).map(lineOf);
      found.push(...lines.filter((line) => isMeant(line, question)));
    }
    // Pieces of several conversations are of the same time.
    return JSON.stringify(found.sort((a, b) => timeOf(b) - timeOf(a)).slice(0, most));
  });
}

// The entries around a message, as JSON; none if it is not kept.
export async function around(name, id, most) {
  return transaction("readonly", async (pieces) => {
    const found = await result(pieces.getAll(of(name)));
    const rows = found.flatMap((one) => one.body.split("\n"));
    const at = rows.findIndex((row) => row.includes(`msgid=${id}`) && startOfSaid(lineOf(row)) >= 0);
    if (at < 0) return "[]";
    // Neighbours without a hole between them: the reader would not see it.
    let [start, end] = [at, at];
    const isNext = (a, b) => numberOf(rows[b]) === numberOf(rows[a]) + 1;
    while (start > 0 && at - start < most / 2 && isNext(start - 1, start)) start--;
    while (end < rows.length - 1 && end - at < most / 2 && isNext(end, end + 1)) end++;
    return JSON.stringify(rows.slice(start, end + 1).map(lineOf));
  });
}
