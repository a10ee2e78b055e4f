import { remembered } from "../../../synthesized/estate/remembered";
import { type Network, subnetAt } from "../network/network";
import type { Attachment } from "../network/transit";
import { type Interval, overlap, rememberedInterval } from "../terms/interval";
import { lookUp, lost, type OutsidePlace, type Path, type Step, type UnderWay } from "./path";
import { follow } from "./route";
import { missingPeering, noTable } from "./transit-path";

/** The ways from outside; from a transit gateway, one for every zone in which it may deliver. */
export function pathsFromPlace(network: Network, from: OutsidePlace, destination: Interval): readonly Path[] {
  return pathsOfPlaces(network)[from](destination);
}

const pathsOfPlaces = remembered((network: Network) => ({
  internet: rememberedInterval((destination) => fromInternet(network, destination)),
  twin: rememberedInterval((destination) => fromTwin(network, { destination, steps: [] })),
  directConnect: rememberedInterval((destination) => fromDirectConnect(network, destination)),
}));

/** Over a peering of the networks, what the twin's tables send comes straight into the subnet that it is meant for. */
function fromTwin(network: Network, way: UnderWay): readonly Path[] {
  const { arrivals } = network.peering;
  if (arrivals.length === 0) return fromTransit(network, "twin", way);
  const address = "aws_vpc_peering_connection";
  return lookUp(arrivals, way.destination).flatMap(({ entry, destination }) => {
    const here: UnderWay = { ...way, destination };
    if (entry === undefined) return [lost(here, { verdict: "notMet", address, attribute: "", why: "has no route of the twin's to it" })];
    if (entry.to === "unreadable")
      return [lost(here, { verdict: "undetermined", address: entry.id, attribute: "destination_cidr_block", why: "cannot be read" })];
    return network.subnets.flatMap((subnet): readonly Path[] => {
      const part = overlap(subnet.addresses, destination);
      if (part === undefined) return [];
      const steps: readonly Step[] = [...way.steps, { kind: "lead", id: entry.id }, { kind: "enter", subnet }];
      return [{ destination: part, steps, end: { kind: "subnet", subnet } }];
    });
  });
}

function fromTransit(network: Network, from: Attachment, way: UnderWay): readonly Path[] {
  const table = network.transit.tables[from];
  if (table === undefined) return [lost(way, { ...noTable(from), ...(from === "twin" ? missingPeering(network) : {}) })];
  return lookUp(table.routes, way.destination).flatMap(({ entry, destination }) => {
    if (entry === undefined || entry.to !== "network") {
      const verdict = entry?.to === "unreadable" ? ("undetermined" as const) : ("notMet" as const);
      return [lost({ ...way, destination }, { verdict, address: table.address, attribute: "route", why: "has no route to it" })];
    }
    const steps: readonly Step[] = [...way.steps, { kind: "lead", id: entry.id }];
    const doors = network.transit.subnets.flatMap((address) => subnetAt(network, address) ?? []);
    return doors.flatMap((door) => follow(network, door, { destination, steps }));
  });
}

function fromDirectConnect(network: Network, destination: Interval): readonly Path[] {
  const announced = network.transit.announced.map(({ id, prefix }) => ({ id, destination: prefix }));
  return lookUp(announced, destination).flatMap(({ entry, destination: part }) => {
    if (entry !== undefined) return fromTransit(network, "directConnect", { destination: part, steps: [{ kind: "lead", id: entry.id }] });
    const why = "announces no prefix that holds it, so routers outside know no way";
    return [
      lost(
        { destination: part, steps: [] },
        { verdict: "notMet", address: "aws_dx_gateway_association", attribute: "allowed_prefixes", why },
      ),
    ];
  });
}

/** The internet reaches a subnet only where its table leads back to the internet gateway. */
function fromInternet(network: Network, destination: Interval): readonly Path[] {
  return network.subnets.flatMap((subnet): readonly Path[] => {
    const part = overlap(subnet.addresses, destination);
    if (part === undefined) return [];
    const isPublic = subnet.routeTable.routes.some(({ target }) => target.kind === "internetGateway");
    if (isPublic) return [{ destination: part, steps: [{ kind: "enter", subnet }], end: { kind: "subnet", subnet } }];
    const why = `leads from ${subnet.address} to no internet gateway`;
    return [lost({ destination: part, steps: [] }, { verdict: "notMet", address: subnet.routeTable.address, attribute: "route", why })];
  });
}
