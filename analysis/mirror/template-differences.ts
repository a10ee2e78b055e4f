import { blocksByAddress } from "../../synthesized/addresses";
import type { PermittedDifference } from "../../synthesized/evidence";
import { isList, isObject, type Json, type JsonObject, pathTo } from "../../synthesized/json";
import type { Template } from "../../synthesized/template";
import { commonNames, type Neutralise, neutraliser } from "./neutral-text";

/** A place at which two templates do not say the same. */
export interface Difference {
  readonly kind:
    | "explained"
    | "unexplained"
    /** An object has other keys, a list another length, or a value another type. */
    | "shape"
    /** Equal texts that hold a value which belongs to one site only. */
    | "borrowed";
  readonly path: string;
  readonly a: string;
  readonly b: string;
  /** Names of the permitted differences in it. */
  readonly explainedBy: readonly string[];
}

/** A template and the values of it that may differ. */
export interface Side {
  readonly template: Template;
  readonly list: readonly PermittedDifference[];
}

interface Neutralisers {
  readonly a: Neutralise;
  readonly b: Neutralise;
}

/** Where a comparison is, and what it may replace there. */
interface Place {
  readonly path: string;
  readonly here: Neutralisers;
  /** What it may replace below `//`, where cdktf notes the stack's own name. */
  readonly inMetadata: Neutralisers;
}

const NONE: readonly Difference[] = [];

/** All differences between the blocks that both templates have. */
export function differencesBetween(a: Side, b: Side): readonly Difference[] {
  const blocksB = blocksByAddress(b.template);
  const here = { a: neutraliser(a.list), b: neutraliser(b.list) };
  const inMetadata = { a: neutraliser(withStackName(a)), b: neutraliser(withStackName(b)) };
  return [...blocksByAddress(a.template)].flatMap(([address, block]) => {
    const other = blocksB.get(address);
    const place = { path: address, here: address === "//" ? inMetadata : here, inMetadata };
    return other === undefined ? [] : compare(block, other, place);
  });
}

function withStackName({ template, list }: Side): readonly PermittedDifference[] {
  if (list.some((entry) => entry.value === template.stack)) return list;
  return [...list, { name: "stack", value: template.stack, reason: "cdktf notes the stack's name" }];
}

function compare(a: Json, b: Json, place: Place): readonly Difference[] {
  if (isList(a) && isList(b)) return compareLists(a, b, place);
  if (isObject(a) && isObject(b)) return compareObjects(a, b, place);
  if (isList(a) || isObject(a) || isList(b) || isObject(b) || typeof a !== typeof b)
    return [shapeDifference(place.path, kindOf(a), kindOf(b))];
  return compareLeaves(a, b, place);
}

function compareLists(a: readonly Json[], b: readonly Json[], place: Place): readonly Difference[] {
  if (a.length !== b.length) return [shapeDifference(place.path, `${a.length} items`, `${b.length} items`)];
  return a.flatMap((item, index) => {
    const other = b[index];
    return other === undefined ? [] : compare(item, other, { ...place, path: `${place.path}[${index}]` });
  });
}

function compareObjects(a: JsonObject, b: JsonObject, place: Place): readonly Difference[] {
  const keys = Object.keys(a);
  const others = keys.map((key) => (b[key] === undefined ? renamedKey(key, b, place.here) : key));
  const below = keys.map((key, index) => {
    const other = others[index];
    const [left, right] = [a[key], other === undefined ? undefined : b[other]];
    const here = key === "//" ? place.inMetadata : place.here;
    return left === undefined || right === undefined ? NONE : compare(left, right, { ...place, path: pathTo(place.path, key), here });
  });
  const differences = below.some(({ length }) => length > 0) ? below.flat() : NONE;
  return others.every((other, index) => other === keys[index]) && Object.keys(b).length === keys.length
    ? differences
    : [...shapeDifferences({ keys, others }, b, place), ...differences];
}

function shapeDifferences(
  { keys, others }: { readonly keys: readonly string[]; readonly others: readonly (string | undefined)[] },
  b: JsonObject,
  { path }: Place,
): readonly Difference[] {
  const onlyA = keys.filter((_, index) => others[index] === undefined);
  const paired = new Set(others);
  const onlyB = Object.keys(b).filter((key) => !paired.has(key));
  return onlyA.length + onlyB.length === 0 ? NONE : [shapeDifference(path, keysText(onlyA), keysText(onlyB))];
}

/** The other side's key that is the same but for its permitted values. */
function renamedKey(key: string, b: JsonObject, here: Neutralisers): string | undefined {
  const neutral = here.a(key);
  return neutral.gaps.length === 0 ? undefined : Object.keys(b).find((other) => commonNames(neutral, here.b(other)) !== undefined);
}

function compareLeaves(
  a: string | number | boolean | null,
  b: string | number | boolean | null,
  { path, here }: Place,
): readonly Difference[] {
  const [textA, textB] = [String(a), String(b)];
  if (typeof a === "boolean" || a === null)
    return textA === textB ? NONE : [{ kind: "unexplained", path, a: textA, b: textB, explainedBy: [] }];
  const names = commonNames(here.a(textA), here.b(textB));
  if (textA === textB) return names === undefined ? [{ kind: "borrowed", path, a: textA, b: textB, explainedBy: [] }] : NONE;
  return [{ kind: names === undefined ? "unexplained" : "explained", path, a: textA, b: textB, explainedBy: names ?? [] }];
}

function shapeDifference(path: string, a: string, b: string): Difference {
  return { kind: "shape", path, a, b, explainedBy: [] };
}

function keysText(keys: readonly string[]): string {
  return keys.length === 0 ? "no other keys" : `also ${keys.join(", ")}`;
}

function kindOf(value: Json): string {
  if (value === null) return "null";
  if (isList(value)) return "a list";
  return isObject(value) ? "an object" : `a ${typeof value}`;
}
