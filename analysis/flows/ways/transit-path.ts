import { type Network, type Subnet, subnetAt } from "../network/network";
import type { Attachment } from "../network/transit";
import { type LostReason, lookUp, lost, type Path, type Step, type UnderWay } from "./path";

/**
 * Of the ACL of the attachment's subnet only the ingress rules are looked at on the way to the
 * gateway, only the egress rules on the way from it (vpc/latest/tgw/tgw-nacls, read 2026-11-23).
 */
export function toTransit(network: Network, at: Subnet, way: UnderWay): readonly Path[] {
  const door = network.transit.subnets.flatMap((address) => subnetAt(network, address) ?? []).find(({ zone }) => zone === at.zone);
  const table = network.transit.tables.network;
  if (door === undefined) {
    return [
      lost(way, {
        verdict: "notMet",
        address: "aws_ec2_transit_gateway_vpc_attachment",
        attribute: "subnet_ids",
        why: `has no subnet in zone ${at.zone}`,
      }),
    ];
  }
  if (table === undefined) return [lost(way, noTable("network"))];
  const entered: readonly Step[] = [...way.steps, { kind: "enter", subnet: door }];
  return lookUp(table.routes, way.destination).map(({ entry, destination }): Path => {
    const here = { destination, steps: entry === undefined ? entered : [...entered, { kind: "lead" as const, id: entry.id }] };
    if (entry === undefined || entry.to === "nowhere" || entry.to === "network") {
      return lost(here, { ...missingPeering(network), address: table.address, attribute: "route", why: "has no route to it" });
    }
    if (entry.to === "unreadable")
      return lost(here, { verdict: "undetermined", address: entry.id, attribute: "transit_gateway_attachment_id", why: "cannot be read" });
    return { ...here, end: { kind: "place", place: entry.to } };
  });
}

export function noTable(from: Attachment): LostReason {
  const address = "aws_ec2_transit_gateway_route_table_association";
  return { verdict: "notMet", address, attribute: "transit_gateway_attachment_id", why: `associates no table with the ${from} attachment` };
}

/** The peering is another stack's: without that stack's template nobody can tell. */
export function missingPeering({ transit }: Network): { readonly verdict: "notMet" | "undetermined" } {
  return { verdict: transit.peering === "given" ? "notMet" : "undetermined" };
}
