import { tagsOf, textAt } from "../../../synthesized/attributes";
import { referencesIn } from "../../../synthesized/reference";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import { EVERYTHING, type Rule } from "../terms/filter";
import { blockIdAt, blocksOn, isSet, portFit, prefixAt } from "../terms/reading";

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

export function securityGroups(template: Template, subnets: readonly Place[]): readonly SecurityGroup[] {
  const groups = [...resourcesOf(template, "aws_security_group"), ...resourcesOf(template, "aws_default_security_group")];
  return groups.map((group) => {
    const tags = tagsOf(template, group);
    const party = tags["twinsite:party"];
    return {
      address: group.address,
      party: typeof party === "string" ? party : group.address,
      homes: homesOf(template, group, subnets),
      ingress: groupRules(template, group, "ingress"),
      egress: groupRules(template, group, "egress"),
    };
  });
}

/** A subnet, as far as a group needs to know it. */
interface Place {
  readonly address: string;
  readonly segment: string | undefined;
}

/** The subnets of its segment and those of resources that name it; all, where neither says. */
function homesOf(template: Template, group: Block, subnets: readonly Place[]): readonly string[] {
  const segment = tagsOf(template, group)["twinsite:segment"];
  const members = template.resources
    .map(({ attributes }) => referencesIn(attributes).map(({ address }) => address))
    .filter((named) => named.includes(group.address));
  const homes = subnets.filter(
    (subnet) => (segment !== undefined && subnet.segment === segment) || members.some((named) => named.includes(subnet.address)),
  );
  return (homes.length > 0 ? homes : subnets).map(({ address }) => address);
}

function groupRules(template: Template, group: Block, direction: Direction): readonly GroupRule[] {
  const on = { key: "security_group_id", address: group.address };
  const rules = blocksOn(template, `aws_vpc_security_group_${direction}_rule`, on).flatMap((rule) => groupRule(template, rule, direction));
  const old = blocksOn(template, "aws_security_group_rule", on).filter(({ attributes }) => attributes["type"] === direction);
  const inline = isSet(group.attributes, direction) ? [unreadableRule(`${group.address}.${direction}`)] : [];
  // A group only ever lets in: what is not readable decides last, over what no other rule lets pass.
  return [
    ...rules.filter(isReadable),
    ...rules.filter((rule) => !isReadable(rule)),
    ...old.map(({ address }) => unreadableRule(address)),
    ...inline,
  ];
}

function isReadable({ action }: Rule): boolean {
  return action !== "unreadable";
}

function unreadableRule(id: string): GroupRule {
  return { ...EVERYTHING, id, action: "unreadable", peer: { kind: "addresses" } };
}

function groupRule(template: Template, { address, attributes }: Block, direction: Direction): readonly GroupRule[] {
  if (isSet(attributes, "cidr_ipv6")) return [];
  const fit = portFit(attributes, "ip_protocol");
  const ends = peerOf(template, attributes, direction);
  if (fit === undefined || ends === undefined) return [unreadableRule(address)];
  return [{ ...EVERYTHING, ...ends, ...fit, id: address, action: "pass" }];
}

/** The peer of a rule, and the addresses it stands for where the rule says them. */
function peerOf(template: Template, attributes: Block["attributes"], direction: Direction): Pick<GroupRule, "peer"> | undefined {
  const group = blockIdAt(attributes, "referenced_security_group_id");
  if (group !== undefined) return { peer: { kind: "group", address: group } };
  const endpoint = prefixListEndpoint(attributes);
  if (endpoint !== undefined) return { peer: { kind: "prefixList", endpoint } };
  const remote = prefixAt(template, attributes, "cidr_ipv4");
  if (remote === undefined) return undefined;
  return { peer: { kind: "addresses" }, ...(direction === "ingress" ? { source: remote } : { destination: remote }) };
}

function prefixListEndpoint(attributes: Block["attributes"]): string | undefined {
  const [, address] = /^\$\{(aws_vpc_endpoint\.[\w-]+)\.prefix_list_id\}$/.exec(textAt(attributes, "prefix_list_id") ?? "") ?? [];
  return address;
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
