import fc from "fast-check";

/** A change of a parsed file at one place, the way people and programs spoil files. */
export type Edit = (deployment: Group, place: Place) => void;

export type Group = Record<string, unknown>;
/** A group or list, and one of its keys. */
type Place = readonly [parent: Group, key: string];

const replaced = (value: unknown): Edit => {
  return (_, [parent, key]) => put(parent, key, value);
};

const oddities: readonly unknown[] = [
  [null, "", " ", true, [], {}, [[]], 0, -1, 0.1, 1e308, Infinity, NaN, 2 ** 53, "x".repeat(70_000)],
  ["10.16.0.0/16", "0.0.0.0/0", "999.1.1.1/99", "eun1-az1", "eu-west-1", "ap-northeast-2", "twin", "a", "b"],
  ["__proto__", "constructor", "toString", "hasOwnProperty", "2026-02-31", "9999-99", "100Gbps", "400Gbps"],
].flat();

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: "grapheme-ascii", maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(..."äß東京𝄞👩‍💻\u202e\u200b\u00a0٣Å-_.:/${}%".split("")), maxLength: 12 }),
  fc.integer({ min: -(2 ** 53), max: 2 ** 53 }),
  fc.double(),
  fc.constantFrom(...oddities),
);

const slips: fc.Arbitrary<Edit> = fc.constantFrom<Edit>(
  (_, [parent, key]) => remove(parent, key),
  (_, [parent, key]) => put(parent, `${key}x`, parent[key]),
  (_, [parent, key]) => rename(parent, key, key.toUpperCase()),
  (_, [parent, key]) => put(parent, key, recased(parent[key])),
  (_, [parent, key]) => put(parent, key, isGroup(parent[key]) ? "a" : String(parent[key])),
  (_, [parent, key]) => put(parent, key, [parent[key], parent[key]]),
  (_, [parent, key]) => put(parent, key, { [key]: parent[key] }),
  (_, [parent, key]) => put(parent, key, copies(parent[key], 300)),
  (_, [parent]) => reverse(parent),
  (_, [parent, key]) => void (Array.isArray(parent) && parent.push(structuredClone(parent[Number(key)]))),
  (_, [parent, key]) => put(parent, key, typeof parent[key] === "number" ? -parent[key] : -1),
  (_, [parent, key]) => put(parent, key, typeof parent[key] === "number" ? parent[key] * 1e6 : 1e6),
);

const moves: fc.Arbitrary<Edit> = fc.tuple(fc.nat(), fc.boolean()).map(([nth, stays]): Edit => {
  return (deployment, [parent, key]) => {
    const [to, name] = placeIn(deployment, nth);
    const value = structuredClone(parent[key]);
    if (!stays) remove(parent, key);
    put(to, name, value);
  };
});

/** From another file, what stands there at the same path: each value sound, and perhaps not beside the others. */
const transplants = (others: readonly Group[]): fc.Arbitrary<Edit> =>
  fc.tuple(fc.constantFrom(...others), fc.nat()).map(([other, nth]): Edit => {
    return (deployment) => {
      const paths = pathsIn(other);
      const path = paths[nth % paths.length] ?? [];
      const [parent, there] = [parentAt(deployment, path), parentAt(other, path)];
      const key = path.at(-1);
      if (parent !== undefined && there !== undefined && key !== undefined) put(parent, key, structuredClone(there[key]));
    };
  });

/** One to four edits, each at some place of what the ones before it left. */
export function randomEdits(others: readonly Group[]): fc.Arbitrary<(deployment: Group) => void> {
  const edit = fc.oneof(slips, junk.map(replaced), moves, transplants(others));
  return fc.array(fc.tuple(fc.nat(), edit), { minLength: 1, maxLength: 4 }).map((edits) => (deployment) => {
    for (const [nth, change] of edits) change(deployment, placeIn(deployment, nth));
  });
}

function placeIn(deployment: Group, nth: number): Place {
  const paths = pathsIn(deployment);
  const path = paths[nth % Math.max(1, paths.length)] ?? [];
  return [parentAt(deployment, path) ?? {}, path.at(-1) ?? ""];
}

/** Of every value but the whole. */
function pathsIn(value: unknown): readonly (readonly string[])[] {
  if (!isGroup(value)) return [];
  return Object.keys(value).flatMap((key) => [[key], ...pathsIn(value[key]).map((rest) => [key, ...rest])]);
}

function parentAt(top: Group, path: readonly string[]): Group | undefined {
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => (isGroup(value) ? value[key] : undefined), top);
  return isGroup(parent) ? parent : undefined;
}

function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null;
}

function put(parent: Group, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true });
}

function remove(parent: Group, key: string): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

function copies(value: unknown, length: number): readonly unknown[] {
  return Array.from({ length }, () => structuredClone(value));
}

function reverse(parent: Group): void {
  const values = Object.values(parent).toReversed();
  for (const [nth, key] of Object.keys(parent).entries()) put(parent, key, values[nth]);
}

function rename(parent: Group, key: string, name: string): void {
  const value = parent[key];
  remove(parent, key);
  put(parent, name, value);
}

function recased(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
}
