import { type Interval, overlap, without } from "./interval";
import { portsText } from "./port-range";
import { addressesText } from "./prefix";

/** `other` is everything without ports: ICMP and the rest. */
export type Protocol = "tcp" | "udp" | "other";
export const everyProtocol: readonly Protocol[] = ["tcp", "udp", "other"];

/** All packets of one protocol between two sets of addresses, by the port that they go to. */
export interface Traffic {
  readonly protocol: Protocol;
  readonly source: Interval;
  readonly destination: Interval;
  readonly ports: Interval;
}

export function commonTraffic(a: Traffic, b: Traffic): Traffic | undefined {
  const source = overlap(a.source, b.source);
  const destination = overlap(a.destination, b.destination);
  const ports = overlap(a.ports, b.ports);
  if (a.protocol !== b.protocol || source === undefined || destination === undefined || ports === undefined) return undefined;
  return { protocol: a.protocol, source, destination, ports };
}

/** What is left of some traffic without other: up to six parts, none of which overlap. */
export function trafficWithout(whole: Traffic, taken: Traffic): readonly Traffic[] {
  const common = commonTraffic(whole, taken);
  if (common === undefined) return [whole];
  return [
    ...without(whole.source, common.source).map((source) => ({ ...whole, source })),
    ...without(whole.destination, common.destination).map((destination) => ({ ...whole, source: common.source, destination })),
    ...without(whole.ports, common.ports).map((ports) => ({ ...common, ports })),
  ];
}

export function trafficText({ protocol, source, destination, ports }: Traffic): string {
  const to = `${addressesText(source)} to ${addressesText(destination)}`;
  return protocol === "other" ? `any other protocol, ${to}` : `${protocol} ${portsText(ports)}, ${to}`;
}
