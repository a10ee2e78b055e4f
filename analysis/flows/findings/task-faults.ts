import { blocksAt } from "../../../synthesized/attributes";
import type { PermittedFlow } from "../../../synthesized/evidence";
import type { PartyPlacement, PlacementFaults } from "../network/placements";
import { portFault } from "./port-fault";

/** Whether tasks are reached where flows to their party arrive. */
export function taskFaults(flows: readonly PermittedFlow[], { block, party }: PartyPlacement): PlacementFaults {
  const towards = flows.filter(({ to }) => to.party === party);
  const misplaced = blocksAt(block.attributes, "load_balancer").flatMap((behind) =>
    portFault({ ...block, attributes: behind, key: "container_port" }, towards, `to ${party}`),
  );
  return { misplaced, unread: [] };
}
