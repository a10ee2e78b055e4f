import type { Diagram } from "./diagrams/graph-diagram";
import { type Effort, smallDiagram } from "./diagrams/small-diagram";
import type { FaultTree } from "./fault-tree";
import { isCoherent } from "./graph/graph";
import { type Module, modulesOf, type Variable } from "./graph/modules";
import { normalFormOf } from "./graph/normal-form";
import { simplified } from "./graph/simplify";
import { withinRoom } from "./too-large";

/** A fault tree's modules as diagrams, each after those that it holds: every question is answered from them. */
export interface SolvedTree {
  /** The events that the top leads to, by number: what they are called, and how probable they are. */
  readonly events: readonly string[];
  readonly probabilities: readonly number[];
  /** Whether nothing is negated. Only then has the tree minimal cut sets. */
  readonly coherent: boolean;
  readonly modules: readonly SolvedModule[];
}

export interface SolvedModule {
  /** What each level of the diagram asks about. */
  readonly variables: readonly Variable[];
  readonly diagram: Diagram;
}

/** Solves a tree. Throws a TooLargeError where a module's diagram does not fit. */
export function solvedTree(tree: FaultTree, effort: Effort): SolvedTree {
  const { graph, events } = normalFormOf(tree);
  const modules = modulesOf(simplified(graph));
  return {
    events,
    probabilities: events.map((name) => tree.probabilities.get(name) ?? 0),
    coherent: isCoherent(graph),
    modules: modules.map((module, place) => {
      const where = `module ${place + 1} of ${modules.length} (${module.graph.events} variables, ${module.graph.gates.length} gates)`;
      return withinRoom(where, () => solvedModule(module, { ...effort, tell: (step) => effort.tell?.(`${where}: ${step}`) }));
    }),
  };
}

function solvedModule({ graph, variables }: Module, effort: Effort): SolvedModule {
  const { diagram, order } = smallDiagram(graph, effort);
  return { diagram, variables: order.flatMap((event) => variables[event] ?? []) };
}

/**
 * Carries something from the events up to the whole, module by module: a module's share comes from
 * those of its variables, by level. The last is the whole's.
 */
export function folded<Share, Solved extends Pick<SolvedModule, "variables">>(
  modules: readonly Solved[],
  ofEvent: (event: number) => Share,
  ofModule: (module: Solved, shares: readonly Share[]) => Share,
): readonly Share[] {
  const made: Share[] = [];
  for (const module of modules) {
    const shares = module.variables.map((variable) =>
      variable.kind === "event" ? ofEvent(variable.event) : shareOf(variable.module, made),
    );
    made.push(ofModule(module, shares));
  }
  return made;
}

function shareOf<Share>(module: number, made: readonly Share[]): Share {
  const share = made[module];
  if (share === undefined) throw new Error(`module ${module} is needed before it is solved`);
  return share;
}
