import type { Graph } from "../graph/graph";
import { type DrawingRoom, diagramOf, type OrderedDiagram } from "./graph-diagram";
import { TooManyNodesError } from "./node-store";
import { type VariableOrder, variableOrders } from "./variable-orders";

/** How much may be spent on an answer, and who hears how far it is. */
export interface Effort {
  /** Of one diagram. A node takes 20 bytes, and 56 for the moment in which its store grows. */
  readonly mostNodes: number;
  /** @default - nobody is told */
  readonly tell?: ((step: string) => void) | undefined;
}

/** The rooms that every order is tried in, one after the other. */
const ROOMS: readonly DrawingRoom[] = [
  { mostNodes: 100_000, order: "given" },
  { mostNodes: 1_000_000, order: "given" },
  { mostNodes: 8_000_000, order: "given" },
  { mostNodes: Number.POSITIVE_INFINITY, order: "improved" },
];

/**
 * A diagram of the graph's top in an order that suits it: every order is given a little room, then ten
 * times as much, so that a bad one costs no more than a good one needs; then they are improved on the
 * way. Throws a TooManyNodesError where none fits.
 */
export function smallDiagram(graph: Graph, { mostNodes, tell }: Effort): OrderedDiagram {
  const orders = variableOrders(graph);
  for (const room of ROOMS) {
    const fitting = { ...room, mostNodes: Math.min(room.mostNodes, mostNodes) };
    for (const [place, order] of orders.entries()) {
      tell?.(`order ${place + 1} of ${orders.length}, ${room.order}, in ${fitting.mostNodes} nodes`);
      const diagram = diagramWithin(graph, order, fitting);
      if (diagram !== undefined) return diagram;
    }
  }
  throw new TooManyNodesError(mostNodes);
}

function diagramWithin(graph: Graph, order: VariableOrder, room: DrawingRoom): OrderedDiagram | undefined {
  try {
    return diagramOf(graph, order, room);
  } catch (error) {
    if (error instanceof TooManyNodesError) return undefined;
    throw error;
  }
}
