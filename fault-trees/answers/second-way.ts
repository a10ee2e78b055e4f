import { bottomUpCutSets } from "../diagrams/bottom-up-sets";
import { variableOrders } from "../diagrams/variable-orders";
import type { FaultTree } from "../fault-tree";
import { normalFormOf } from "../graph/normal-form";
import { withinRoom } from "../too-large";
import { type SetCounts, setCounts } from "./set-counts";

/**
 * The minimal cut sets counted another way: from the sets of each gate's inputs, upwards, without the
 * function's diagram, modules or simplification. Throws a TooLargeError beyond so many nodes.
 */
export function cutSetCountsBottomUp(tree: FaultTree, largestSize: number, mostNodes: number): SetCounts {
  const { graph } = normalFormOf(tree);
  const [order = []] = variableOrders(graph);
  const diagram = withinRoom("counting cut sets a second way", () => bottomUpCutSets(graph, order, mostNodes));
  return setCounts([{ diagram, variables: order.map((event) => ({ kind: "event", event })) }], largestSize);
}
