import type { Path } from "./fault";

/**
 * What a file says is quoted in faults, and a file can be hostile: nothing of it may reach a
 * terminal as a control or direction sign, or fill the screen.
 */

const SHOWN_AT_MOST = 60;
/** A parser's own sentence, which may quote a word of the file. */
const SENTENCE_AT_MOST = 160;

/** Text on one line, without control, format and separator signs, cut where it is long. */
export function printable(text: string): string {
  return cutAndEscaped(text, SHOWN_AT_MOST);
}

export function printableSentence(text: string): string {
  return cutAndEscaped(text, SENTENCE_AT_MOST);
}

function cutAndEscaped(text: string, atMost: number): string {
  // One sign more than is shown tells whether anything was cut, without escaping a megabyte.
  const shown = text.slice(0, atMost + 1).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
  return shown.length > atMost ? `${shown.slice(0, atMost)}…` : shown;
}

/** A value as a fault quotes it. */
export function quoted(value: unknown): string {
  if (typeof value === "string") return value === "" ? "Empty text" : `"${printable(value)}"`;
  if (value === null || value === undefined) return "Nothing";
  if (Array.isArray(value)) return `A list of ${value.length}`;
  if (typeof value === "number" || typeof value === "boolean") return `${value}`;
  const { length } = Object.keys(value);
  return `A group of ${length} ${length === 1 ? "key" : "keys"}`;
}

/** `sites.a.zones[2]`, the notation of yq and jq; keys that are no plain words are quoted. */
export function pathText(path: Path): string {
  if (path.length === 0) return "(file)";
  return path.map((step, index) => stepText(step, index)).join("");
}

function stepText(step: string | number, index: number): string {
  if (typeof step === "number") return `[${step}]`;
  if (!/^[\w-]{1,60}$/.test(step)) return `["${printable(step)}"]`;
  return index === 0 ? step : `.${step}`;
}

function escaped(sign: string): string {
  return `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
}
