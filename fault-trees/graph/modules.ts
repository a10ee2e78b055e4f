import { ALWAYS } from "../diagrams/node-store";
import { eventOf, firstGate, type Gate, type Graph, happens, sharedThing } from "./graph";
import { moduleGates } from "./module-gates";
import { childrenFirst } from "./walk";

/** What a module's own graph takes for an event: one of the tree's, or a module of it. */
export type Variable = { readonly kind: "event"; readonly event: number } | { readonly kind: "module"; readonly module: number };

/** A part of the tree that shares no event with the rest, as a graph of its own. */
export interface Module {
  readonly graph: Graph;
  /** In the order of the graph's events. */
  readonly variables: readonly Variable[];
}

/** A graph's modules, each after those that it holds: the last is the whole. */
export function modulesOf(graph: Graph): readonly Module[] {
  const roots = moduleGates(graph);
  if (graph.top < firstGate(graph)) return [wholeOf(graph)];
  const modules: Module[] = [];
  const numbers = new Map<number, number>();
  for (const [index] of graph.gates.entries()) {
    const root = firstGate(graph) + index;
    if (!roots.has(root)) continue;
    numbers.set(root, modules.length);
    modules.push(moduleOf(graph, root, numbers));
  }
  return modules;
}

function wholeOf(graph: Graph): Module {
  return { graph, variables: Array.from({ length: graph.events }, (_, event) => ({ kind: "event", event })) };
}

function moduleOf(graph: Graph, root: number, modules: ReadonlyMap<number, number>): Module {
  const gatesFrom = firstGate(graph);
  const isGate = (thing: number): boolean => thing >= gatesFrom && (thing === root || !modules.has(thing));
  const gateAt = (thing: number): Gate => gateOf(graph, thing);
  const inside = childrenFirst(root, (thing) => (isGate(thing) ? gateAt(thing).inputs : []));
  const own = inside.filter(isGate);
  const used = inside.filter((thing) => !isGate(thing) && thing > ALWAYS).map((thing) => sharedThing(graph, thing));
  const variables = new Map([...new Set(used)].map((thing, variable) => [thing, variable]));
  const places = new Map(own.map((gate, index) => [gate, happens(variables.size) + index]));
  const placeOf = (thing: number): number => {
    const variable = happens(variables.get(sharedThing(graph, thing)) ?? 0);
    if (thing < gatesFrom) return thing <= ALWAYS ? thing : variable + (thing & 1);
    return places.get(thing) ?? variable;
  };
  const gates = own.map((gate) => ({ ...gateAt(gate), inputs: gateAt(gate).inputs.map(placeOf) }));
  return {
    graph: { events: variables.size, gates, top: placeOf(root) },
    variables: [...variables.keys()].map((thing) =>
      thing < gatesFrom ? { kind: "event", event: eventOf(thing) } : { kind: "module", module: modules.get(thing) ?? 0 },
    ),
  };
}

function gateOf(graph: Graph, thing: number): Gate {
  const gate = graph.gates[thing - firstGate(graph)];
  if (gate === undefined) throw new Error(`the graph has no gate ${thing}`);
  return gate;
}
