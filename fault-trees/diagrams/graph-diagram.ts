import { firstGate, type Gate, type Graph, happens, oppositeOf } from "../graph/graph";
import { FunctionDiagrams } from "./function-diagrams";
import { ALWAYS, NEVER, type NodeStore, TooManyNodesError } from "./node-store";
import type { VariableOrder } from "./variable-orders";

/** A function's diagram: a store that holds this one alone. */
export interface Diagram {
  readonly store: NodeStore;
  readonly root: number;
}

export interface OrderedDiagram {
  readonly kind: "drawn";
  readonly diagram: Diagram;
  /** The event that is asked about on each level. */
  readonly order: VariableOrder;
}

/** The room was not enough: how many gates, each after its inputs, were drawn in it. */
export interface UnfinishedDiagram {
  readonly kind: "unfinished";
  readonly gatesDrawn: number;
}

export interface DrawingRoom {
  readonly mostNodes: number;
  /** `given` keeps the order; `improved` moves variables whenever the diagrams have doubled, which takes time and saves room. */
  readonly order: "given" | "improved";
}

/** The diagram of a graph's top, made gate by gate. */
export function diagramOf(graph: Graph, order: VariableOrder, room: DrawingRoom): OrderedDiagram | UnfinishedDiagram {
  const drawing = new Drawing(graph, order, room);
  try {
    return drawing.draw();
  } catch (error) {
    if (error instanceof TooManyNodesError) return { kind: "unfinished", gatesDrawn: drawing.gatesDrawn };
    throw error;
  }
}

/** Below so many nodes, forgetting what is not needed any more costs more than it gains. */
const FEW_NODES = { given: 1 << 18, improved: 1 << 14 } as const;
const GROWTH_BETWEEN = 3;
/** With more nodes, moving variables takes minutes, and room that is not there. */
const MOST_IMPROVED = 1 << 19;

class Drawing {
  gatesDrawn = 0;
  private readonly graph: Graph;
  private readonly room: DrawingRoom;
  private readonly diagrams: FunctionDiagrams;
  private order: VariableOrder;
  /** By number the diagrams of ends, literals and gates, as long as they are needed; then those that a gate is just made from. */
  private readonly roots: Int32Array;
  private readonly lastUses: Int32Array;
  private tidyAt: number;
  private improveAt: number;

  constructor(graph: Graph, order: VariableOrder, room: DrawingRoom) {
    this.graph = graph;
    this.order = order;
    this.room = room;
    this.diagrams = new FunctionDiagrams(room.mostNodes);
    const largestVote = graph.gates.reduce((largest, { min }) => Math.max(largest, min), 0);
    this.roots = new Int32Array(this.workFrom + largestVote + 1);
    this.lastUses = lastUsesIn(graph);
    this.tidyAt = FEW_NODES[room.order];
    this.improveAt = FEW_NODES[room.order];
  }

  draw(): OrderedDiagram {
    const { graph, roots, diagrams } = this;
    this.drawLiterals();
    for (const [index, gate] of graph.gates.entries()) {
      roots[firstGate(graph) + index] = this.drawn(gate);
      roots.fill(NEVER, this.workFrom);
      this.gatesDrawn += 1;
      for (const input of gate.inputs) if (this.lastUses[input] === index && input >= firstGate(graph)) roots[input] = NEVER;
    }
    const top = Int32Array.of(roots[graph.top] ?? NEVER);
    diagrams.keepOnly(top);
    return { kind: "drawn", diagram: { store: diagrams.store, root: top[0] ?? NEVER }, order: this.order };
  }

  private get workFrom(): number {
    return firstGate(this.graph) + this.graph.gates.length;
  }

  private drawLiterals(): void {
    this.roots[ALWAYS] = ALWAYS;
    for (const [level, event] of this.order.entries()) {
      this.roots[happens(event)] = this.diagrams.variable(level);
      this.roots[oppositeOf(happens(event))] = this.diagrams.negatedVariable(level);
    }
  }

  private drawn({ kind, min, inputs }: Gate): number {
    const levelOf = (input: number): number => this.diagrams.store.level(this.roots[input] ?? NEVER);
    // From the deepest up: what is added then mostly stands above what is there.
    const sorted = inputs.toSorted((a, b) => levelOf(b) - levelOf(a));
    switch (kind) {
      case "and":
        return this.joined(sorted, ALWAYS, (all, input) => this.diagrams.and(all, input));
      case "or":
        return this.joined(sorted, NEVER, (any, input) => this.diagrams.or(any, input));
      case "xor":
        return this.joined(sorted, NEVER, (odd, input) => this.diagrams.xor(odd, input));
      case "atLeast":
        return this.voted(sorted, min);
    }
  }

  private joined(inputs: readonly number[], start: number, join: (f: number, g: number) => number): number {
    const { roots, workFrom } = this;
    roots[workFrom] = start;
    for (const input of inputs) {
      roots[workFrom] = join(roots[workFrom] ?? NEVER, roots[input] ?? NEVER);
      this.tidy();
    }
    return roots[workFrom] ?? NEVER;
  }

  /** Keeps, for every k, "at least k of the inputs so far": each input raises them by one. */
  private voted(inputs: readonly number[], min: number): number {
    const { roots, workFrom, diagrams } = this;
    roots[workFrom] = ALWAYS;
    for (const input of inputs) {
      for (let at = workFrom + min; at > workFrom; at -= 1) {
        const withInput = diagrams.and(roots[input] ?? NEVER, roots[at - 1] ?? NEVER);
        roots[at] = diagrams.or(roots[at] ?? NEVER, withInput);
        this.tidy();
      }
    }
    return roots[workFrom + min] ?? NEVER;
  }

  /** Forgets what is not needed any more, and improves the order, where either has become worth its time. */
  private tidy(): void {
    const { diagrams, roots, room } = this;
    if (diagrams.size < this.tidyAt) return;
    diagrams.keepOnly(roots);
    if (room.order === "improved" && diagrams.size >= this.improveAt && diagrams.size <= Math.min(MOST_IMPROVED, room.mostNodes / 4)) {
      const levels = diagrams.reorder(roots, this.order.length);
      this.order = levels.flatMap((level) => this.order[level] ?? []);
      this.improveAt = Math.max(FEW_NODES.improved, diagrams.size * 2);
    }
    this.tidyAt = Math.max(FEW_NODES[room.order], diagrams.size * GROWTH_BETWEEN);
  }
}

/** By number: the place of the last gate that needs a thing. */
function lastUsesIn(graph: Graph): Int32Array {
  const lastUses = new Int32Array(firstGate(graph) + graph.gates.length);
  for (const [index, { inputs }] of graph.gates.entries()) for (const input of inputs) lastUses[input] = index;
  lastUses[graph.top] = graph.gates.length;
  return lastUses;
}
