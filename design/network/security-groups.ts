import { type InsideParty, insideParties } from "../../config/sections/parties";
import type { FlowEnd } from "../foundation/evidence";
import { isInspected, type SiteFlow } from "./flows";

/** What a rule of a security group lets in or out: addresses, another party, or AWS's list of S3's addresses. */
export type RulePeer =
  | { readonly kind: "cidr"; readonly cidr: string }
  | { readonly kind: "party"; readonly party: InsideParty }
  | { readonly kind: "gatewayEndpoint"; readonly service: string };

export interface SecurityGroupRule {
  /** Permanent id: the flow's name, and the address where the flow has several. */
  readonly id: string;
  readonly party: InsideParty;
  readonly direction: "ingress" | "egress";
  readonly peer: RulePeer;
  readonly protocol: "tcp" | "udp";
  readonly port: number;
  readonly description: string;
}

/**
 * A rule at each inside end of each flow. Security groups remember connections: replies need none.
 *
 * Behind the firewall a rule must name addresses: one that names the other party's group lets
 * nothing through where a middlebox stands between the two
 * (vpc/latest/userguide/route-table-options, read 2026-11-23).
 */
export function securityGroupRules(flows: readonly SiteFlow[]): readonly SecurityGroupRule[] {
  return flows.flatMap((flow) => [...rulesAt(flow, "egress"), ...rulesAt(flow, "ingress")]);
}

function rulesAt(flow: SiteFlow, direction: "ingress" | "egress"): readonly SecurityGroupRule[] {
  const [end, remote] = direction === "egress" ? [flow.from, flow.to] : [flow.to, flow.from];
  const party = insideParty(end);
  if (party === undefined) return [];
  const { protocol, port, purpose } = flow;
  return peersOf(flow, remote).map(({ suffix, peer }) => ({
    id: suffix === "" ? flow.name : `${flow.name}-${suffix}`,
    party,
    direction,
    peer,
    protocol,
    port,
    description: purpose,
  }));
}

function peersOf(flow: SiteFlow, remote: FlowEnd): readonly { readonly suffix: string; readonly peer: RulePeer }[] {
  const party = insideParty(remote);
  if (party === undefined) {
    // The twin's range differs between the sites, so an id must not spell it.
    return remote.prefixes.map((cidr) => ({ suffix: remote.place === "twin" ? "" : slugOf(cidr), peer: { kind: "cidr", cidr } }));
  }
  if (isInspected(flow.path)) return remote.prefixes.map((cidr) => ({ suffix: "", peer: { kind: "cidr", cidr } }));
  const gateways = (remote.actions ?? []).filter(({ kind }) => kind === "gateway");
  return [
    { suffix: "", peer: { kind: "party", party } },
    ...gateways.map(({ service }) => ({ suffix: service, peer: { kind: "gatewayEndpoint" as const, service } })),
  ];
}

function insideParty(end: FlowEnd): InsideParty | undefined {
  return insideParties.find((party) => party === end.party);
}

function slugOf(cidr: string): string {
  return cidr === "0.0.0.0/0" ? "" : cidr.replaceAll(/[./]/g, "-");
}
