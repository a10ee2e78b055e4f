import { Address4 } from "ip-address";
import { type Draft, type DraftSite, linksOf, sitesOf } from "./draft";
import type { Path } from "./fault";

export interface AddressRange {
  readonly cidr: string;
  readonly first: bigint;
  readonly last: bigint;
  /** Length of the prefix. */
  readonly length: number;
  /** The same range, written with its first address. */
  readonly canonical: string;
}

/** A range at its place in the file. */
export interface PlacedRange {
  readonly path: Path;
  readonly range: AddressRange;
}

export function addressRange(cidr: string): AddressRange {
  const address = new Address4(cidr);
  const start = address.startAddress();
  return {
    cidr,
    first: start.bigInt(),
    last: address.endAddress().bigInt(),
    length: address.subnetMask,
    canonical: `${start.address}/${address.subnetMask}`,
  };
}

/** A party, not half of the world: /8 is the largest block that IANA ever gave out. */
export const SHORTEST_PREFIX = 8;

export function holds(outer: AddressRange, inner: AddressRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

export function overlap(one: AddressRange, other: AddressRange): boolean {
  return one.first <= other.last && other.first <= one.last;
}

export function addressSpaces(draft: Draft): readonly PlacedRange[] {
  return sitesOf(draft).flatMap(({ path, site }) =>
    site.addressSpace === undefined ? [] : [{ path: [...path, "addressSpace"], range: addressRange(site.addressSpace) }],
  );
}

export function advertised(path: Path, site: DraftSite): readonly PlacedRange[] {
  return placed([...path, "advertisedPrefixes"], site.advertisedPrefixes);
}

export function partyPrefixes(draft: Draft): readonly PlacedRange[] {
  return Object.entries(draft.parties ?? {}).flatMap(([name, party]) => placed(["parties", name, "prefixes"], party.prefixes));
}

/** The addresses of the links' sessions, a link's two after each other. */
export function bgpRanges(draft: Draft): readonly PlacedRange[] {
  return linksOf(draft).flatMap(({ path, link: { bgpRange } }) =>
    (["a", "b"] as const).flatMap((site) => {
      const cidr = bgpRange[site];
      return cidr === undefined ? [] : [{ path: [...path, "bgpRange", site], range: addressRange(cidr) }];
    }),
  );
}

function placed(list: Path, cidrs: readonly (string | undefined)[]): readonly PlacedRange[] {
  return cidrs.flatMap((cidr, index) => (cidr === undefined ? [] : [{ path: [...list, index], range: addressRange(cidr) }]));
}
