import type { Graph } from "../graph/graph";
import { type Diagram, diagramOf } from "./graph-diagram";
import { TooManyNodesError } from "./node-store";
import { type VariableOrder, variableOrders } from "./variable-orders";

export interface OrderedDiagram {
  readonly diagram: Diagram;
  /** The event that is asked about on each level. */
  readonly order: VariableOrder;
}

/** The first room that every order is tried in, and by how much each next one is larger. */
const FIRST_NODES = 100_000;
const GROWTH = 10;

/** How much may be spent on an answer, and who hears how far it is. */
export interface Effort {
  /** Of one diagram. A node takes 20 bytes, and 56 for the moment in which its store grows. */
  readonly mostNodes: number;
  /** @default - nobody is told */
  readonly tell?: ((step: string) => void) | undefined;
}

/**
 * A diagram of the graph's top in an order that suits it: every order is given a little room, then ten
 * times as much, so that a bad one costs no more than a good one needs. Throws a TooManyNodesError
 * where none fits.
 */
export function smallDiagram(graph: Graph, { mostNodes, tell }: Effort): OrderedDiagram {
  const orders = variableOrders(graph);
  for (let nodes = Math.min(FIRST_NODES, mostNodes); ; nodes = Math.min(nodes * GROWTH, mostNodes)) {
    for (const [place, order] of orders.entries()) {
      tell?.(`order ${place + 1} of ${orders.length}, in ${nodes} nodes`);
      const diagram = diagramWithin(graph, order, nodes);
      if (diagram !== undefined) return { diagram, order };
    }
    if (nodes === mostNodes) throw new TooManyNodesError(mostNodes);
  }
}

function diagramWithin(graph: Graph, order: VariableOrder, nodes: number): Diagram | undefined {
  try {
    return diagramOf(graph, order, nodes);
  } catch (error) {
    if (error instanceof TooManyNodesError) return undefined;
    throw error;
  }
}
