import { Address4 } from "ip-address";
import type { FlowEnd, PortRange } from "../foundation/evidence";
import { type Segment, segments } from "../layout/address-plan";
import { insideSegment, isInspected, type SiteFlow } from "./flows";

/** One rule of a network ACL: what may enter or leave a segment, and where from or to. */
export interface AclRule {
  /** Number made from what the rule says, not from its place: a flow that is added moves no other rule. */
  readonly number: number;
  readonly protocol: "tcp" | "udp";
  readonly cidr: string;
  readonly ports: PortRange;
}

export interface AclDesign {
  readonly segment: Segment;
  readonly ingress: readonly AclRule[];
  readonly egress: readonly AclRule[];
}

/** AWS's default quota on rules of a network ACL: 20 rules a direction (vpc/latest/userguide/amazon-vpc-limits, read 2026-11-23). */
export const ACL_RULES_AT_MOST = 20;

interface Crossing extends Omit<AclRule, "number"> {
  /** Whose addresses they are, in a word that is equal on both sites. */
  readonly remote: string;
  readonly segment: Segment;
  readonly direction: "ingress" | "egress";
}

/**
 * The rules that let each flow and its replies across every segment on its way, and nothing else.
 * A network ACL has no memory, so replies are rules of their own.
 *
 * In the segment of the transit gateway's attachments only two of the four rules are ever looked
 * at: leaving, for what comes from the gateway; entering, for what goes to it
 * (vpc/latest/tgw/tgw-nacls, read 2026-11-23). The other two are left out.
 */
export function networkAcls(flows: readonly SiteFlow[]): readonly AclDesign[] {
  const crossings = flows.flatMap(crossingsOf);
  const rules = (segment: Segment, direction: Crossing["direction"]): readonly AclRule[] => {
    const here = crossings.filter((crossing) => crossing.segment === segment && crossing.direction === direction);
    return numbered(withoutCovered(here));
  };
  return segments.map((segment) => ({ segment, ingress: rules(segment, "ingress"), egress: rules(segment, "egress") }));
}

/** AWS takes numbers up to 32,766. */
const NUMBERS = 32_766;

/**
 * Rules numbered by what they say. AWS changes a rule's number by taking the rule away and putting
 * it back, so numbers by place would cut every flow behind one that is added, for seconds. All
 * rules allow, so their order decides nothing. Of two that meet in a number the later moves on.
 */
function numbered(rules: readonly Crossing[]): readonly AclRule[] {
  const taken = new Set<number>();
  return rules.map(({ remote, protocol, cidr, ports }) => {
    let number = hashOf(`${protocol} ${remote} ${ports.from}-${ports.to}`) % NUMBERS;
    while (taken.has(number)) number = (number + 1) % NUMBERS;
    taken.add(number);
    return { number: number + 1, protocol, cidr, ports };
  });
}

/** FNV-1a: short, spreads well, and the same everywhere. */
function hashOf(text: string): number {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0).reduce(
    (hash, code) => Math.imul(hash ^ code, 0x01000193) >>> 0,
    0x811c9dc5,
  );
}

/** Leaves out every rule that another says already; of two alike, the first stays. */
function withoutCovered(rules: readonly Crossing[]): readonly Crossing[] {
  return rules.filter(
    (rule, index) => !rules.some((other, place) => place !== index && covers(other, rule) && (place < index || !covers(rule, other))),
  );
}

function covers(wide: Crossing, narrow: Crossing): boolean {
  return (
    wide.protocol === narrow.protocol &&
    wide.ports.from <= narrow.ports.from &&
    wide.ports.to >= narrow.ports.to &&
    new Address4(narrow.cidr).isInSubnet(new Address4(wide.cidr))
  );
}

function crossingsOf(flow: SiteFlow): readonly Crossing[] {
  const ends = [...endCrossings(flow)];
  const inspection = isInspected(flow.path)
    ? [...passing(flow, entering("inspection", flow.from)), ...passing(flow, leaving("inspection", flow.to))]
    : [];
  switch (flow.path) {
    case "internetToEdge":
    case "withinTrusted":
    case "edgeToTrusted":
    case "networkPeering":
      return [...ends, ...inspection];
    case "transitGateway":
      return [...ends, ...inspection, ...transitCrossings(flow)];
    case "natGateway":
      return [
        ...ends,
        ...inspection,
        ...passing(flow, entering("edge", flow.from)),
        ...passing(translated(flow), leaving("edge", flow.to)),
      ];
  }
}

/** Rules at the inside ends of a flow: a request leaves the one and enters the other, a reply the other way. */
function endCrossings(flow: SiteFlow): readonly Crossing[] {
  const from = flow.from.place === "inside" ? passing(flow, leaving(insideSegment(flow.from), flow.to)) : [];
  const to = flow.to.place === "inside" ? passing(flow, entering(insideSegment(flow.to), flow.from)) : [];
  return [...from, ...to];
}

/** A segment's border, the way in which a flow's request crosses it, and the flow's end beyond. */
interface Border {
  readonly segment: Segment;
  readonly direction: Crossing["direction"];
  readonly remote: FlowEnd;
}

const entering = (segment: Segment, remote: FlowEnd): Border => ({ segment, direction: "ingress", remote });
const leaving = (segment: Segment, remote: FlowEnd): Border => ({ segment, direction: "egress", remote });

/** A request across a border, and its reply the other way. */
function passing(flow: SiteFlow, { segment, direction, remote }: Border): readonly Crossing[] {
  const server = { from: flow.port, to: flow.port };
  const back = direction === "ingress" ? "egress" : "ingress";
  const { protocol } = flow;
  return addressesOf(remote).flatMap((cidr) => {
    const whose = remote.prefixes.includes(cidr) ? (remote.segment ?? (remote.place === "twin" ? "twin" : cidr)) : cidr;
    return [
      { remote: whose, segment, direction, protocol, cidr, ports: server },
      { remote: whose, segment, direction: back, protocol, cidr, ports: flow.clientPorts },
    ];
  });
}

/** A NAT gateway connects from ports of its own (vpc/latest/userguide/nat-gateway-basics, read 2026-11-23). */
function translated(flow: SiteFlow): SiteFlow {
  return { ...flow, clientPorts: { from: 1024, to: 65_535 } };
}

/**
 * An object store behind a gateway endpoint keeps its public addresses, and a network ACL cannot
 * name AWS's list of them. Route table and security group do: there is no other way out of a
 * segment without a default route.
 */
function addressesOf(end: FlowEnd): readonly string[] {
  const behindGateway = end.actions?.some(({ kind }) => kind === "gateway") ?? false;
  return behindGateway ? [...end.prefixes, "0.0.0.0/0"] : end.prefixes;
}

function transitCrossings(flow: SiteFlow): readonly Crossing[] {
  const { protocol } = flow;
  const server = { from: flow.port, to: flow.port };
  const [inside, toSite, fromSite] =
    flow.to.place === "inside" ? [flow.to, server, flow.clientPorts] : [flow.from, flow.clientPorts, server];
  const remote = insideSegment(inside);
  return inside.prefixes.flatMap((cidr): readonly Crossing[] => [
    { remote, segment: "transit", direction: "egress", protocol, cidr, ports: toSite },
    { remote, segment: "transit", direction: "ingress", protocol, cidr, ports: fromSite },
  ]);
}
