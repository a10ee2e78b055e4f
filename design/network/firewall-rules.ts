import { isInspected, type SiteFlow } from "./flows";

/** A flow that the firewall lets pass; what no rule names is dropped. */
export interface FirewallRule {
  /** Signature id: unique in the rule group, from 1. */
  readonly signatureId: number;
  readonly protocol: "TCP" | "UDP";
  readonly source: string;
  readonly destination: string;
  readonly destinationPort: string;
  readonly flow: string;
}

/**
 * One rule per inspected flow and pair of ranges. A pass of the first packet passes the whole flow,
 * replies included (network-firewall/latest/developerguide/suricata-rule-evaluation-order, read
 * 2026-11-23).
 */
export function firewallRules(flows: readonly SiteFlow[]): readonly FirewallRule[] {
  return flows
    .filter(({ path }) => isInspected(path))
    .flatMap((flow) => flow.from.prefixes.flatMap((source) => flow.to.prefixes.map((destination) => ({ flow, source, destination }))))
    .map(({ flow, source, destination }, index) => ({
      signatureId: index + 1,
      protocol: flow.protocol === "tcp" ? "TCP" : "UDP",
      source,
      destination,
      destinationPort: String(flow.port),
      flow: flow.name,
    }));
}
