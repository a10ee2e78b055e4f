import { eventOf, firstGate, type Gate, type Graph } from "../graph/graph";
import { FunctionDiagrams } from "./function-diagrams";
import { ALWAYS, NEVER, type NodeStore } from "./node-store";
import type { VariableOrder } from "./variable-orders";

/** A function's diagram: a store that holds this one alone. */
export interface Diagram {
  readonly store: NodeStore;
  readonly root: number;
}

/** Below this, cleaning up costs more than it gains. */
const FEW_NODES = 1 << 18;

/** The diagram of a graph's top, made gate by gate. Throws a TooManyNodesError where more than so many nodes are needed. */
export function diagramOf(graph: Graph, order: VariableOrder, mostNodes: number): Diagram {
  const diagrams = new FunctionDiagrams(mostNodes);
  const roots = literalDiagrams(graph, order, diagrams);
  const lastUses = lastUsesIn(graph);
  let cleanAt = FEW_NODES;
  for (const [index, gate] of graph.gates.entries()) {
    roots[firstGate(graph) + index] = gateDiagram(gate, roots, diagrams);
    for (const input of gate.inputs) if (lastUses[input] === index && input >= firstGate(graph)) roots[input] = NEVER;
    if (diagrams.size < cleanAt) continue;
    diagrams.keepOnly(roots);
    cleanAt = Math.max(FEW_NODES, diagrams.size * 3);
  }
  const top = Int32Array.of(roots[graph.top] ?? NEVER);
  diagrams.keepOnly(top);
  return { store: diagrams.store, root: top[0] ?? NEVER };
}

/** By number: the two ends and the literals; of gates none yet. */
function literalDiagrams(graph: Graph, order: VariableOrder, diagrams: FunctionDiagrams): Int32Array {
  const roots = new Int32Array(firstGate(graph) + graph.gates.length);
  roots[ALWAYS] = ALWAYS;
  const levels = new Int32Array(graph.events);
  for (const [level, event] of order.entries()) levels[event] = level;
  for (let literal = 2; literal < firstGate(graph); literal += 2) {
    const level = levels[eventOf(literal)] ?? 0;
    roots[literal] = diagrams.variable(level);
    roots[literal + 1] = diagrams.negatedVariable(level);
  }
  return roots;
}

/** By number: the place of the last gate that needs a thing. */
function lastUsesIn(graph: Graph): Int32Array {
  const lastUses = new Int32Array(firstGate(graph) + graph.gates.length);
  for (const [index, { inputs }] of graph.gates.entries()) for (const input of inputs) lastUses[input] = index;
  lastUses[graph.top] = graph.gates.length;
  return lastUses;
}

function gateDiagram({ kind, min, inputs }: Gate, roots: Int32Array, diagrams: FunctionDiagrams): number {
  // From the deepest up: what is added then mostly stands above what is there.
  const levelOf = (f: number): number => diagrams.store.level(f);
  const parts = inputs.map((input) => roots[input] ?? NEVER).toSorted((f, g) => levelOf(g) - levelOf(f));
  switch (kind) {
    case "and":
      return parts.reduce((all, part) => diagrams.and(all, part), ALWAYS);
    case "or":
      return parts.reduce((any, part) => diagrams.or(any, part), NEVER);
    case "xor":
      return parts.reduce((odd, part) => diagrams.xor(odd, part), NEVER);
    case "atLeast":
      return voteDiagram(parts, min, diagrams);
  }
}

/** Keeps, for every k, "at least k of the parts so far": each part raises them by one. */
function voteDiagram(parts: readonly number[], min: number, diagrams: FunctionDiagrams): number {
  const atLeast = [ALWAYS, ...Array.from({ length: min }, () => NEVER)];
  for (const part of parts) {
    for (let k = min; k > 0; k -= 1) {
      const withPart = diagrams.and(part, atLeast[k - 1] ?? NEVER);
      atLeast[k] = diagrams.or(atLeast[k] ?? NEVER, withPart);
    }
  }
  return atLeast[min] ?? NEVER;
}
