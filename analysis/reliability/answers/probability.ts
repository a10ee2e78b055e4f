import type { Diagram } from "../diagrams/graph-diagram";
import { ALWAYS } from "../diagrams/node-store";
import { folded, type SolvedTree } from "../solved-tree";

/** Of the top event, exactly: every number added on the way is positive, so nothing is lost by cancelling. */
export function probabilityOf(tree: SolvedTree): number {
  return moduleProbabilities(tree).at(-1) ?? 0;
}

/** Of each module's top, the whole's last. */
export function moduleProbabilities({ modules, probabilities }: SolvedTree): readonly number[] {
  return folded(
    modules,
    (event) => probabilities[event] ?? 0,
    ({ diagram }, shares) => nodeProbabilities(diagram, shares)[diagram.root] ?? 0,
  );
}

/** Of each node's function, given that of each level's variable (Shannon's expansion). */
export function nodeProbabilities({ store }: Diagram, ofLevel: readonly number[]): Float64Array {
  const ofNode = new Float64Array(store.size);
  ofNode[ALWAYS] = 1;
  for (let node = 2; node < store.size; node += 1) {
    const probability = ofLevel[store.level(node)] ?? 0;
    ofNode[node] = probability * (ofNode[store.high(node)] ?? 0) + (1 - probability) * (ofNode[store.low(node)] ?? 0);
  }
  return ofNode;
}
