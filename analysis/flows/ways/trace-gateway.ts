import type { PermittedFlow } from "../../../synthesized/evidence";
import type { Network, Subnet } from "../network/network";
import { gatewayRouteId } from "../network/route-table";
import { EVERYWHERE } from "../terms/prefix";
import type { Traffic } from "../terms/traffic";
import { groupHop } from "./group-hops";
import { type Arrival, type Hop, through } from "./hop";
import type { Way } from "./way";

interface GatewayEnds {
  readonly from: Subnet;
  /** Address of the gateway endpoint. */
  readonly endpoint: string;
}

/**
 * Follows a flow to a service behind a gateway endpoint. The service keeps its public addresses,
 * which the template does not know: network ACLs have to let all of them pass.
 */
export function traceGatewayWay(network: Network, flow: PermittedFlow, { from, endpoint }: GatewayEnds): Way {
  const groups = network.groups.filter(({ party }) => party === flow.from.party);
  const asked: Traffic = {
    protocol: flow.protocol,
    source: from.addresses,
    destination: EVERYWHERE,
    ports: { first: flow.port, last: flow.port },
  };
  const answered: Traffic = {
    ...asked,
    source: EVERYWHERE,
    destination: from.addresses,
    ports: { first: flow.clientPorts.from, last: flow.clientPorts.to },
  };
  return {
    from: from.address,
    to: endpoint,
    request: [
      routeHop(from, { endpoint, traffic: asked }),
      ...aclHops(from, { traffic: asked, direction: "egress" }),
      ...groups.map((group) => groupHop(asked, { group, direction: "egress", peer: { endpoint, between: "nothing" } })),
    ],
    reply: aclHops(from, { traffic: answered, direction: "ingress" }),
  };
}

function routeHop({ routeTable }: Subnet, { endpoint, traffic }: { readonly endpoint: string; readonly traffic: Traffic }): Hop {
  const leads = routeTable.gatewayEndpoints.includes(endpoint);
  const rules = [endpoint, gatewayRouteId(endpoint, routeTable)].map((id) => ({ id, traffic }));
  return {
    kind: "route",
    verdict: leads ? "met" : "notMet",
    address: endpoint,
    attribute: "route_table_ids",
    why: leads ? "leads on" : `lacks ${routeTable.address}`,
    rules: leads ? rules : [],
  };
}

/** Where only some addresses pass, whether the service's are among them cannot be told. */
function aclHops(
  { acl }: Subnet,
  { traffic, direction }: { readonly traffic: Traffic; readonly direction: "ingress" | "egress" },
): readonly Hop[] {
  const arrival: Arrival = through(
    { traffic: [traffic], hops: [] },
    { kind: "networkAcl", address: acl.address, attribute: direction, rules: acl[direction] },
  );
  return arrival.hops.map((hop) => (hop.verdict === "notMet" && arrival.traffic.length > 0 ? { ...hop, verdict: "undetermined" } : hop));
}
