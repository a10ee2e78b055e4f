import type { Link } from "./deployment";

/** Of a route, an entry or an encryption that nobody could tell. */
export const UNKNOWN = "unknown";

/** Which way a circuit takes. A carrier is no place: two of its circuits can be apart, and who its owners are is told elsewhere. */
export type CircuitWay = Pick<Link["accessCircuit"], "dataCentre" | "route" | "ducts" | "buildingEntry">;

/** Where a link ends, and how it gets there. */
export interface LinkWay {
  readonly dxLocation?: string | undefined;
  readonly device?: string | undefined;
  readonly accessCircuit: CircuitWay;
}

/** What nobody knows of a circuit, it shares with every other. */
export function unknownOf({ route, ducts, buildingEntry }: CircuitWay): readonly ("route" | "ducts" | "buildingEntry")[] {
  return [
    ...(route === UNKNOWN ? (["route"] as const) : []),
    ...(ducts.length === 0 ? (["ducts"] as const) : []),
    ...(buildingEntry === UNKNOWN ? (["buildingEntry"] as const) : []),
  ];
}

export type SharedPart =
  | { readonly kind: "duct"; readonly index: number; readonly duct: string }
  | { readonly kind: "route" | "buildingEntry" | "device" };

/** What is physically in the way of both, and so fails for both; of what is known. */
export function sharedParts(one: LinkWay, other: LinkWay): readonly SharedPart[] {
  const device = one.dxLocation !== undefined && one.dxLocation === other.dxLocation && one.device === other.device;
  return [...sharedWay(one.accessCircuit, other.accessCircuit), ...(device ? [{ kind: "device" } as const] : [])];
}

/** The same without where they end. */
export function sharedWay(mine: CircuitWay, theirs: CircuitWay): readonly SharedPart[] {
  const entry = mine.dataCentre === theirs.dataCentre && mine.buildingEntry === theirs.buildingEntry;
  return [
    ...mine.ducts.flatMap((duct, index) => (theirs.ducts.includes(duct) ? [{ kind: "duct", index, duct } as const] : [])),
    ...(mine.route === theirs.route ? [{ kind: "route" } as const] : []),
    ...(entry ? [{ kind: "buildingEntry" } as const] : []),
  ];
}

/** The largest set without anything in common, all of their ways known; of several, the one that has the first of them. */
export function mostDiverse<T extends LinkWay>(links: readonly T[]): readonly T[] {
  return largestOf(links.filter(({ accessCircuit }) => unknownOf(accessCircuit).length === 0));
}

/** With the first or without it. Without is only tried where it can still win: not where the first bars one other at most. */
function largestOf<T extends LinkWay>([first, ...rest]: readonly T[]): readonly T[] {
  if (first === undefined) return [];
  const apart = rest.filter((other) => sharedParts(other, first).length === 0);
  const withFirst = [first, ...largestOf(apart)];
  if (rest.length - apart.length <= 1 || withFirst.length >= rest.length) return withFirst;
  const withoutFirst = largestOf(rest);
  return withoutFirst.length > withFirst.length ? withoutFirst : withFirst;
}
