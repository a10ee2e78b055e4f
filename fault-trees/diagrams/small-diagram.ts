import type { Graph } from "../graph/graph";
import { type DrawingRoom, diagramOf, type OrderedDiagram } from "./graph-diagram";
import { TooManyNodesError } from "./node-store";
import { variableOrders } from "./variable-orders";

/** How much may be spent on an answer, and who hears how far it is. */
export interface Effort {
  /** Of one diagram. A node takes 20 bytes, and 56 for the moment in which its store grows. */
  readonly mostNodes: number;
  /** @default - nobody is told */
  readonly tell?: ((step: string) => void) | undefined;
}

/** The rooms that orders are tried in, one after the other, and how many of the best are. */
const ROOMS: readonly (DrawingRoom & { readonly orders: number })[] = [
  { mostNodes: 100_000, order: "given", orders: 5 },
  { mostNodes: 1_000_000, order: "given", orders: 5 },
  { mostNodes: 8_000_000, order: "given", orders: 2 },
  { mostNodes: Number.POSITIVE_INFINITY, order: "improved", orders: 1 },
];

/**
 * A diagram of the graph's top in an order that suits it: every order is given a little room, then ten
 * times as much, so that a bad one costs no more than a good one needs. Those that came furthest are
 * given still more, and the best is improved on the way. Throws a TooManyNodesError where none fits.
 */
export function smallDiagram(graph: Graph, { mostNodes, tell }: Effort): OrderedDiagram {
  let tried = variableOrders(graph).map((order) => ({ order, gatesDrawn: 0 }));
  for (const { orders, ...room } of ROOMS) {
    const fitting = { ...room, mostNodes: Math.min(room.mostNodes, mostNodes) };
    const unfinished: typeof tried = [];
    for (const { order } of tried.slice(0, orders)) {
      tell?.(`order ${unfinished.length + 1} of ${orders}, ${room.order}, in ${fitting.mostNodes} nodes`);
      const drawing = diagramOf(graph, order, fitting);
      if (drawing.kind === "drawn") return drawing;
      unfinished.push({ order, gatesDrawn: drawing.gatesDrawn });
    }
    tried = unfinished.toSorted((a, b) => b.gatesDrawn - a.gatesDrawn);
  }
  throw new TooManyNodesError(mostNodes, `${tried[0]?.gatesDrawn ?? 0} gates of ${graph.gates.length} are drawn by then`);
}
