import { addressSpaces, overlap, type PlacedRange, partyPrefixes, SHORTEST_PREFIX } from "../../address-range";
import type { Draft } from "../../draft";
import type { Finding } from "../../fault";
import { pathText } from "../../printable";

/** Every address must say by itself who has it: route tables and rules have nothing else. */
export function overlapFindings(draft: Draft): readonly Finding[] {
  // A range too wide for anyone is told as such, not once for everything that it covers.
  const ranges = [...addressSpaces(draft), ...partyPrefixes(draft)].filter(({ range }) => range.length >= SHORTEST_PREFIX);
  return overlapsAmong(ranges, {
    allowed: "Ranges that share no address: sites' address spaces and all parties' prefixes.",
    mend: "Give one of the two another range.",
  });
}

/** The later one of each two that overlap, in the order given. */
export function overlapsAmong(ranges: readonly PlacedRange[], rule: Pick<Finding, "allowed" | "mend">): readonly Finding[] {
  const order = new Map(ranges.map((placed, index) => [placed, index]));
  const placeIn = (placed: PlacedRange): number => order.get(placed) ?? 0;
  return overlappingPairs(ranges).map(([one, other]) => {
    const [earlier, later] = placeIn(one) < placeIn(other) ? [one, other] : [other, one];
    return {
      path: later.path,
      at: "value",
      what: `${later.range.cidr} overlaps with ${earlier.range.cidr} of ${pathText(earlier.path)}.`,
      allowed: rule.allowed,
      mend: rule.mend,
    };
  });
}

/** Each range beside the one that reaches furthest of those that start before it: no need for all pairs. */
function overlappingPairs(ranges: readonly PlacedRange[]): readonly (readonly [PlacedRange, PlacedRange])[] {
  const byStart = ranges.toSorted((a, b) => compare(a.range.first, b.range.first) || compare(b.range.last, a.range.last));
  let furthest: PlacedRange | undefined;
  const pairs: (readonly [PlacedRange, PlacedRange])[] = [];
  for (const placed of byStart) {
    if (furthest !== undefined && overlap(furthest.range, placed.range)) pairs.push([furthest, placed]);
    if (furthest === undefined || placed.range.last > furthest.range.last) furthest = placed;
  }
  return pairs;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}
