import { numberAt, valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { blocksNaming } from "../../../synthesized/estate/referrers";
import type { PermittedFlow } from "../../../synthesized/evidence";
import { type Network, subnetsIn } from "../network/network";
import type { Misplacement, PartyPlacement, PlacementFaults } from "../network/placements";

/** Whether a database listens where a declared flow goes, may stand in every zone, and has no address of the internet. */
export function databaseFaults(network: Network, flows: readonly PermittedFlow[], placement: PartyPlacement): PlacementFaults {
  const port = portFaults(flows, placement);
  const addresses = addressFaults(network.estate, placement);
  return {
    misplaced: [...port.misplaced, ...zoneFaults(network, flows, placement), ...addresses.misplaced],
    unread: [...port.unread, ...addresses.unread],
  };
}

function portFaults(flows: readonly PermittedFlow[], { block: { address, attributes }, party }: PartyPlacement): PlacementFaults {
  const port = numberAt(attributes, "port");
  const about = { address, attribute: "port" };
  if (port === undefined) return { misplaced: [], unread: [{ ...about, why: "is not said, so AWS chooses it" }] };
  const declared = flows.some(({ to, port: open }) => to.party === party && open === port);
  return { misplaced: declared ? [] : [{ ...about, why: `listens on ${port}, which no flow to ${party} is for` }], unread: [] };
}

function zoneFaults(network: Network, flows: readonly PermittedFlow[], { block, party, subnets }: PartyPlacement): readonly Misplacement[] {
  const segment = flows.find(({ to }) => to.party === party && to.segment !== undefined)?.to.segment;
  const here = subnets.map(({ target }) => (target.kind === "block" ? target.address : undefined));
  const missing = segment === undefined ? [] : subnetsIn(network, segment).filter(({ address }) => !here.includes(address));
  return missing.map(({ address }) => ({ address: block.address, attribute: "db_subnet_group_name", why: `lacks ${address}` }));
}

/** Left out, it follows from the network in ways of AWS's own. */
function addressFaults(estate: Estate, placement: PartyPlacement): PlacementFaults {
  const instances = blocksNaming(estate, placement, { type: "aws_rds_cluster_instance", key: "cluster_identifier" });
  const saying = (isPublic: boolean | undefined, why: string): readonly Misplacement[] =>
    instances
      .filter(({ block }) => (valueAt(block.attributes, "publicly_accessible") ?? undefined) === isPublic)
      .map(({ block }) => ({ address: block.address, attribute: "publicly_accessible", why }));
  return {
    misplaced: saying(true, "has an address of the internet"),
    unread: saying(undefined, "is not said, so AWS chooses whether it has an address of the internet"),
  };
}
