import type { Target } from "../../synthesized/estate/target";
import { overall, type Verdict } from "../findings/verdict";

/** One kind of thing that a payment meets on its way. */
export type StepKind =
  | "name"
  | "answer"
  | "address"
  | "route"
  | "networkAcl"
  | "firewall"
  | "securityGroup"
  | "listener"
  | "certificate"
  | "webFilter"
  | "target"
  | "task"
  | "role"
  | "key"
  | "endpoint"
  | "ledger"
  | "log";

export interface TraceStep {
  readonly kind: StepKind;
  readonly state: PieceState;
  readonly pieces: readonly Piece[];
}

/** `missing` is not there or not as it must be; `unreadable` may be anything. */
export type PieceState = "found" | "missing" | "unreadable";

/** A thing that a step needs, and what was found of it, in words. */
export interface Piece {
  readonly state: PieceState;
  readonly text: string;
}

/** A step of which nothing at all is there is missing. */
export function stepOf(kind: StepKind, pieces: readonly Piece[]): TraceStep {
  const all = pieces.length === 0 ? [missing("nothing of it is there")] : pieces;
  const states = all.map(({ state }) => state);
  return { kind, state: states.includes("missing") ? "missing" : states.includes("unreadable") ? "unreadable" : "found", pieces: all };
}

export function verdictOn(steps: readonly TraceStep[]): Verdict {
  return overall(steps.map(({ state }) => verdicts[state]));
}

const verdicts: Readonly<Record<PieceState, Verdict>> = { found: "met", missing: "notMet", unreadable: "undetermined" };

export function found(text: string): Piece {
  return { state: "found", text };
}

export function missing(text: string): Piece {
  return { state: "missing", text };
}

export function unreadable(text: string): Piece {
  return { state: "unreadable", text };
}

/** What leads to a thing, where no value does. */
export const NOTHING: Target = { kind: "literal", value: null };

/**
 * What a value leads to and is not found: missing where the files say so. Where nobody can tell what
 * the value is, it may be there all the same.
 */
export function notFound(target: Target, text: string): Piece {
  switch (target.kind) {
    case "unresolved":
      return unreadable(`${text}, as far as can be told: it is named by ${target.why}`);
    case "lookedUp":
      return unreadable(`${text}: ${target.address} is somebody else's`);
    default:
      return missing(text);
  }
}

/** Found where it holds, else missing, with other words. */
export function check(holds: boolean, text: string, otherwise: string): Piece {
  return holds ? found(text) : missing(otherwise);
}
