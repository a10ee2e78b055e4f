import { Address4 } from "ip-address";
import { type Interval, without } from "./interval";

/** Every IPv4 address. */
export const EVERYWHERE: Interval = { first: 0, last: 0xff_ff_ff_ff };

/** Few prefixes stand in a template, and each is asked for thousands of times: a fifth of a judgement went into reading them. */
const known = new Map<string, Interval | undefined>();

/** The addresses of an IPv4 prefix; none where the text is no prefix. */
export function prefixOf(cidr: string): Interval | undefined {
  if (!known.has(cidr)) known.set(cidr, readPrefix(cidr));
  return known.get(cidr);
}

function readPrefix(cidr: string): Interval | undefined {
  if (!cidr.includes("/") || !Address4.isValid(cidr)) return undefined;
  const prefix = new Address4(cidr);
  return { first: Number(prefix.startAddress().bigInt()), last: Number(prefix.endAddress().bigInt()) };
}

/** A prefix where the interval is one, else its first and last address. */
export function addressesText({ first, last }: Interval): string {
  const mask = 32 - Math.log2(last - first + 1);
  const start = addressText(first);
  return Number.isInteger(mask) && first % 2 ** (32 - mask) === 0 ? `${start}/${mask}` : `${start}-${addressText(last)}`;
}

function addressText(address: number): string {
  return Address4.fromBigInt(BigInt(address)).correctForm();
}

/** Ranges that the internet does not route (IANA special-purpose address registry, RFC 6890; read 2026-11-23). */
const NOT_GLOBAL = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
];

/** The parts of some addresses that the internet routes. */
export function globalParts(addresses: Interval): readonly Interval[] {
  const taken = NOT_GLOBAL.flatMap((text) => prefixOf(text) ?? []);
  return taken.reduce<readonly Interval[]>((parts, range) => parts.flatMap((part) => without(part, range)), [addresses]);
}
