import type { Interval } from "./interval";

export const EVERY_PORT: Interval = { first: 0, last: 65_535 };
/** Ports that a NAT gateway connects from (vpc/latest/userguide/custom-network-acl, read 2026-11-23). */
export const EPHEMERAL_PORTS: Interval = { first: 1024, last: 65_535 };

/**
 * Ports as a Network Firewall header writes them: `443`, `1990:1994` or `ANY`
 * (network-firewall API reference, Header; read 2026-11-23). None where it is another expression.
 */
export function headerPorts(text: string): Interval | undefined {
  if (text.toUpperCase() === "ANY") return EVERY_PORT;
  const [, from, to] = /^\[?(\d+)(?::(\d+))?\]?$/.exec(text) ?? [];
  if (from === undefined) return undefined;
  return { first: Number(from), last: Number(to ?? from) };
}

export function portsText({ first, last }: Interval): string {
  if (first === 0 && last === 65_535) return "any port";
  return first === last ? String(first) : `${first}-${last}`;
}
