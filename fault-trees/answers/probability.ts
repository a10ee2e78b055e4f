import type { Diagram } from "../diagrams/graph-diagram";
import { ALWAYS, NEVER } from "../diagrams/node-store";
import { folded, type SolvedTree } from "../solved-tree";

/**
 * How probable it is that something holds, and that it does not. The second is one less the first, but
 * where it is small the subtraction would leave few of its digits.
 */
export interface Chance {
  readonly holds: number;
  readonly fails: number;
}

/** Of the top event, exactly: every number added on the way is positive, so nothing is lost by cancelling. */
export function probabilityOf(tree: SolvedTree): number {
  return moduleChances(tree).at(-1)?.holds ?? 0;
}

/** Of each module's top, the whole's last. */
export function moduleChances({ modules, probabilities }: SolvedTree): readonly Chance[] {
  return folded<Chance, SolvedTree["modules"][number]>(
    modules,
    (event) => chanceOf(probabilities[event] ?? 0),
    ({ diagram }, chances) => ({
      holds: nodeProbabilities(diagram, chances, ALWAYS)[diagram.root] ?? 0,
      fails: nodeProbabilities(diagram, chances, NEVER)[diagram.root] ?? 0,
    }),
  );
}

export function chanceOf(probability: number): Chance {
  return { holds: probability, fails: 1 - probability };
}

/** Of each node, that it leads to this end, given the chance of each level's variable (Shannon's expansion). */
export function nodeProbabilities({ store }: Diagram, ofLevel: readonly Chance[], end: typeof ALWAYS | typeof NEVER): Float64Array {
  const ofNode = new Float64Array(store.size);
  ofNode[end] = 1;
  for (let node = 2; node < store.size; node += 1) {
    const { holds, fails } = ofLevel[store.level(node)] ?? chanceOf(0);
    ofNode[node] = holds * (ofNode[store.high(node)] ?? 0) + fails * (ofNode[store.low(node)] ?? 0);
  }
  return ofNode;
}
