import fc from "fast-check";
import { nodeProbabilities } from "../../../fault-trees/answers/probability";
import { FunctionDiagrams } from "../../../fault-trees/diagrams/function-diagrams";
import { type DrawingRoom, diagramOf, type OrderedDiagram } from "../../../fault-trees/diagrams/graph-diagram";
import { ALWAYS, type NodeStore } from "../../../fault-trees/diagrams/node-store";
import { variableOrders } from "../../../fault-trees/diagrams/variable-orders";
import { normalFormOf } from "../../../fault-trees/graph/normal-form";
import { relativeError } from "../numbers";
import { readPublished } from "../published-trees";

const VARIABLES = 8;
type Operation = "and" | "or" | "xor";

/** What to make of earlier functions, the variables first: two of them by their place from the end. */
const steps = fc.array(fc.tuple(fc.constantFrom<Operation>("and", "or", "xor"), fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 40 });

/** Whether a function holds in a state, whose bits are the variables. */
function holds(store: NodeStore, order: readonly number[], root: number, state: number): boolean {
  let node = root;
  while (node > ALWAYS) {
    const variable = order[store.level(node)] ?? 0;
    node = ((state >> variable) & 1) === 1 ? store.high(node) : store.low(node);
  }
  return node === ALWAYS;
}

function truthTables(store: NodeStore, order: readonly number[], roots: Int32Array): readonly string[] {
  const states = Array.from({ length: 2 ** VARIABLES }, (_, state) => state);
  return [...roots].map((root) => states.map((state) => (holds(store, order, root, state) ? "1" : "0")).join(""));
}

test("moving variables changes no function, and never takes more nodes", () => {
  fc.assert(
    fc.property(steps, (made) => {
      const diagrams = new FunctionDiagrams(1_000_000);
      const functions = Array.from({ length: VARIABLES }, (_, level) => diagrams.variable(level));
      const fromEnd = (place: number): number => functions.at(-1 - (place % functions.length)) ?? 0;
      for (const [operation, f, g] of made) functions.push(diagrams[operation](fromEnd(f), fromEnd(g)));
      const roots = Int32Array.from(functions);
      diagrams.keepOnly(roots);
      const asGiven = Array.from({ length: VARIABLES }, (_, level) => level);
      const [before, sizeBefore] = [truthTables(diagrams.store, asGiven, roots), diagrams.size];
      const order = diagrams.reorder(roots, VARIABLES);
      expect(order.toSorted((a, b) => a - b)).toEqual(asGiven);
      expect(truthTables(diagrams.store, order, roots)).toEqual(before);
      expect(diagrams.size).toBeLessThanOrEqual(sizeBefore);
    }),
    { numRuns: 300 },
  );
});

test("moving variables on the way leaves a published tree its probability, and a third of its nodes", () => {
  const { probabilities, ...rest } = readPublished("edfpa15p");
  const { graph, events } = normalFormOf({ ...rest, probabilities });
  const drawn = (order: DrawingRoom["order"]): OrderedDiagram => {
    const diagram = diagramOf(graph, variableOrders(graph)[0] ?? [], { mostNodes: 1_000_000, order });
    if (diagram.kind === "unfinished") throw new Error(`unfinished after ${diagram.gatesDrawn} gates`);
    return diagram;
  };
  const probabilityOf = ({ diagram, order }: OrderedDiagram): number => {
    const chances = order
      .map((event) => probabilities.get(events[event] ?? "") ?? 0)
      .map((holding) => ({ holds: holding, fails: 1 - holding }));
    return nodeProbabilities(diagram, chances, ALWAYS)[diagram.root] ?? 0;
  };
  const [given, improved] = [drawn("given"), drawn("improved")];
  expect(relativeError(probabilityOf(improved), probabilityOf(given))).toBeLessThan(1e-12);
  expect(improved.diagram.store.size).toBeLessThan(given.diagram.store.size / 3);
});
