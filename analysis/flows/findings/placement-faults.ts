import type { Target } from "../../../synthesized/estate/target";
import type { PermittedFlow } from "../../../synthesized/evidence";
import type { Template } from "../../../synthesized/template";
import { type Network, subnetAt } from "../network/network";
import {
  type Misplacement,
  type Named,
  type PartyPlacement,
  type Placement,
  type PlacementFaults,
  placementsIn,
  stackOf,
} from "../network/placements";
import { databaseFaults } from "./database-faults";
import { endpointFaults } from "./endpoint-faults";
import { loadBalancerFaults } from "./load-balancer-faults";
import { taskFaults } from "./task-faults";
import { unreadForms } from "./unread-blocks";

/** Whether load balancers, tasks, databases and endpoints of other stacks stand in their party's segment, behind its group, and open declared doors only. */
export function placementFaults(network: Network, flows: readonly PermittedFlow[]): PlacementFaults {
  const all = placementsIn(network.estate, network.template).map((placement) => {
    const faults = faultsOf(network, flows, placement);
    const named = <Fault extends Misplacement>(one: Fault): Fault => ({ ...one, address: `${placement.template.stack}: ${one.address}` });
    return { misplaced: faults.misplaced.map(named), unread: faults.unread.map(named) };
  });
  return { misplaced: all.flatMap(({ misplaced }) => misplaced), unread: all.flatMap(({ unread }) => unread) };
}

function faultsOf(network: Network, flows: readonly PermittedFlow[], placement: Placement): PlacementFaults {
  const { block, subnets, groups } = placement;
  const places = [...subnets, ...groups].map((named) => ({ ...named, home: stackOf(named.target) }));
  const unread = [
    ...unreadForms(block),
    ...places
      .filter(({ home }) => home === undefined)
      .map(({ attribute }) => ({ address: block.address, attribute, why: "names what cannot be followed" })),
  ];
  if (!places.some(({ home }) => home === network.template)) return { misplaced: [], unread };
  const parties = [...new Set(groups.flatMap((group) => partyOf(network, group) ?? []))];
  const [party] = parties;
  const groupsWrong = groupFaults(network, placement, parties);
  if (party === undefined || groupsWrong.length > 0) return { misplaced: groupsWrong, unread };
  const ours: PartyPlacement = { ...placement, party };
  const doors = doorFaults(network, flows, ours);
  return { misplaced: [...segmentFaults(network, flows, ours), ...doors.misplaced], unread: [...unread, ...doors.unread] };
}

function partyOf({ template, groups }: Network, { target }: Named): string | undefined {
  return groups.find(({ address }) => address === addressIn(template, target))?.party;
}

/** Address of what is named, where it is the stack's. */
function addressIn(stack: Template, target: Target): string | undefined {
  return (target.kind === "block" || target.kind === "absent") && target.template === stack ? target.address : undefined;
}

function groupFaults(network: Network, { block, groups }: Placement, parties: readonly string[]): readonly Misplacement[] {
  const fault = (why: string): Misplacement => ({ address: block.address, attribute: groups[0]?.attribute ?? "security_groups", why });
  const strange = groups.filter((group) => stackOf(group.target) !== undefined && partyOf(network, group) === undefined);
  return [
    ...(groups.length === 0 ? [fault("has no security group of a party, so nothing says what may reach it")] : []),
    ...strange.map(({ target }) => fault(`is behind ${namedText(target)}, which is no group of the site's parties`)),
    ...(parties.length > 1 ? [fault(`is behind the groups of ${parties.join(" and ")}, and so stands for several parties`)] : []),
  ];
}

function segmentFaults(
  { template, ...network }: Network,
  flows: readonly PermittedFlow[],
  placement: PartyPlacement,
): readonly Misplacement[] {
  const { block, subnets, party } = placement;
  const segments = new Set(
    flows.flatMap(({ from, to }) => [from, to].flatMap((end) => (end.party === party && end.segment !== undefined ? [end.segment] : []))),
  );
  if (segments.size === 0) return [{ address: block.address, attribute: "", why: `stands for ${party}, which no flow is declared for` }];
  return subnets.flatMap(({ attribute, target }) => {
    const address = addressIn(template, target);
    const subnet = address === undefined ? undefined : subnetAt({ template, ...network }, address);
    if (stackOf(target) === undefined || (subnet?.segment !== undefined && segments.has(subnet.segment))) return [];
    const where = subnet?.segment === undefined ? namedText(target) : `segment ${subnet.segment}`;
    return [{ address: block.address, attribute, why: `stands in ${where}, and ${party} belongs in ${[...segments].join(" or ")}` }];
  });
}

function namedText(target: Target): string {
  return target.kind === "block" || target.kind === "absent" ? `${target.address} of ${target.template.stack}` : "nobody knows what";
}

function doorFaults(network: Network, flows: readonly PermittedFlow[], placement: PartyPlacement): PlacementFaults {
  switch (placement.block.type) {
    case "aws_vpc_endpoint":
      return endpointFaults(network, flows, placement);
    case "aws_lb":
      return loadBalancerFaults(network.estate, flows, placement);
    case "aws_rds_cluster":
      return databaseFaults(network, flows, placement);
    default:
      return taskFaults(flows, placement);
  }
}
