import { textAt, valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import type { PermittedFlow } from "../../../synthesized/evidence";
import { type Network, subnetsIn } from "../network/network";
import type { Misplacement, PartyPlacement, PlacementFaults } from "../network/placements";
import { policyOf } from "../policies/policy";
import type { Unread } from "../terms/unread";

/** Whether an interface endpoint leads where a declared flow goes, from every zone, and lets not everyone through. */
export function endpointFaults(network: Network, flows: readonly PermittedFlow[], placement: PartyPlacement): PlacementFaults {
  const service = serviceFaults(flows, placement);
  const policy = policyFaults(network.estate, placement);
  return {
    misplaced: [...service.misplaced, ...zoneFaults(network, flows, placement), ...policy.misplaced],
    unread: [...service.unread, ...policy.unread, ...strayRoutes(placement)],
  };
}

/** Only an endpoint that is a route has tables: what one with interfaces would do with them is not known. */
function strayRoutes({ block: { address, attributes } }: PartyPlacement): readonly Unread[] {
  if (valueAt(attributes, "route_table_ids") === undefined) return [];
  return [{ address, attribute: "route_table_ids", why: "are tables of an endpoint that is no route" }];
}

const fine: PlacementFaults = { misplaced: [], unread: [] };

/**
 * A service of AWS's own is known by its name, one that is made here by the block that the name is
 * taken from. Anything else could lead anywhere.
 */
function serviceFaults(flows: readonly PermittedFlow[], { block, party, service: made }: PartyPlacement): PlacementFaults {
  const { address, attributes } = block;
  const about = { address, attribute: "service_name" };
  const towards = flows.filter(({ to }) => to.party === party && to.place === "inside");
  if (made !== undefined) {
    const isOpen = towards.some(({ to }) => to.actions === undefined);
    return isOpen ? fine : { ...fine, misplaced: [{ ...about, why: `leads to ${made.block.address}, which no flow to ${party} is for` }] };
  }
  const name = textAt(attributes, "service_name") ?? "";
  if (name === "" || name.includes("${")) return { ...fine, unread: [{ ...about, why: "is the name of a service that cannot be read" }] };
  const declared = towards.some(({ to }) =>
    (to.actions ?? []).some(({ service, kind }) => kind === "interface" && name.endsWith(`.${service}`)),
  );
  return declared ? fine : { ...fine, misplaced: [{ ...about, why: `leads to ${name}, which no flow to ${party} is for` }] };
}

function zoneFaults(network: Network, flows: readonly PermittedFlow[], { block, party, subnets }: PartyPlacement): readonly Misplacement[] {
  const segment = flows.find(({ to }) => to.party === party && to.segment !== undefined)?.to.segment;
  const here = subnets.map(({ target }) => (target.kind === "block" ? target.address : undefined));
  const missing = segment === undefined ? [] : subnetsIn(network, segment).filter(({ address }) => !here.includes(address));
  return missing.map(({ address }) => ({ address: block.address, attribute: "subnet_ids", why: `lacks ${address}` }));
}

function policyFaults(estate: Estate, { template, block }: PartyPlacement): PlacementFaults {
  const about = { address: block.address, attribute: "policy" };
  switch (policyOf(estate, { template, block }).kind) {
    case "none":
      return { ...fine, misplaced: [{ ...about, why: "has none, so AWS lets everyone do everything" }] };
    case "unreadable":
      return { ...fine, unread: [{ ...about, why: "cannot be read" }] };
    case "read":
      return fine;
  }
}
