/**
 * A fault tree: how basic events, each happening by itself, lead to one top event. A gate and an event
 * may have the same name.
 */
export interface FaultTree {
  readonly name: string;
  /** The gate that the questions are about. */
  readonly top: string;
  readonly gates: ReadonlyMap<string, Formula>;
  /** Of each basic event, from 0 to 1. */
  readonly probabilities: ReadonlyMap<string, number>;
}

export type Formula =
  | { readonly kind: "event"; readonly name: string }
  | { readonly kind: "gate"; readonly name: string }
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "not"; readonly of: Formula }
  /** `xor` over more than two holds where an odd number of them does. */
  | { readonly kind: "and" | "or" | "xor"; readonly of: readonly Formula[] }
  | { readonly kind: "atLeast"; readonly min: number; readonly of: readonly Formula[] };

/** The gates that a formula refers to. */
export function gatesIn(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case "gate":
      return [formula.name];
    case "event":
    case "constant":
      return [];
    case "not":
      return gatesIn(formula.of);
    default:
      return formula.of.flatMap(gatesIn);
  }
}

/** What the top leads to; a tree may define more. */
export function sizeOf(tree: FaultTree): { readonly gates: number; readonly events: number } {
  const gates = new Set([tree.top]);
  const events = new Set<string>();
  for (const name of gates) {
    const formula = tree.gates.get(name);
    if (formula === undefined) continue;
    for (const gate of gatesIn(formula)) gates.add(gate);
    for (const event of eventsIn(formula)) events.add(event);
  }
  return { gates: gates.size, events: events.size };
}

/** The basic events that a formula names itself. */
export function eventsIn(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case "event":
      return [formula.name];
    case "gate":
    case "constant":
      return [];
    case "not":
      return eventsIn(formula.of);
    default:
      return formula.of.flatMap(eventsIn);
  }
}
