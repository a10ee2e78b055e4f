import type { Network } from "../network/network";
import { type Peer, rulesTowards, type SecurityGroup } from "../network/security-group";
import type { Traffic } from "../terms/traffic";
import type { Hop } from "./hop";
import { through } from "./hop";
import type { End } from "./way";

interface Connection {
  readonly from: End;
  readonly to: End;
  readonly between: Peer["between"];
}

/** The security groups at the inside ends of a connection. */
export function groupHops(network: Network, traffic: Traffic, { from, to, between }: Connection): readonly Hop[] {
  const [sources, targets] = [groupsAt(network, from), groupsAt(network, to)];
  return [
    ...missingGroup(from, sources),
    ...missingGroup(to, targets),
    ...pairs(sources, targets).flatMap(([source, target]) => [
      ...(source === undefined ? [] : [groupHop(traffic, { group: source, direction: "egress", peer: { ...named(target), between } })]),
      ...(target === undefined ? [] : [groupHop(traffic, { group: target, direction: "ingress", peer: { ...named(source), between } })]),
    ]),
  ];
}

function groupsAt(network: Network, end: End): readonly SecurityGroup[] {
  return end.kind === "subnet" ? network.groups.filter(({ party }) => party === end.party) : [];
}

function missingGroup(end: End, groups: readonly SecurityGroup[]): readonly Hop[] {
  if (end.kind === "place" || groups.length > 0) return [];
  const why = `gives no security group the tag twinsite:party = ${end.party}`;
  return [{ kind: "securityGroup", verdict: "notMet", address: "aws_security_group", attribute: "tags", why, rules: [] }];
}

function named(group: SecurityGroup | undefined): Pick<Peer, "group"> {
  return group === undefined ? {} : { group: group.address };
}

/** Every source with every target; an end outside has no group. */
function pairs(
  sources: readonly SecurityGroup[],
  targets: readonly SecurityGroup[],
): readonly (readonly [SecurityGroup | undefined, SecurityGroup | undefined])[] {
  if (sources.length === 0) return targets.map((target) => [undefined, target]);
  if (targets.length === 0) return sources.map((source) => [source, undefined]);
  return sources.flatMap((source) => targets.map((target) => [source, target] as const));
}

export interface AtGroup {
  readonly group: SecurityGroup;
  readonly direction: "ingress" | "egress";
  readonly peer: Peer;
}

export function groupHop(traffic: Traffic, { group, direction, peer }: AtGroup): Hop {
  const rules = group[direction];
  const { hops } = through(
    { traffic: [traffic], hops: [] },
    { kind: "securityGroup", address: group.address, attribute: direction, rules: rulesTowards(rules, peer) },
  );
  const [hop] = hops;
  const useless = rules.find((rule) => rule.peer.kind === "group" && rule.peer.address === peer.group && peer.between === "firewall");
  if (hop === undefined) throw new Error(`no verdict on ${group.address}`);
  if (hop.verdict !== "notMet" || useless === undefined) return hop;
  return {
    ...hop,
    address: useless.id,
    attribute: "referenced_security_group_id",
    why: "names a group, which lets nothing through behind a firewall endpoint; name addresses",
  };
}
