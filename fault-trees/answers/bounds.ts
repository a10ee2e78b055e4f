import type { SolvedTree } from "../solved-tree";
import { pathSetFamilies, type SetFamily } from "./set-families";
import { noneHolds, setSum } from "./set-weights";

/** What the exact probability lies between, reckoned from the sets alone: each is as if sets shared no event. */
export interface Bounds {
  /** That every path set fails somewhere: at most the exact one (Esary and Proschan 1963). */
  readonly path: number;
  /** That some cut set happens: at least the exact one. */
  readonly minCut: number;
  /** The probabilities of all cut sets, added up: at least the other, and may pass 1. */
  readonly rareEvent: number;
}

/** Throws a TooLargeError where the path sets need more than so many nodes. */
export function boundsOf(tree: SolvedTree, cutSets: readonly SetFamily[], mostNodes: number): Bounds {
  const pathSets = pathSetFamilies(tree, mostNodes);
  const failing = (event: number): number => tree.probabilities[event] ?? 0;
  return {
    path: Math.exp(noneHolds(pathSets, (event) => Math.log1p(-failing(event)))),
    minCut: -Math.expm1(noneHolds(cutSets, (event) => Math.log(failing(event)))),
    rareEvent: setSum(cutSets, failing),
  };
}
