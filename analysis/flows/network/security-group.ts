import { valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { targetOf } from "../../../synthesized/estate/follow";
import { referrersTo } from "../../../synthesized/estate/referrers";
import { blocksIn, type StackBlock, stackBlockAt } from "../../../synthesized/estate/stack-block";
import { tagsOf } from "../../../synthesized/estate/tags";
import type { Target } from "../../../synthesized/estate/target";
import type { Block, Template } from "../../../synthesized/template";
import { declaredPrefix } from "../terms/declared-prefix";
import { EVERYTHING, type Rule } from "../terms/filter";
import { blocksOn, ownIdAt } from "../terms/own-blocks";
import { portFit } from "../terms/rule-ports";
import { isSet } from "../terms/set-attribute";

/** A security group and the party that it stands for. It remembers connections: replies need no rule. */
export interface SecurityGroup {
  readonly address: string;
  /** Tag `twinsite:party`; a group without it stands for itself. */
  readonly party: string;
  /** Addresses of the subnets that its members may be in. */
  readonly homes: readonly string[];
  readonly ingress: readonly GroupRule[];
  readonly egress: readonly GroupRule[];
}

/** A rule for addresses, for members of another group, or for a gateway endpoint's service. */
export interface GroupRule extends Rule {
  readonly peer:
    | { readonly kind: "addresses" }
    | { readonly kind: "group"; readonly address: string }
    | { readonly kind: "prefixList"; readonly endpoint: string };
}

type Direction = "ingress" | "egress";

export function securityGroups(estate: Estate, template: Template, subnets: readonly Place[]): readonly SecurityGroup[] {
  const groups = [...blocksIn(template, "aws_security_group"), ...blocksIn(template, "aws_default_security_group")];
  return groups.map((group) => {
    const tags = tagsOf(estate, group);
    const party = tags["twinsite:party"];
    return {
      address: group.block.address,
      party: typeof party === "string" ? party : group.block.address,
      homes: homesOf(estate, group, subnets),
      ingress: groupRules(estate, group, "ingress"),
      egress: groupRules(estate, group, "egress"),
    };
  });
}

/** A subnet, as far as a group needs to know it. */
interface Place {
  readonly address: string;
  readonly segment: string | undefined;
}

/** The subnets of its segment and those of resources that name it; all, where neither says. */
function homesOf(estate: Estate, group: StackBlock, subnets: readonly Place[]): readonly string[] {
  const segment = tagsOf(estate, group)["twinsite:segment"];
  const members = membersOf(estate, group);
  const homes = subnets.filter((subnet) => {
    const named = stackBlockAt(group.template, subnet.address);
    const isMembers = named !== undefined && referrersTo(estate, named).some(({ block }) => block !== undefined && members.has(block));
    return (segment !== undefined && subnet.segment === segment) || isMembers;
  });
  return (homes.length > 0 ? homes : subnets).map(({ address }) => address);
}

/** Resources of its own stack that name a group. */
function membersOf(estate: Estate, group: StackBlock): ReadonlySet<Block> {
  const referrers = referrersTo(estate, group).filter(({ template }) => template === group.template);
  return new Set(referrers.flatMap(({ block }) => (block?.kind === "resource" ? [block] : [])));
}

function groupRules(estate: Estate, { template, block: group }: StackBlock, direction: Direction): readonly GroupRule[] {
  const on = (type: string): readonly StackBlock[] =>
    blocksOn(estate, template, { type, key: "security_group_id", address: group.address });
  const rules = on(`aws_vpc_security_group_${direction}_rule`).flatMap((rule) => groupRule(estate, rule, direction));
  const old = on("aws_security_group_rule").filter(({ block }) => valueAt(block.attributes, "type") === direction);
  const inline = isSet(group.attributes, direction) ? [unreadableRule(`${group.address}.${direction}`)] : [];
  // A group only ever lets in: what is not readable decides last, over what no other rule lets pass.
  return [
    ...rules.filter(isReadable),
    ...rules.filter((rule) => !isReadable(rule)),
    ...old.map(({ block }) => unreadableRule(block.address)),
    ...inline,
  ];
}

function isReadable({ action }: Rule): boolean {
  return action !== "unreadable";
}

function unreadableRule(id: string): GroupRule {
  return { ...EVERYTHING, id, action: "unreadable", peer: { kind: "addresses" } };
}

function groupRule(estate: Estate, rule: StackBlock, direction: Direction): readonly GroupRule[] {
  const { address, attributes } = rule.block;
  if (isSet(attributes, "cidr_ipv6")) return [];
  const fit = portFit(attributes, "ip_protocol");
  const ends = peerOf(estate, rule, direction);
  if (fit === undefined || ends === undefined) return [unreadableRule(address)];
  return [{ ...EVERYTHING, ...ends, ...fit, id: address, action: "pass" }];
}

/** The peer of a rule, and the addresses it stands for where the rule says them. */
function peerOf(
  estate: Estate,
  { template, block: { attributes } }: StackBlock,
  direction: Direction,
): Pick<GroupRule, "peer"> | undefined {
  const group = ownIdAt(estate, template, valueAt(attributes, "referenced_security_group_id"));
  if (group !== undefined) return { peer: { kind: "group", address: group } };
  const endpoint = prefixListEndpoint(targetOf(estate, template, valueAt(attributes, "prefix_list_id")));
  if (endpoint !== undefined) return { peer: { kind: "prefixList", endpoint } };
  const remote = declaredPrefix(estate, template, valueAt(attributes, "cidr_ipv4"));
  if (remote === undefined) return undefined;
  return { peer: { kind: "addresses" }, ...(direction === "ingress" ? { source: remote } : { destination: remote }) };
}

function prefixListEndpoint(target: Target): string | undefined {
  const isEndpoints = (target.kind === "block" || target.kind === "absent") && target.address.startsWith("aws_vpc_endpoint.");
  return isEndpoints && target.attribute === "prefix_list_id" ? target.address : undefined;
}

/** The other end of a connection, as a group's rules can name it. */
export interface Peer {
  readonly group?: string;
  readonly endpoint?: string;
  /** Whether a firewall endpoint stands between the two. */
  readonly between: "nothing" | "firewall";
}

/**
 * The rules that count towards a peer. One that names a group lets nothing through where a
 * middlebox stands between the two (vpc/latest/userguide/route-table-options, read 2026-11-23).
 */
export function rulesTowards(rules: readonly GroupRule[], { group, endpoint, between }: Peer): readonly GroupRule[] {
  return rules.filter(({ peer }) => {
    switch (peer.kind) {
      case "addresses":
        return true;
      case "group":
        return peer.address === group && between === "nothing";
      case "prefixList":
        return peer.endpoint === endpoint;
    }
  });
}
