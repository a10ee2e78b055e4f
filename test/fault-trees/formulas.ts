import type { FaultTree, Formula } from "../../fault-trees/fault-tree";

/** A formula, or the name of an event. */
type Part = Formula | string;

function partOf(part: Part): Formula {
  return typeof part === "string" ? { kind: "event", name: part } : part;
}

export function gate(name: string): Formula {
  return { kind: "gate", name };
}

export function constant(value: boolean): Formula {
  return { kind: "constant", value };
}

export function not(part: Part): Formula {
  return { kind: "not", of: partOf(part) };
}

export function and(...parts: readonly Part[]): Formula {
  return { kind: "and", of: parts.map(partOf) };
}

export function or(...parts: readonly Part[]): Formula {
  return { kind: "or", of: parts.map(partOf) };
}

export function xor(...parts: readonly Part[]): Formula {
  return { kind: "xor", of: parts.map(partOf) };
}

export function atLeast(min: number, ...parts: readonly Part[]): Formula {
  return { kind: "atLeast", min, of: parts.map(partOf) };
}

/** A tree with this formula at its top. */
export function treeOf(
  top: Part,
  probabilities: Readonly<Record<string, number>>,
  gates: Readonly<Record<string, Formula>> = {},
): FaultTree {
  return {
    name: "tree",
    top: "top",
    gates: new Map([...Object.entries(gates), ["top", partOf(top)]]),
    probabilities: new Map(Object.entries(probabilities)),
  };
}
