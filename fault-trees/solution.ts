import { probabilityOf } from "./answers/probability";
import { type SetCounts, setCounts } from "./answers/set-counts";
import { cutSetFamilies, type SetFamily } from "./answers/set-families";
import type { Effort } from "./diagrams/small-diagram";
import type { FaultTree } from "./fault-tree";
import { type SolvedTree, solvedTree } from "./solved-tree";
import { TooLargeError, withinRoom } from "./too-large";

/** What a fault tree comes to, as far as there was room to find out. */
export interface Solution {
  /** None where even the diagram did not fit. */
  readonly solved: Solved | undefined;
  /** None where the tree has negations, or where they did not fit. */
  readonly cutSets: CutSets | undefined;
  /** What did not fit, and how far it came. */
  readonly tooLarge: string | undefined;
}

interface Solved {
  readonly tree: SolvedTree;
  /** Of the top event, exactly, as far as floating-point numbers go. */
  readonly probability: number;
  /** Of the diagrams of all modules. */
  readonly nodes: number;
}

interface CutSets {
  readonly families: readonly SetFamily[];
  readonly counts: SetCounts;
}

/** The sizes of cut sets that are counted one by one. */
export const LARGEST_COUNTED = 6;

export function solve(tree: FaultTree, effort: Effort): Solution {
  const solved = attempt("the tree", () => solvedOf(tree, effort));
  if ("tooLarge" in solved) return { solved: undefined, cutSets: undefined, ...solved };
  if (!solved.result.tree.coherent) return { solved: solved.result, cutSets: undefined, tooLarge: undefined };
  const cutSets = attempt("counting cut sets", () => cutSetsOf(solved.result.tree, effort));
  if ("tooLarge" in cutSets) return { solved: solved.result, cutSets: undefined, ...cutSets };
  return { solved: solved.result, cutSets: cutSets.result, tooLarge: undefined };
}

function solvedOf(faultTree: FaultTree, effort: Effort): Solved {
  const tree = solvedTree(faultTree, effort);
  const nodes = tree.modules.reduce((sum, { diagram }) => sum + diagram.store.size - 2, 0);
  return { tree, probability: probabilityOf(tree), nodes };
}

function cutSetsOf(tree: SolvedTree, { mostNodes, tell }: Effort): CutSets {
  tell?.("cut sets");
  const families = cutSetFamilies(tree, mostNodes);
  return { families, counts: setCounts(families, LARGEST_COUNTED) };
}

function attempt<Result>(where: string, step: () => Result): { readonly result: Result } | { readonly tooLarge: string } {
  try {
    return { result: withinRoom(where, step) };
  } catch (error) {
    if (error instanceof TooLargeError) return { tooLarge: error.message };
    throw error;
  }
}
