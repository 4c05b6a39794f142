// Dates, plurals and lists by the browser's Intl; the .NET runtime here carries no culture data.

const kept = new Map();

function format(kind, tag, options) {
  const key = `${kind} ${tag} ${JSON.stringify(options ?? null)}`;
  if (!kept.has(key)) kept.set(key, new Intl[kind](tag, options));
  return kept.get(key);
}

function midnight(date, days = 0) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

export const wanted = () => [...(navigator.languages ?? [navigator.language ?? "en"])];

export const time = (tag, millis) =>
  format("DateTimeFormat", tag, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(millis);

export const zone = () => format("DateTimeFormat", "en").resolvedOptions().timeZone;

// Somebody else says the zone, and may say anything.
export function timeIn(tag, millis, timeZone) {
  try {
    return format("DateTimeFormat", tag, { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(millis);
  } catch (problem) {
    if (problem instanceof RangeError) return null;
    throw problem;
  }
}

export const fullTime = (tag, millis) =>
  format("DateTimeFormat", tag, { dateStyle: "full", timeStyle: "medium" }).format(millis);

export function day(tag, millis) {
  const now = new Date();
  const start = midnight(new Date(millis));
  if (start === midnight(now) || start === midnight(now, -1)) {
    const word = format("RelativeTimeFormat", tag, { numeric: "auto" }).format(start === midnight(now) ? 0 : -1, "day");
    return word.charAt(0).toLocaleUpperCase(tag) + word.slice(1);
  }
  const sameYear = new Date(millis).getFullYear() === now.getFullYear();
  const options = { month: "long", day: "numeric", weekday: "long", ...(sameYear ? {} : { year: "numeric" }) };
  return format("DateTimeFormat", tag, options).format(millis);
}

export function dayBounds(millis) {
  const date = new Date(millis);
  return [midnight(date), midnight(date, 1)];
}

export const plural = (tag, count) => format("PluralRules", tag).select(count);

export const list = (tag, items) => format("ListFormat", tag, { type: "conjunction" }).format(items);

export const normalize = (text) => text.normalize("NFC");

// The first character of each letter in the order of pinyin; no syllable begins with i, u or v.
const letters = "abcdefghjklmnopqrstwxyz";
const firsts = [..."阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀"];
const initialOf = new Map();

function initial(character) {
  if (!initialOf.has(character)) {
    const { compare } = format("Collator", "zh-u-co-pinyin");
    const next = firsts.findIndex((first) => compare(character, first) < 0);
    initialOf.set(character, letters.at(next < 0 ? -1 : Math.max(0, next - 1)));
  }
  return initialOf.get(character);
}

// "陈晓 Bob" is "cx bob": what somebody types who does not switch to an input method.
export const initials = (text) => text.toLowerCase().replace(/\p{Script=Han}/gu, initial);
