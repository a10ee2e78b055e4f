import { remembered } from "../../../synthesized/estate/remembered";
import { type Network, type Subnet, subnetAt } from "../network/network";
import type { Route } from "../network/route-table";
import { covers, type Interval, overlap, rememberedInterval } from "../terms/interval";
import { lookUp, lost, type Path, type Step, type UnderWay } from "./path";
import { toTransit } from "./transit-path";

/** The ways from a subnet to some addresses; each address is in one of them. */
export function pathsFromSubnet(network: Network, from: Subnet, destination: Interval): readonly Path[] {
  return pathsOfSubnet(network)(from)(destination);
}

/** Every flow and every rule between two subnets asks for the same ways. */
const pathsOfSubnet = remembered((network: Network) =>
  remembered((from: Subnet) => rememberedInterval((destination) => follow(network, from, { destination, steps: [] }))),
);

/** Goes on from a subnet with packets that are under way. */
export function follow(network: Network, at: Subnet, way: UnderWay): readonly Path[] {
  const { address, routes } = at.routeTable;
  return lookUp(routes, way.destination).flatMap(({ entry, destination }) => {
    const here = { destination, steps: way.steps };
    if (entry === undefined)
      return [lost(here, { verdict: "notMet", address, attribute: "route", why: `has no route to it, for ${at.address}` })];
    return followRoute(network, at, { route: entry, way: { ...here, steps: [...way.steps, { kind: "lead", id: entry.id }] } });
  });
}

function followRoute(network: Network, at: Subnet, { route, way }: { readonly route: Route; readonly way: UnderWay }): readonly Path[] {
  if (isRefused(network, route)) {
    const why = "splits the VPC's own addresses; AWS takes that for a whole subnet only, through a firewall or a NAT gateway";
    return [lost(way, { verdict: "notMet", address: route.id, attribute: "destination_cidr_block", why })];
  }
  const left: UnderWay = { ...way, steps: [...way.steps, { kind: "leave", subnet: at }] };
  switch (route.target.kind) {
    case "local":
      return deliver(network, at, way);
    case "internetGateway":
      return [{ ...left, end: { kind: "place", place: "internet" } }];
    case "networkPeering":
      return [{ ...left, end: { kind: "place", place: "twin" } }];
    case "transitGateway":
      return toTransit(network, at, left);
    case "natGateway":
      return through(network, route, { way: left, subnet: route.target.subnet, step: "translate" });
    case "firewall":
      return through(network, route, { way: left, subnet: route.target.subnet, step: "inspect" });
    case "unreadable":
      return [lost(way, { verdict: "undetermined", address: route.id, attribute: route.target.attribute, why: "cannot be read" })];
  }
}

/** Source: vpc/latest/userguide/route-table-options, read 2026-11-23. */
function isRefused({ space, subnets }: Network, { destination, target }: Route): boolean {
  if (target.kind === "local" || target.kind === "unreadable" || !covers(space, destination)) return false;
  const wholeSubnet = subnets.some(({ addresses }) => covers(addresses, destination) && covers(destination, addresses));
  return !wholeSubnet || target.kind === "internetGateway" || target.kind === "transitGateway" || target.kind === "networkPeering";
}

/** The local route leads to the subnets of the VPC; inside one subnet no ACL is looked at. */
function deliver(network: Network, at: Subnet, way: UnderWay): readonly Path[] {
  return network.subnets.flatMap((subnet) => {
    const destination = overlap(subnet.addresses, way.destination);
    if (destination === undefined) return [];
    const crossing: readonly Step[] =
      subnet === at
        ? []
        : [
            { kind: "leave", subnet: at },
            { kind: "enter", subnet },
          ];
    return [{ destination, steps: [...way.steps, ...crossing], end: { kind: "subnet", subnet } }];
  });
}

interface Middlebox {
  readonly way: UnderWay;
  readonly subnet: string;
  readonly step: "inspect" | "translate";
}

function through(network: Network, route: Route, { way, subnet: address, step }: Middlebox): readonly Path[] {
  const subnet = subnetAt(network, address);
  if (subnet === undefined)
    return [
      lost(way, { verdict: "undetermined", address: route.id, attribute: "target", why: `is in ${address}, which is not in the template` }),
    ];
  if (way.steps.some((done) => done.kind === step && done.subnet === subnet)) {
    return [
      lost(way, {
        verdict: "notMet",
        address: route.id,
        attribute: "target",
        why: `leads back to ${address}, where the packets have been`,
      }),
    ];
  }
  if (step === "inspect" && !network.firewalls.some(({ subnets }) => subnets.includes(address))) {
    return [
      lost(way, {
        verdict: "notMet",
        address: route.id,
        attribute: "vpc_endpoint_id",
        why: `is a firewall endpoint in ${address}, where no firewall has one`,
      }),
    ];
  }
  return follow(network, subnet, { ...way, steps: [...way.steps, { kind: "enter", subnet }, { kind: step, subnet }] });
}
