/**
 * JSON as Terraform reads it where `JSON.parse` reads otherwise: of a key that stands twice in one
 * object Terraform takes both blocks or refuses, `JSON.parse` keeps the last and says nothing.
 */

/** No template of ours is deeper than 20; without a limit, whoever walks a value would run out of stack. */
const DEEPEST = 200;

/** What is wrong with a text that `JSON.parse` accepts; none where it means the same to everybody. */
export function jsonFault(text: string, value: unknown): string | undefined {
  const keys = keysBelow(value, 0);
  if (keys === undefined) return `it is nested more than ${DEEPEST} deep`;
  return keys === keysWritten(text) ? undefined : repeatedKey(text);
}

/** How many keys a value has; none where it is nested too deeply. */
function keysBelow(value: unknown, depth: number): number | undefined {
  if (typeof value !== "object" || value === null) return 0;
  if (depth === DEEPEST) return undefined;
  let keys = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    const below = keysBelow(item, depth + 1);
    if (below === undefined) return undefined;
    keys += below;
  }
  return keys;
}

const QUOTE = '"';
const BACKSLASH = 92;

/** How many keys a text spells out: strings that a colon follows. Only quotes are looked at, which is ten times faster than to read it. */
function keysWritten(text: string): number {
  let keys = 0;
  for (let start = text.indexOf(QUOTE); start !== -1; ) {
    const end = endOfString(text, start + 1);
    if (isColonNext(text, end + 1)) keys++;
    start = text.indexOf(QUOTE, end + 1);
  }
  return keys;
}

/** Place of the quote that ends a string: one after an even number of backslashes. */
function endOfString(text: string, from: number): number {
  let end = text.indexOf(QUOTE, from);
  while (end !== -1) {
    let before = end;
    while (before > from && text.charCodeAt(before - 1) === BACKSLASH) before--;
    if ((end - before) % 2 === 0) return end;
    end = text.indexOf(QUOTE, end + 1);
  }
  return text.length;
}

function isColonNext(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return text[at] === ":";
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs;

/** Where the first key stands that its object had already, in words. */
function repeatedKey(text: string): string | undefined {
  const open: Map<unknown, number>[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") open.push(new Map());
    else if (token === "}" || token === "]") open.pop();
    else if (isColonNext(text, index + token.length)) {
      const keys = open.at(-1);
      const key: unknown = JSON.parse(token);
      const earlier = keys?.get(key);
      if (earlier !== undefined)
        return `the key ${token} stands twice in one object, on lines ${lineOf(text, earlier)} and ${lineOf(text, index)}; Terraform reads both`;
      keys?.set(key, index);
    }
  }
  return undefined;
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
