import { type Bounds, boundsOf } from "./answers/bounds";
import { cutSetCountsBottomUp } from "./answers/second-way";
import type { SetCounts } from "./answers/set-counts";
import type { FaultTree } from "./fault-tree";
import { LARGEST_COUNTED, type Solution } from "./solution";

/** The answer held against others that were reached without it. */
export interface Check {
  readonly bounds: Bounds;
  /** As many cut sets, of each size too, as a second algorithm counts. */
  readonly secondCounts: SetCounts;
  /** What does not agree; nothing where all does. */
  readonly disagreements: readonly string[];
}

/** Rounding may move two numbers that are equal past each other by so much of themselves. */
const ROUNDING = 1e-12;

/** None where the tree has no cut sets to check. Throws a TooLargeError where another way does not fit. */
export function checkOf(tree: FaultTree, { solved, cutSets }: Solution, mostNodes: number): Check | undefined {
  if (solved === undefined || cutSets === undefined) return undefined;
  const bounds = boundsOf(solved.tree, cutSets.families, mostNodes);
  const secondCounts = cutSetCountsBottomUp(tree, LARGEST_COUNTED, mostNodes);
  const rising = [
    { name: "path bound", value: bounds.path },
    { name: "exact probability", value: solved.probability },
    { name: "min-cut bound", value: bounds.minCut },
    { name: "rare-event sum", value: bounds.rareEvent },
  ];
  const outOfOrder = rising.flatMap((lower, place) => {
    const upper = rising[place + 1];
    if (upper === undefined || lower.value <= upper.value * (1 + ROUNDING)) return [];
    return [`the ${lower.name}, ${lower.value}, is above the ${upper.name}, ${upper.value}`];
  });
  const counted = [cutSets.counts, secondCounts].map(({ all, bySize }) => [all, ...bySize].join(", "));
  const miscounted = counted[0] === counted[1] ? [] : [`cut sets, all and by size: ${counted.join(" one way, the other ")}`];
  return { bounds, secondCounts, disagreements: [...outOfOrder, ...miscounted] };
}
