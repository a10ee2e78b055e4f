import type { Diagram } from "../diagrams/graph-diagram";
import { minimalPathSets, minimalSolutions } from "../diagrams/minimal-solutions";
import type { Variable } from "../graph/modules";
import type { SolvedTree } from "../solved-tree";
import { withinRoom } from "../too-large";

/**
 * The minimal cut sets, or path sets, of a module, as sets of its variables. With a module's sets put
 * in for the module they are the whole's: modules share no event, so they stay minimal.
 */
export interface SetFamily {
  /** What each level of the diagram asks about. */
  readonly variables: readonly Variable[];
  readonly diagram: Diagram;
}

/** The fewest events that make the top happen. Throws a TooLargeError beyond so many nodes. */
export function cutSetFamilies(tree: SolvedTree, mostNodes: number): readonly SetFamily[] {
  return families(tree, "cut sets", (diagram) => minimalSolutions(diagram, mostNodes));
}

/** The fewest events that keep the top from happening by not happening. Throws a TooLargeError beyond so many nodes. */
export function pathSetFamilies(tree: SolvedTree, mostNodes: number): readonly SetFamily[] {
  return families(tree, "path sets", (diagram) => minimalPathSets(diagram, mostNodes));
}

function families({ modules, coherent }: SolvedTree, what: string, setsOf: (diagram: Diagram) => Diagram): readonly SetFamily[] {
  if (!coherent) throw new Error(`a tree with negations has no minimal ${what}`);
  return modules.map(({ variables, diagram }, place) => {
    const where = `the probability is known; for the ${what}, module ${place + 1} of ${modules.length} (${diagram.store.size - 2} nodes)`;
    return { variables, diagram: withinRoom(where, () => setsOf(diagram)) };
  });
}
