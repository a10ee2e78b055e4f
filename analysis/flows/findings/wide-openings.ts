import type { Network } from "../network/network";
import type { GroupRule } from "../network/security-group";
import type { Rule } from "../terms/filter";
import { without } from "../terms/interval";
import { EVERY_PORT, portsText } from "../terms/port-range";
import { addressesText, EVERYWHERE } from "../terms/prefix";
import type { Traffic } from "../terms/traffic";
import { excessOver, type Needs, needsOf } from "../ways/needs";
import { type FlowTrace, passesBothWays } from "../ways/trace";

/** A rule or route that some flow needs, but that lets pass more than all declared flows and replies need of it. */
export interface WideOpening {
  readonly rule: string;
  /** What it lets pass beyond that. */
  readonly excess: readonly string[];
}

/**
 * Each layer alone says no more than what is declared, though the others would stop the rest: one
 * thrown open shows at once, and not only when the last of them is. Flows to a gateway endpoint
 * need every address in the network ACLs, for they cannot name its service's.
 */
export function wideOpenings(network: Network, traces: readonly FlowTrace[]): readonly WideOpening[] {
  if (!traces.every(passesBothWays)) return [];
  const needs = needsOf(traces);
  const openings = [...gatesOf(network).flatMap((gate) => wideRules(gate, needs)), ...wideRoutes(network, needs)];
  // Subnets may share a route table.
  return [...new Map(openings.map((opening) => [`${opening.rule} ${opening.excess.join()}`, opening])).values()];
}

/** Rules that decide together, and which addresses they look at. */
interface Gate {
  readonly rules: readonly Rule[];
  readonly sees: "source" | "destination" | "both" | "neither";
}

function gatesOf({ subnets, groups, firewalls }: Network): readonly Gate[] {
  const acls = new Map(subnets.map(({ acl }) => [acl.address, acl]));
  return [
    ...[...acls.values()].flatMap(({ ingress, egress }) => inAndOut(ingress, egress)),
    ...groups.flatMap(({ ingress, egress }) => [
      ...inAndOut(ingress.filter(namesAddresses), egress.filter(namesAddresses)),
      ...[...ingress, ...egress].filter((rule) => !namesAddresses(rule)).map((rule): Gate => ({ rules: [rule], sees: "neither" })),
    ]),
    ...firewalls.map(({ rules }): Gate => ({ rules, sees: "both" })),
  ];
}

function inAndOut(ingress: readonly Rule[], egress: readonly Rule[]): readonly Gate[] {
  return [
    { rules: ingress, sees: "source" },
    { rules: egress, sees: "destination" },
  ];
}

/** A rule that names a group or AWS's list of addresses is as wide as its ports. */
function namesAddresses({ peer }: GroupRule): boolean {
  return peer.kind === "addresses";
}

/** Needs that the gate's rules meet are needs of the gate: rules may share one between them. */
function wideRules(gate: Gate, needs: Needs): readonly WideOpening[] {
  const needed = gate.rules.flatMap(({ id }) => needs.get(id) ?? []).map((traffic) => seenAt(gate, traffic));
  return gate.rules.flatMap((rule, place) => {
    if (rule.action !== "pass" || !needs.has(rule.id)) return [];
    const stopped = gate.rules.slice(0, place).filter(({ action }) => action === "stop");
    const open = excessOver(stopped.flatMap(trafficOf), trafficOf(rule));
    const excess = excessOver(needed, open).map((traffic) => textAt(gate, traffic));
    return excess.length === 0 ? [] : [{ rule: rule.id, excess }];
  });
}

function trafficOf({ protocols, source, destination, ports }: Rule): readonly Traffic[] {
  return protocols.map((protocol) => ({ protocol, source, destination, ports: protocol === "other" ? EVERY_PORT : ports }));
}

function seenAt({ sees }: Gate, traffic: Traffic): Traffic {
  switch (sees) {
    case "source":
      return { ...traffic, destination: EVERYWHERE };
    case "destination":
      return { ...traffic, source: EVERYWHERE };
    case "neither":
      return { ...traffic, source: EVERYWHERE, destination: EVERYWHERE };
    case "both":
      return traffic;
  }
}

function textAt({ sees }: Gate, { protocol, source, destination, ports }: Traffic): string {
  const what = protocol === "other" ? "every other protocol" : `${protocol} ${portsText(ports)}`;
  switch (sees) {
    case "source":
      return `${what} from ${addressesText(source)}`;
    case "destination":
      return `${what} to ${addressesText(destination)}`;
    case "neither":
      return what;
    case "both":
      return `${what} from ${addressesText(source)} to ${addressesText(destination)}`;
  }
}

/** What private lines announce is not the template's to say; the tables before theirs lead to declared addresses only. */
function wideRoutes({ subnets, transit }: Network, needs: Needs): readonly WideOpening[] {
  const ofSubnets = subnets.flatMap(({ routeTable }) => routeTable.routes.filter(({ target }) => target.kind !== "local"));
  const ofTransit = Object.values(transit.tables).flatMap((table) => table?.routes ?? []);
  return [...ofSubnets, ...ofTransit.filter(({ to }) => to !== "directConnect")].flatMap(({ id, destination }) => {
    const needed = needs.get(id);
    if (needed === undefined) return [];
    const excess = needed.reduce((rest, need) => rest.flatMap((part) => without(part, need.destination)), [destination]);
    return excess.length === 0 ? [] : [{ rule: id, excess: excess.map((part) => `the way to ${addressesText(part)}`) }];
  });
}
