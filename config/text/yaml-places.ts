import { isMap, isScalar, isSeq, type Pair } from "yaml";
import type { Finding, Path } from "../fault";

/** Where a value and its key stand, in characters from the start of the text. */
export interface Place {
  readonly key: number;
  readonly value: number;
  /** A scalar as it is written, before YAML made a number of it. */
  readonly written: string | undefined;
  readonly children: ReadonlyMap<string | number, Place>;
}

/** The places of a node and of all below it. Of a key that stands twice, the last one's. */
export function placeOf(node: unknown, key: number): Place {
  return {
    key,
    value: startOf(node) ?? key,
    written: isScalar(node) ? node.source : undefined,
    children: childrenOf(node),
  };
}

/** The place of a key or value; of one that is missing, the group that it is missing from. */
export function offsetOf(top: Place, path: Path, at: Finding["at"]): number {
  let place = top;
  for (const step of path) {
    const child = place.children.get(step);
    if (child === undefined) return place.key;
    place = child;
  }
  return at === "key" ? place.key : place.value;
}

export function writtenAt(top: Place, path: Path): string | undefined {
  return path.reduce<Place | undefined>((place, step) => place?.children.get(step), top)?.written;
}

export function keyOf(pair: Pair): string {
  return isScalar(pair.key) && typeof pair.key.value === "string" ? pair.key.value : "";
}

function childrenOf(node: unknown): Place["children"] {
  if (isMap(node)) return new Map(node.items.map((pair) => [keyOf(pair), placeOf(pair.value, startOf(pair.key) ?? 0)]));
  if (isSeq(node)) return new Map(node.items.map((item, index) => [index, placeOf(item, startOf(item) ?? 0)]));
  return new Map();
}

function startOf(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined;
}
