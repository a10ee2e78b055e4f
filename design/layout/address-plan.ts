import { Address4 } from "ip-address";

/**
 * Cuts a site's address space into one block per segment and one subnet per segment and zone.
 *
 * Strategy: sixteenths of the space, at fixed places, so that a segment that comes later never
 * moves one that is there. Every block is cut into four, for up to four zones; what fewer zones
 * leave over stays free.
 *
 *     0    1    2    3    4    5    6    7    8    9    10   11   12 .. 15
 *     [        cde       ][  edge  ][  data  ][endpoints][trans][insp] free
 */

export const segments = ["cde", "edge", "data", "endpoints", "transit", "inspection"] as const;
export type Segment = (typeof segments)[number];

/** Start and length in sixteenths of the address space. */
const shares: Readonly<Record<Segment, { readonly start: number; readonly length: 1 | 2 | 4 }>> = {
  cde: { start: 0, length: 4 },
  edge: { start: 4, length: 2 },
  data: { start: 6, length: 2 },
  endpoints: { start: 8, length: 2 },
  transit: { start: 10, length: 1 },
  inspection: { start: 11, length: 1 },
};

const ZONES_AT_MOST = 4;

export interface SubnetPlan {
  /** Segment and place of its zone, such as `cde-1`: equal on both sites. */
  readonly id: string;
  readonly segment: Segment;
  /** Place of the zone in the deployment, from 1. */
  readonly zone: number;
  readonly zoneId: string;
  readonly cidr: string;
}

export interface SegmentPlan {
  readonly segment: Segment;
  /** One range that holds all of the segment's subnets and nothing else. */
  readonly block: string;
  readonly subnets: readonly SubnetPlan[];
}

export type AddressPlan = Readonly<Record<Segment, SegmentPlan>>;

/**
 * @param addressSpace IPv4 range between /16 and /22: less would leave a segment's subnets under
 *   AWS's smallest, /28.
 * @param zoneIds two to four zones, in the deployment's order.
 */
export function addressPlan(addressSpace: string, zoneIds: readonly string[]): AddressPlan {
  const plan = (segment: Segment): SegmentPlan => segmentPlan(addressSpace, segment, zoneIds);
  return {
    cde: plan("cde"),
    edge: plan("edge"),
    data: plan("data"),
    endpoints: plan("endpoints"),
    transit: plan("transit"),
    inspection: plan("inspection"),
  };
}

/** The nth address of a range, from 0. */
function hostAddress(cidr: string, n: number): string {
  return Address4.fromBigInt(startOf(cidr) + BigInt(n)).address;
}

/** Host part of the resolver's address in each endpoints subnet. */
const RESOLVER_HOST = 20;
/** The second sixteen addresses, clear of AWS's own at the start; the resolver's is among them. */
const RESERVED_HOST = 16;
const RESERVED_MASK = 28;

export interface FixedAddress {
  readonly subnet: string;
  /** Address of the resolver, which participants' servers are told once, so it never changes. */
  readonly resolver: string;
  /** Part of the subnet, from which nothing takes an address unless it asks for that one. */
  readonly reserved: string;
}

export function fixedAddresses(plan: AddressPlan): readonly FixedAddress[] {
  return plan.endpoints.subnets.map(({ id, cidr }) => ({
    subnet: id,
    resolver: hostAddress(cidr, RESOLVER_HOST),
    reserved: `${hostAddress(cidr, RESERVED_HOST)}/${RESERVED_MASK}`,
  }));
}

export interface FrontAddresses {
  readonly subnet: string;
  /** Part of the subnet that only the fixed addresses of load balancers come from. */
  readonly reserved: string;
  /** How many cells find their addresses in it. */
  readonly cells: number;
}

/**
 * The second sixteenth of each cde subnet, and sixteen addresses at least: clear of AWS's own at the
 * start, and of what comes and goes. Load balancers and tasks share the rest.
 */
export function frontAddresses(plan: AddressPlan): readonly FrontAddresses[] {
  return plan.cde.subnets.map(({ id, cidr }) => {
    const size = reservedSize(cidr);
    // A half for private lines and one for the twin; the first of each stays free, since some
    // firewalls take an address that ends in 0 for a network.
    return { subnet: id, reserved: `${hostAddress(cidr, size)}/${32 - Math.log2(size)}`, cells: size / 2 - 1 };
  });
}

/** Where participants on private lines find a cell, in each zone: they are told it once, so it never changes. */
export function privateFrontAddress(plan: AddressPlan, cell: { readonly number: number }): readonly FrontAddress[] {
  return addressesInFront(plan, cell, 0);
}

/** Where the twin finds a cell, in each zone: in the other half of what is reserved. */
export function twinFrontAddress(plan: AddressPlan, cell: { readonly number: number }): readonly FrontAddress[] {
  return addressesInFront(plan, cell, 1);
}

function addressesInFront(plan: AddressPlan, cell: { readonly number: number }, half: 0 | 1): readonly FrontAddress[] {
  return frontAddresses(plan).map(({ subnet, reserved, cells }) => {
    if (cell.number > cells) throw new Error(`subnet ${subnet} has fixed addresses for ${cells} cells, and none for cell ${cell.number}`);
    return { subnet, address: hostAddress(reserved, half * (cells + 1) + cell.number) };
  });
}

export interface FrontAddress {
  readonly subnet: string;
  readonly address: string;
}

function reservedSize(cidr: string): number {
  return Math.max(16, 2 ** (32 - new Address4(cidr).subnetMask) / 16);
}

function segmentPlan(addressSpace: string, segment: Segment, zoneIds: readonly string[]): SegmentPlan {
  const space = new Address4(addressSpace);
  const { start, length } = shares[segment];
  const sixteenth = 2n ** BigInt(32 - space.subnetMask - 4);
  const first = startOf(addressSpace) + BigInt(start) * sixteenth;
  const mask = space.subnetMask + 4 - Math.log2(length);
  const quarter = (sixteenth * BigInt(length)) / BigInt(ZONES_AT_MOST);
  return {
    segment,
    block: range(first, mask),
    subnets: zoneIds.map((zoneId, index) => ({
      id: `${segment}-${index + 1}`,
      segment,
      zone: index + 1,
      zoneId,
      cidr: range(first + BigInt(index) * quarter, mask + Math.log2(ZONES_AT_MOST)),
    })),
  };
}

function startOf(cidr: string): bigint {
  return new Address4(cidr).startAddress().bigInt();
}

function range(first: bigint, mask: number): string {
  return `${Address4.fromBigInt(first).address}/${mask}`;
}
