import { eventOf, firstGate, type Graph, sharedThing } from "../graph/graph";
import { ALWAYS } from "./node-store";

/** A graph's events, the one to ask about first in front. */
export type VariableOrder = readonly number[];

/**
 * Orders to try. How large a diagram gets depends on the order, finding the best one is harder than the
 * diagram itself, and no one rule is good for all: these walk the graph from the top and differ in which
 * input comes first.
 */
export function variableOrders(graph: Graph): readonly VariableOrder[] {
  const { depths, weights } = measuresOf(graph);
  const by = (measure: Float64Array, sign: 1 | -1) => (inputs: readonly number[]) =>
    inputs.toSorted((a, b) => sign * ((measure[a] ?? 0) - (measure[b] ?? 0)));
  return [
    walked(graph, by(depths, 1)),
    walked(graph, by(weights, -1)),
    walked(graph, (inputs) => inputs),
    walked(graph, (inputs) => inputs.toReversed()),
    walked(graph, by(weights, 1)),
  ];
}

interface Measures {
  /** How many gates lie one under the other, at most. */
  readonly depths: Float64Array;
  /** How many events there are below, each counted on every way that leads to it. */
  readonly weights: Float64Array;
}

function measuresOf(graph: Graph): Measures {
  const things = firstGate(graph) + graph.gates.length;
  const depths = new Float64Array(things);
  const weights = new Float64Array(things).fill(1);
  for (const [index, { inputs }] of graph.gates.entries()) {
    const gate = firstGate(graph) + index;
    depths[gate] = 1 + inputs.reduce((deepest, input) => Math.max(deepest, depths[input] ?? 0), 0);
    weights[gate] = inputs.reduce((sum, input) => sum + (weights[input] ?? 0), 0);
  }
  return { depths, weights };
}

/** The events as a walk from the top meets them, which takes the inputs of a gate as `sorted` puts them. */
function walked(graph: Graph, sorted: (inputs: readonly number[]) => readonly number[]): VariableOrder {
  const met = new Set<number>();
  const order: number[] = [];
  const ahead = [graph.top];
  for (let thing = ahead.pop(); thing !== undefined; thing = ahead.pop()) {
    const shared = sharedThing(graph, thing);
    if (thing <= ALWAYS || met.has(shared)) continue;
    met.add(shared);
    const gate = graph.gates[thing - firstGate(graph)];
    if (gate === undefined) order.push(eventOf(thing));
    else for (const input of sorted(gate.inputs).toReversed()) ahead.push(input);
  }
  return order;
}
