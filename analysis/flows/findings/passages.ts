import { textAt } from "../../../synthesized/attributes";
import type { FlowEnd, PermittedFlow } from "../../../synthesized/evidence";
import { blockAt } from "../../../synthesized/template";
import { type Network, type Subnet, subnetsAt } from "../network/network";
import { type GroupRule, rulesTowards, type SecurityGroup } from "../network/security-group";
import { sift } from "../terms/filter";
import { covers, type Interval } from "../terms/interval";
import { EVERYWHERE, globalParts } from "../terms/prefix";
import type { Traffic } from "../terms/traffic";
import { sendAlong } from "../ways/hop";
import type { Path } from "../ways/path";
import { pathsFromSubnet } from "../ways/route";
import { type Passage, type PassageEnd, type UndeclaredPassage, undeclaredParts } from "./passage";
import { passagesInto } from "./passages-into";
import { transitPassages } from "./transit-passages";

/**
 * Everything that a network surely lets pass: from each rule of each security group, along every
 * path that the route tables open, as far as the network ACLs, the firewall and the other end's
 * group agree. Requests alone are followed: what a packet can do by itself needs no reply.
 */
function passages(network: Network): readonly Passage[] {
  const ofGroups = network.groups.flatMap((group) => [...passagesFrom(network, group), ...passagesInto(network, group)]);
  return [...ofGroups, ...transitPassages(network)];
}

/** What passes though no flow declares it. */
export function undeclaredPassages(network: Network, flows: readonly PermittedFlow[]): readonly UndeclaredPassage[] {
  const declared = network.transit.peering === "given" ? flows : [...flows, ...flows.map(seenWithoutPeering)];
  return passages(network).flatMap((passage) => undeclaredParts(passage, declared));
}

/** Without the routes to the peering, the twin seems to be where all other addresses are learnt from. */
function seenWithoutPeering(flow: PermittedFlow): PermittedFlow {
  return { ...flow, from: seenThere(flow.from), to: seenThere(flow.to) };
}

function seenThere(end: FlowEnd): FlowEnd {
  return end.place === "twin" ? { ...end, place: "directConnect" } : end;
}

/** A group's rule at work in one of the subnets that its members may be in. */
interface Origin {
  readonly group: SecurityGroup;
  readonly rule: GroupRule;
  readonly home: Subnet;
}

function passagesFrom(network: Network, group: SecurityGroup): readonly Passage[] {
  const rules = group.egress.filter(({ action }) => action === "pass");
  const origins = rules.flatMap((rule) => subnetsAt(network, group.homes).map((home) => ({ group, rule, home })));
  return origins.flatMap((origin) => [
    ...targetsOf(network, origin).flatMap((destination) => alongPaths(network, origin, destination)),
    ...throughGateways(network, origin),
  ]);
}

function targetsOf(network: Network, { rule: { peer, destination }, home }: Origin): readonly Interval[] {
  switch (peer.kind) {
    case "addresses":
      return [destination];
    case "group":
      return network.groups
        .filter(({ address }) => address === peer.address)
        .flatMap((group) => subnetsAt(network, group.homes).map(({ addresses }) => addresses));
    case "prefixList":
      // Without the endpoint's route a service's public addresses are the internet's like any other.
      return home.routeTable.gatewayEndpoints.includes(peer.endpoint) ? [] : globalParts(EVERYWHERE);
  }
}

function alongPaths(network: Network, origin: Origin, destination: Interval): readonly Passage[] {
  const { home, rule } = origin;
  return rule.protocols.flatMap((protocol) => {
    const traffic: Traffic = { protocol, source: home.addresses, destination, ports: rule.ports };
    return pathsFromSubnet(network, home, destination).flatMap((path) => atEnd(network, origin, { path, traffic }));
  });
}

function atEnd(
  network: Network,
  { group, rule, home }: Origin,
  { path, traffic }: { readonly path: Path; readonly traffic: Traffic },
): readonly Passage[] {
  const arrived = sendAlong(network, path, { traffic, direction: "request" }).traffic;
  const from: PassageEnd = { kind: "party", party: group.party };
  const { end } = path;
  switch (end.kind) {
    case "lost":
      return [];
    case "place":
      if (rule.peer.kind === "group") return [];
      // Behind a NAT gateway the source is the gateway's; here it is still told whose traffic it is.
      return arrived.map((part) => ({
        from,
        to: { kind: "place", place: end.place },
        traffic: { ...part, source: home.addresses },
        rule: rule.id,
      }));
    case "subnet": {
      const between = path.steps.some(({ kind }) => kind === "inspect") ? "firewall" : "nothing";
      const targets = network.groups.filter((target) => target.homes.includes(end.subnet.address));
      return targets
        .filter((target) => rulesTowards([rule], { group: target.address, between }).length > 0)
        .flatMap((target) =>
          sift(arrived, rulesTowards(target.ingress, { group: group.address, between })).passed.map((part) => ({
            from,
            to: { kind: "party" as const, party: target.party },
            traffic: part,
            rule: rule.id,
          })),
        );
    }
  }
}

/**
 * Only AWS's list of a service's addresses leads to its gateway endpoint, and the template does not
 * know it. The list's own name reaches it, and so does all of the internet; some addresses are
 * whoever's they are declared to be, and if nobody's, the rule that names them is idle or wide.
 */
function surelyReaches({ peer, destination }: GroupRule, endpoint: string): boolean {
  switch (peer.kind) {
    case "prefixList":
      return peer.endpoint === endpoint;
    case "addresses":
      return globalParts(EVERYWHERE).every((part) => covers(destination, part));
    case "group":
      return false;
  }
}

/** Passages to a service's public addresses, which are somewhere in the internet's. */
function throughGateways(network: Network, { group, rule, home }: Origin): readonly Passage[] {
  const { peer } = rule;
  const reached = home.routeTable.gatewayEndpoints.filter((endpoint) => surelyReaches(rule, endpoint));
  const traffic = rule.protocols.flatMap((protocol) =>
    globalParts(peer.kind === "prefixList" ? EVERYWHERE : rule.destination).map((destination) => ({
      protocol,
      source: home.addresses,
      destination,
      ports: rule.ports,
    })),
  );
  return reached.flatMap((address) => {
    const name = textAt(blockAt(network.template, address)?.attributes ?? {}, "service_name") ?? address;
    const to: PassageEnd = { kind: "gatewayEndpoint", address, service: name.split(".").at(-1) ?? name };
    return sift(traffic, home.acl.egress).passed.map((part) => ({
      from: { kind: "party", party: group.party },
      to,
      traffic: part,
      rule: rule.id,
    }));
  });
}
