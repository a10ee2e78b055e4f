import { attributePlace } from "../findings/attribute-path";
import type { Observation } from "../findings/finding";
import type { MirrorVerdict } from "./mirror";
import type { Difference } from "./template-differences";

const EVIDENCE = "output.twinsite_evidence";

/** What keeps two stacks from being one design drawn twice; each is told of the first of them. */
export function mirrorObservations({ verdict, stacks, addresses, unexplained, listFaults, unread }: MirrorVerdict): readonly Observation[] {
  const { a, b } = stacks;
  if (b === null) return [counterpartMissing(verdict === "notMet" ? "notMet" : "undetermined", a)];
  const oneSided = (stack: string, other: string) => (address: string) =>
    ({ verdict: "notMet", stack, address, attribute: "", expected: `the same block in ${other}`, found: `none in ${other}` }) as const;
  return [
    ...addresses.onlyA.map(oneSided(a, b)),
    ...addresses.onlyB.map(oneSided(b, a)),
    ...unexplained.map((difference) => differenceObservation(difference, a, b)),
    ...listFaults.map(({ name, what }) => ({
      verdict: "notMet" as const,
      stack: a,
      address: EVIDENCE,
      attribute: `value.permittedDifferences["${name}"]`,
      expected: "one value a side that excuses no more than itself, for one reason",
      found: what,
    })),
    ...unread.map((found) => ({
      verdict: "undetermined" as const,
      stack: a,
      address: EVIDENCE,
      attribute: "value",
      expected: "all of both stacks, to compare",
      found,
    })),
  ];
}

function counterpartMissing(verdict: Observation["verdict"], stack: string): Observation {
  return {
    verdict,
    stack,
    address: EVIDENCE,
    attribute: "value.site",
    expected: "a counterpart at the other site",
    found: verdict === "notMet" ? "none among the other site's stacks" : "no stack of another site",
  };
}

function differenceObservation({ kind, path, a, b }: Difference, stack: string, other: string): Observation {
  const found = kind === "borrowed" ? `both say ${a}, which belongs to one site` : `${a} in ${stack}, ${b} in ${other}`;
  return { verdict: "notMet", stack, ...attributePlace(path), expected: "equal on both sites, or a permitted difference", found };
}
