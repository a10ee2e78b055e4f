import { eventOf, firstGate, type Gate, type Graph, gateAt, thingsBelow } from "../graph/graph";
import { AnswerCache, UNKNOWN } from "./answer-cache";
import type { Diagram } from "./graph-diagram";
import { ALWAYS, NEVER } from "./node-store";
import { SetDiagrams } from "./set-diagrams";
import type { VariableOrder } from "./variable-orders";

/**
 * Minimal cut sets gate by gate, without the function's diagram: every gate's sets are those of its
 * inputs put together, and what holds more than another is dropped at once. A second way to the answer,
 * to hold the first one against. Negations must not be.
 */
export function bottomUpCutSets(graph: Graph, order: VariableOrder, mostNodes: number): Diagram {
  const families = new MinimalFamilies(mostNodes);
  const roots = new Int32Array(firstGate(graph) + graph.gates.length);
  roots[ALWAYS] = ALWAYS;
  const levels = new Int32Array(graph.events);
  for (const [level, event] of order.entries()) levels[event] = level;
  for (let literal = 2; literal < firstGate(graph); literal += 2) roots[literal] = families.single(levels[eventOf(literal)] ?? 0);
  for (const thing of thingsBelow(graph)) {
    const gate = gateAt(graph, thing);
    if (gate !== undefined) roots[thing] = familyOf(gate, roots, families);
  }
  return { store: families.store, root: roots[graph.top] ?? NEVER };
}

function familyOf({ kind, min, inputs }: Gate, roots: Int32Array, families: MinimalFamilies): number {
  const parts = inputs.map((input) => roots[input] ?? NEVER).toSorted((a, b) => families.store.level(b) - families.store.level(a));
  switch (kind) {
    case "and":
      return parts.reduce((all, part) => families.product(all, part), ALWAYS);
    case "or":
      return parts.reduce((any, part) => families.union(any, part), NEVER);
    case "atLeast":
      return votes(parts, min, families);
    case "xor":
      throw new Error("a tree with negations has no minimal cut sets");
  }
}

function votes(parts: readonly number[], min: number, families: MinimalFamilies): number {
  const atLeast = [ALWAYS, ...Array.from({ length: min }, () => NEVER)];
  for (const part of parts) {
    for (let k = min; k > 0; k -= 1) {
      atLeast[k] = families.union(atLeast[k] ?? NEVER, families.product(part, atLeast[k - 1] ?? NEVER));
    }
  }
  return atLeast[min] ?? NEVER;
}

/** Families of which no set holds another. */
class MinimalFamilies {
  private readonly sets: SetDiagrams;
  private readonly unions = new AnswerCache();
  private readonly products = new AnswerCache();
  private readonly rests = new AnswerCache();

  constructor(mostNodes: number) {
    this.sets = new SetDiagrams(mostNodes);
  }

  get store(): SetDiagrams["store"] {
    return this.sets.store;
  }

  single(level: number): number {
    return this.sets.node(level, NEVER, ALWAYS);
  }

  union(a: number, b: number): number {
    for (const cache of [this.unions, this.rests]) cache.fit(this.sets.size);
    return this.united(a, b);
  }

  product(a: number, b: number): number {
    for (const cache of [this.unions, this.products, this.rests]) cache.fit(this.sets.size);
    return this.multiplied(a, b);
  }

  private united(a: number, b: number): number {
    if (a > b) return this.united(b, a);
    if (a === NEVER || a === b) return b;
    if (a === ALWAYS) return ALWAYS;
    const known = this.unions.answer(a, b);
    if (known !== UNKNOWN) return known;
    const { level, lowA, highA, lowB, highB } = this.split(a, b);
    const low = this.united(lowA, lowB);
    const result = this.sets.node(level, low, this.without(this.united(highA, highB), low));
    this.unions.remember(a, b, result);
    return result;
  }

  private multiplied(a: number, b: number): number {
    if (a > b) return this.multiplied(b, a);
    if (a === NEVER) return NEVER;
    if (a === ALWAYS || a === b) return b;
    const known = this.products.answer(a, b);
    if (known !== UNKNOWN) return known;
    const { level, lowA, highA, lowB, highB } = this.split(a, b);
    const low = this.multiplied(lowA, lowB);
    // With the variable at hand, what does without it serves as well.
    const high = this.multiplied(this.united(lowA, highA), this.united(lowB, highB));
    const result = this.sets.node(level, low, this.without(high, low));
    this.products.remember(a, b, result);
    return result;
  }

  /** Of `a`'s sets, those that hold none of `b`'s. */
  private without(a: number, b: number): number {
    if (a === NEVER || b === NEVER) return a;
    if (b === ALWAYS || a === b) return NEVER;
    if (a === ALWAYS) return ALWAYS;
    const known = this.rests.answer(a, b);
    if (known !== UNKNOWN) return known;
    const { store } = this.sets;
    const levelA = store.level(a);
    const levelB = store.level(b);
    if (levelB < levelA) return this.without(a, store.low(b));
    const lowB = levelB === levelA ? store.low(b) : b;
    const withoutLow = this.without(store.high(a), lowB);
    const high = levelB === levelA ? this.without(withoutLow, store.high(b)) : withoutLow;
    const result = this.sets.node(levelA, this.without(store.low(a), lowB), high);
    this.rests.remember(a, b, result);
    return result;
  }

  private split(a: number, b: number): { level: number; lowA: number; highA: number; lowB: number; highB: number } {
    const { store } = this.sets;
    const [levelA, levelB] = [store.level(a), store.level(b)];
    const level = levelA < levelB ? levelA : levelB;
    const [inA, inB] = [levelA === level, levelB === level];
    return {
      level,
      lowA: inA ? store.low(a) : a,
      highA: inA ? store.high(a) : NEVER,
      lowB: inB ? store.low(b) : b,
      highB: inB ? store.high(b) : NEVER,
    };
  }
}
