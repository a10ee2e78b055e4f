import { type FlowEnd } from "../foundation/evidence";
import type { AddressPlan, SubnetPlan } from "../layout/address-plan";
import { insideSegment, isInspected, type SiteFlow } from "./flows";

/** What a route of one subnet's table points at. */
export type RouteTarget =
  | { readonly kind: "internetGateway" }
  | { readonly kind: "transitGateway" }
  /** The NAT gateway of a zone, by the zone's place. */
  | { readonly kind: "natGateway"; readonly zone: number }
  /** The firewall endpoint of a zone, by the zone's place. */
  | { readonly kind: "firewall"; readonly zone: number };

/** Where a route leads: a range, or the whole of a subnet (by its id, so that the subnet comes first). */
export type RouteDestination = { readonly kind: "cidr"; readonly cidr: string } | { readonly kind: "subnet"; readonly subnet: string };

export interface RouteDesign {
  /** Permanent id within its table: what it leads to, such as `cde-2` or `participants-10-200-0-0-16`. */
  readonly id: string;
  readonly subnet: string;
  readonly destination: RouteDestination;
  readonly target: RouteTarget;
}

/**
 * The routes of every subnet's own table.
 *
 * A flow through the firewall uses one endpoint both ways, that of the trusted end's zone: outside
 * the zone's subnet every table sends what is meant for it to that endpoint, and the subnet sends
 * what is meant for outside to the same one. The zone in which a packet enters plays no part, so
 * no path is asymmetric, whatever the transit gateway or a load balancer chooses.
 *
 *     edge-x, transit-x ──▶ firewall-y ──▶ cde-y        (routes more specific than the local one)
 *     cde-y ──▶ firewall-y ──▶ edge-x (local), transit gateway, NAT gateway y
 */
export function routesOf(plan: AddressPlan, flows: readonly SiteFlow[]): readonly RouteDesign[] {
  const all = flows.flatMap((flow) => routesOfFlow(plan, flow));
  return [...new Map(all.map((route) => [`${route.subnet} ${route.id}`, route])).values()];
}

/** Zones that need a NAT gateway: all, if any flow leaves for the internet, else none. */
export function natZones(plan: AddressPlan, flows: readonly SiteFlow[]): readonly number[] {
  return flows.some(({ path }) => path === "natGateway") ? plan.edge.subnets.map(({ zone }) => zone) : [];
}

function routesOfFlow(plan: AddressPlan, flow: SiteFlow): readonly RouteDesign[] {
  if (flow.path === "internetToEdge") return plan.edge.subnets.map((subnet) => defaultRoute(subnet));
  if (!isInspected(flow.path)) return [];
  const [trusted, outside] = trustedEnd(flow);
  return plan[insideSegment(trusted)].subnets.flatMap((workload) => inspectedRoutes(plan, flow, { workload, outside }));
}

/** The end of a flow behind the firewall, and the end before it. */
function trustedEnd(flow: SiteFlow): readonly [trusted: FlowEnd, outside: FlowEnd] {
  return flow.to.place === "inside" ? [flow.to, flow.from] : [flow.from, flow.to];
}

interface InspectedPair {
  readonly workload: SubnetPlan;
  readonly outside: FlowEnd;
}

function inspectedRoutes(plan: AddressPlan, flow: SiteFlow, { workload, outside }: InspectedPair): readonly RouteDesign[] {
  const firewall: RouteTarget = { kind: "firewall", zone: workload.zone };
  const inspection = `inspection-${workload.zone}`;
  const toWorkload = (entry: SubnetPlan): RouteDesign => ({
    id: workload.id,
    subnet: entry.id,
    destination: { kind: "subnet", subnet: workload.id },
    target: firewall,
  });
  switch (flow.path) {
    case "edgeToTrusted":
      return plan.edge.subnets.flatMap((entry) => [
        toWorkload(entry),
        { id: entry.id, subnet: workload.id, destination: { kind: "subnet", subnet: entry.id }, target: firewall },
      ]);
    case "transitGateway":
      return [
        ...plan.transit.subnets.map(toWorkload),
        ...towards(outside, workload.id, firewall),
        ...towards(outside, inspection, { kind: "transitGateway" }),
      ];
    // Replies come back to the NAT gateway that translated the request, which is in the workload's zone.
    case "natGateway":
      return [
        ...plan.edge.subnets
          .filter(({ zone }) => zone === workload.zone)
          .flatMap((entry) => [toWorkload(entry), ...towards(outside, entry.id, { kind: "internetGateway" })]),
        ...towards(outside, workload.id, firewall),
        ...towards(outside, inspection, { kind: "natGateway", zone: workload.zone }),
      ];
    case "internetToEdge":
    case "withinTrusted":
    case "networkPeering":
      return [];
  }
}

function towards(outside: FlowEnd, subnet: string, target: RouteTarget): readonly RouteDesign[] {
  return outside.prefixes.map((cidr) => ({
    // The twin's range differs between the sites, so an id must not spell it.
    id: outside.place === "twin" ? "twin" : `${outside.party}-${cidr.replaceAll(/[./]/g, "-")}`,
    subnet,
    destination: { kind: "cidr", cidr },
    target,
  }));
}

function defaultRoute(subnet: SubnetPlan): RouteDesign {
  return { id: "internet", subnet: subnet.id, destination: { kind: "cidr", cidr: "0.0.0.0/0" }, target: { kind: "internetGateway" } };
}
