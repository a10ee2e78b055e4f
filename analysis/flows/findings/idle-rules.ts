import { resourcesOf } from "../../../synthesized/template";
import type { Network } from "../network/network";
import { gatewayRouteId } from "../network/route-table";
import { endpointOf } from "../policies/endpoint-policy";
import type { Rule } from "../terms/filter";
import { type FlowTrace, passesBothWays } from "../ways/trace";

/**
 * Rules and routes that let something pass, but that no traced flow has passed by: nobody declared
 * what they are for. Endpoints count too, and each table that one leads from. None where a flow is stopped.
 */
export function idleRules(network: Network, traces: readonly FlowTrace[]): readonly string[] {
  if (!traces.every(passesBothWays)) return [];
  const hops = traces.flatMap(({ ways }) => ways.flatMap(({ request, reply }) => [...request, ...reply]));
  const used = new Set([...hops.flatMap(({ rules }) => rules.map(({ id }) => id)), ...endpointsFor(network, traces)]);
  return [...new Set(openings(network))].filter((id) => !used.has(id));
}

function endpointsFor({ template }: Network, traces: readonly FlowTrace[]): readonly string[] {
  return traces.flatMap(({ flow }) => (flow.to.actions ?? []).flatMap((wanted) => endpointOf(template, wanted)?.address ?? []));
}

function openings({ template, subnets, groups, firewalls, transit }: Network): readonly string[] {
  return [
    ...subnets.flatMap(({ acl }) => [...acl.ingress, ...acl.egress]).flatMap(opening),
    ...groups.flatMap(({ ingress, egress }) => [...ingress, ...egress]).flatMap(opening),
    ...firewalls.flatMap(({ rules }) => rules).flatMap(opening),
    ...subnets.flatMap(({ routeTable }) =>
      routeTable.routes.filter(({ target }) => target.kind !== "local" && target.kind !== "unreadable").map(({ id }) => id),
    ),
    ...subnets.flatMap(({ routeTable }) => routeTable.gatewayEndpoints.map((endpoint) => gatewayRouteId(endpoint, routeTable))),
    ...resourcesOf(template, "aws_vpc_endpoint").map(({ address }) => address),
    ...Object.values(transit.tables).flatMap((table) =>
      (table?.routes ?? []).filter(({ to }) => to !== "nowhere" && to !== "unreadable").map(({ id }) => id),
    ),
  ];
}

function opening({ id, action }: Rule): readonly string[] {
  return action === "pass" ? [id] : [];
}
