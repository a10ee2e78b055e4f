import type { JsonObject } from "./json";

/**
 * What a piece of work asked of attributes: each object with the keys that were read, and the
 * remembered answers that it was given, whose claims are its own too. Only the typed readings of
 * attributes claim; who walks over all texts of a block has understood none of them.
 */
export interface Claims {
  readonly asked: Map<JsonObject, Set<string>>;
  readonly relied: Set<Claims>;
}

/** The work that is going on. JavaScript runs one piece at a time, so that one place is enough. */
let current: Claims | undefined;

/** Does a piece of work and tells what it asked; whoever began it is told nothing of that. */
export function withClaims<Answer>(work: () => Answer): { readonly answer: Answer; readonly claims: Claims } {
  const outer = current;
  const claims: Claims = { asked: new Map(), relied: new Set() };
  current = claims;
  try {
    return { answer: work(), claims };
  } finally {
    current = outer;
  }
}

/** Says that the work that is going on has read an attribute. */
export function claim(attributes: JsonObject, key: string): void {
  if (current === undefined) return;
  const keys = current.asked.get(attributes);
  if (keys === undefined) current.asked.set(attributes, new Set([key]));
  else keys.add(key);
}

/** Says that the work that is going on was given an answer that somebody worked out before. */
export function relyOn(claims: Claims): void {
  if (claims !== current) current?.relied.add(claims);
}

/** Whether nothing was asked at all. */
export function isEmpty({ asked, relied }: Claims): boolean {
  return asked.size === 0 && relied.size === 0;
}

/** Everything that was asked, by the work itself and by what it relied on. */
export function allAsked(claims: Claims): ReadonlyMap<JsonObject, ReadonlySet<string>> {
  const asked = new Map<JsonObject, ReadonlySet<string>>();
  const seen = new Set<Claims>();
  const waiting = [claims];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...next.relied);
    for (const [attributes, keys] of next.asked) asked.set(attributes, both(asked.get(attributes), keys));
  }
  return asked;
}

/** Most blocks are asked by one piece of work, and then nothing is copied. */
function both(known: ReadonlySet<string> | undefined, keys: ReadonlySet<string>): ReadonlySet<string> {
  if (known === undefined || [...known].every((key) => keys.has(key))) return keys;
  return new Set([...known, ...keys]);
}
