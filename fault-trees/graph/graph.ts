import { ALWAYS, NEVER } from "../diagrams/node-store";
import { childrenFirst } from "./walk";

export type GateKind = "and" | "or" | "xor" | "atLeast";

/** What a gate says about its inputs. Only `atLeast` has a `min`; it is 0 elsewhere. */
export interface Gate {
  readonly kind: GateKind;
  readonly min: number;
  readonly inputs: readonly number[];
}

/**
 * A fault tree as a graph of numbered things: NEVER and ALWAYS, then of every event "it happens" (even
 * numbers) and "it does not" (the odd number after it), then the gates, each after its inputs. So
 * negation is left at events alone, and going upwards meets inputs first.
 */
export interface Graph {
  readonly events: number;
  readonly gates: readonly Gate[];
  readonly top: number;
}

export function happens(event: number): number {
  return 2 + 2 * event;
}

/** Of an end or a literal: what holds where it does not. */
export function oppositeOf(literal: number): number {
  return literal ^ 1;
}

/** What is shared by all who use it: a gate, or an event, whichever of its two literals they name. */
export function sharedThing(graph: Pick<Graph, "events">, thing: number): number {
  return thing < firstGate(graph) ? thing & ~1 : thing;
}

export function eventOf(literal: number): number {
  return (literal >> 1) - 1;
}

export function firstGate(graph: Pick<Graph, "events">): number {
  return 2 + 2 * graph.events;
}

/** Whether nothing that the top leads to is negated, in so many words or by an exclusive or. */
export function isCoherent(graph: Graph): boolean {
  return thingsBelow(graph).every((thing) =>
    thing < firstGate(graph) ? thing < 2 || thing % 2 === 0 : gateAt(graph, thing)?.kind !== "xor",
  );
}

/** What the top leads to, inputs first and the top last. A graph may hold gates that turned out not to matter. */
export function thingsBelow(graph: Graph): readonly number[] {
  return childrenFirst(graph.top, (thing) => gateAt(graph, thing)?.inputs ?? []);
}

/** None where the thing is an end or a literal. */
export function gateAt(graph: Graph, thing: number): Gate | undefined {
  return graph.gates[thing - firstGate(graph)];
}

/** Makes a graph from its inputs upwards: what is constant, doubled or alone does not become a gate. */
export class GraphBuilder {
  readonly gates: Gate[] = [];
  readonly events: number;
  private readonly known = new Map<string, number>();

  constructor(events: number) {
    this.events = events;
  }

  gate(kind: GateKind, inputs: readonly number[], min = 0): number {
    switch (kind) {
      case "and":
        return this.junction(kind, inputs, NEVER);
      case "or":
        return this.junction(kind, inputs, ALWAYS);
      case "atLeast":
        return this.vote(inputs, min);
      case "xor":
        return this.parity(inputs);
    }
  }

  /** `decisive` is the end that decides the whole as soon as one input is it. */
  private junction(kind: "and" | "or", given: readonly number[], decisive: number): number {
    const inputs = [...new Set(given)].filter((input) => input !== oppositeOf(decisive)).toSorted((a, b) => a - b);
    const contradicts = (input: number, at: number): boolean => this.isLiteral(input) && inputs[at + 1] === oppositeOf(input);
    if (inputs[0] === decisive || inputs.some(contradicts)) return decisive;
    if (inputs.length === 0) return oppositeOf(decisive);
    return this.alone(inputs) ?? this.kept({ kind, min: 0, inputs });
  }

  /** An input that stands twice is counted twice. */
  private vote(given: readonly number[], asked: number): number {
    const min = asked - given.filter((input) => input === ALWAYS).length;
    const inputs = given.filter((input) => input !== ALWAYS && input !== NEVER).toSorted((a, b) => a - b);
    if (min <= 0) return ALWAYS;
    if (min > inputs.length) return NEVER;
    if (min === 1) return this.gate("or", inputs);
    return min === inputs.length ? this.gate("and", inputs) : this.kept({ kind: "atLeast", min, inputs });
  }

  /** Two of the same cancel out. */
  private parity(given: readonly number[]): number {
    const odd = new Set<number>();
    for (const input of given) if (input !== NEVER && !odd.delete(input)) odd.add(input);
    const contradictions = [...odd].filter((input) => input > ALWAYS && this.isLiteral(input) && odd.has(oppositeOf(input)));
    for (const literal of contradictions) odd.delete(literal);
    // Of each pair, an event or its opposite, just one holds.
    for (let pair = 0; pair < contradictions.length / 2; pair += 1) if (!odd.delete(ALWAYS)) odd.add(ALWAYS);
    const inputs = [...odd].toSorted((a, b) => a - b);
    return inputs.length === 0 ? NEVER : (this.alone(inputs) ?? this.kept({ kind: "xor", min: 0, inputs }));
  }

  private alone(inputs: readonly number[]): number | undefined {
    return inputs.length === 1 ? inputs[0] : undefined;
  }

  private isLiteral(input: number): boolean {
    return input < firstGate(this);
  }

  private kept(gate: Gate): number {
    const key = `${gate.kind} ${gate.min} ${gate.inputs.join(" ")}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = firstGate(this) + this.gates.length;
    this.gates.push(gate);
    this.known.set(key, made);
    return made;
  }
}
