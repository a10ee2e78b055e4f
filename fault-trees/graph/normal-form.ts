import { ALWAYS, NEVER } from "../diagrams/node-store";
import { eventsIn, type FaultTree, type Formula } from "../fault-tree";
import { type Graph, GraphBuilder, happens, oppositeOf } from "./graph";
import { childrenFirst } from "./walk";

/** A fault tree's graph, and what its numbered events are called. */
export interface NormalForm {
  readonly graph: Graph;
  /** Those that the top gate leads to, in the order of `probabilities`. */
  readonly events: readonly string[];
}

/**
 * The graph of a fault tree, with every negation moved down to the events. Gates must be there and lead
 * to no circle; whoever reads a tree from outside looks at that first.
 */
export function normalFormOf(tree: FaultTree): NormalForm {
  const sides = { plain: sidesOf(tree, "plain"), negated: sidesOf(tree, "negated") };
  const order = childrenFirst(sideOf(sides.plain, tree.top), ({ formula, form }) =>
    gatesIn(formula, form).map((gate) => sideOf(sides[gate.form], gate.name)),
  );
  const reached = new Set(order.flatMap(({ formula }) => eventsIn(formula)));
  const events = [...tree.probabilities.keys()].filter((name) => reached.has(name));
  const drawing: Drawing = {
    builder: new GraphBuilder(events.length),
    literals: new Map(events.map((name, event) => [name, happens(event)])),
    gates: { plain: new Map(), negated: new Map() },
  };
  for (const { name, formula, form } of order) drawing.gates[form].set(name, drawn(drawing, formula, form));
  const { builder, gates } = drawing;
  return { graph: { events: events.length, gates: builder.gates, top: gates.plain.get(tree.top) ?? NEVER }, events };
}

type Form = "plain" | "negated";

/** A gate, or what holds where it does not. */
interface Side {
  readonly name: string;
  readonly form: Form;
  readonly formula: Formula;
}

function sidesOf({ gates }: FaultTree, form: Form): ReadonlyMap<string, Side> {
  return new Map([...gates].map(([name, formula]) => [name, { name, form, formula }]));
}

function sideOf(sides: ReadonlyMap<string, Side>, name: string): Side {
  const side = sides.get(name);
  if (side === undefined) throw new Error(`the fault tree has no gate ${name}`);
  return side;
}

function gatesIn(formula: Formula, form: Form): readonly Pick<Side, "name" | "form">[] {
  switch (formula.kind) {
    case "event":
    case "constant":
      return [];
    case "gate":
      return [{ name: formula.name, form }];
    case "not":
      return gatesIn(formula.of, otherThan(form));
    case "xor":
      return formula.of.flatMap((part) => gatesIn(part, "plain"));
    default:
      return formula.of.flatMap((part) => gatesIn(part, form));
  }
}

interface Drawing {
  readonly builder: GraphBuilder;
  readonly literals: ReadonlyMap<string, number>;
  readonly gates: Readonly<Record<Form, Map<string, number>>>;
}

function drawn(drawing: Drawing, formula: Formula, form: Form): number {
  const { builder } = drawing;
  switch (formula.kind) {
    case "event":
      return literalOf(drawing, formula.name, form);
    case "gate":
      return drawing.gates[form].get(formula.name) ?? NEVER;
    case "constant":
      return formula.value === (form === "plain") ? ALWAYS : NEVER;
    case "not":
      return drawn(drawing, formula.of, otherThan(form));
    case "and":
    case "or":
      return builder.gate(kindIn(form, formula.kind), allDrawn(drawing, formula.of, form));
    case "xor":
      return builder.gate("xor", [...allDrawn(drawing, formula.of, "plain"), form === "plain" ? NEVER : ALWAYS]);
    case "atLeast":
      return builder.gate("atLeast", allDrawn(drawing, formula.of, form), votesNeeded(formula, form));
  }
}

function allDrawn(drawing: Drawing, formulas: readonly Formula[], form: Form): readonly number[] {
  return formulas.map((formula) => drawn(drawing, formula, form));
}

function literalOf({ literals }: Drawing, event: string, form: Form): number {
  const literal = literals.get(event);
  if (literal === undefined) throw new Error(`the fault tree has no probability of ${event}`);
  return form === "plain" ? literal : oppositeOf(literal);
}

/** Fewer than `min` of them hold where so many fail. */
function votesNeeded({ min, of }: Extract<Formula, { kind: "atLeast" }>, form: Form): number {
  return form === "plain" ? min : of.length - min + 1;
}

function otherThan(form: Form): Form {
  return form === "plain" ? "negated" : "plain";
}

/** Not all hold where one fails, and none holds where all fail (De Morgan). */
function kindIn(form: Form, kind: "and" | "or"): "and" | "or" {
  if (form === "plain") return kind;
  return kind === "and" ? "or" : "and";
}
