import { setsUpTo } from "../../fault-trees/answers/listed-sets";
import type { SetFamily } from "../../fault-trees/answers/set-families";
import type { FaultTree } from "../../fault-trees/fault-tree";
import { type Solution, solve } from "../../fault-trees/solution";

/** More than any tree of these tests needs. */
export const mostNodes = 1_000_000;

/** The solution of a tree that fits. */
export function solutionOf(tree: FaultTree): Solution & { readonly solved: NonNullable<Solution["solved"]> } {
  const { solved, cutSets, tooLarge } = solve(tree, { mostNodes });
  if (solved === undefined || tooLarge !== undefined) throw new Error(tooLarge);
  return { solved, cutSets, tooLarge };
}

export function probabilityOf(tree: FaultTree): number {
  return solutionOf(tree).solved.probability;
}

/** Every set of events, by name, both in the order of letters. */
export function namedSets(families: readonly SetFamily[], events: readonly string[]): readonly string[] {
  const sets = setsUpTo(families, events.length).map((set) => set.map((event) => events[event] ?? "").toSorted());
  return sets.map((set) => set.join(" ")).toSorted();
}

/** A coherent tree's minimal cut sets. */
export function cutSetsOf(tree: FaultTree): readonly string[] {
  const { solved, cutSets } = solutionOf(tree);
  if (cutSets === undefined) throw new Error("a tree with negations has no minimal cut sets");
  return namedSets(cutSets.families, solved.tree.events);
}
