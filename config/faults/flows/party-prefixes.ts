import { type AddressRange, addressRange, holds, overlap, type PlacedRange, partyPrefixes, SHORTEST_PREFIX } from "../../address-range";
import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/**
 * Ranges of the IANA special-purpose registry (2026-10). Documentation ranges are not among them:
 * an example has to name some address.
 */
const unroutable = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"].map(addressRange);
const notPublic = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "192.0.0.0/24", "198.18.0.0/15"].map(addressRange);

export function partyPrefixFindings(draft: Draft): readonly Finding[] {
  return partyPrefixes(draft).flatMap((placed) => {
    const reachedOver = draft.parties?.[String(placed.path[1])]?.reachedOver;
    if (placed.range.length < SHORTEST_PREFIX) return [tooWide(placed)];
    if (unroutable.some((other) => overlap(other, placed.range))) return [noParty(placed)];
    return reachedOver === "internet" && overlapsAny(notPublic, placed.range) ? [privateOnInternet(placed)] : [];
  });
}

function overlapsAny(ranges: readonly AddressRange[], range: AddressRange): boolean {
  return ranges.some((other) => holds(other, range) || holds(range, other));
}

function tooWide({ path, range }: PlacedRange): Finding {
  return {
    path,
    at: "value",
    what: `${range.cidr} is too wide for one party.`,
    allowed: `The party's own addresses, with a prefix of /${SHORTEST_PREFIX} or longer; no default route.`,
    mend: "List the ranges that the party really has.",
  };
}

function noParty({ path, range }: PlacedRange): Finding {
  return {
    path,
    at: "value",
    what: `${range.cidr} has loopback, link-local, multicast or reserved addresses, which no party has.`,
    allowed: `Addresses outside ${unroutable.map(({ cidr }) => cidr).join(", ")}.`,
    mend: "List the ranges that the party really has.",
  };
}

function privateOnInternet({ path, range }: PlacedRange): Finding {
  return {
    path,
    at: "value",
    what: `${range.cidr} has private or reserved addresses, which the internet does not route.`,
    allowed: "Public IPv4 ranges for a party that is reached over the internet.",
    mend: "List the party's public addresses, or reach it over directConnect.",
  };
}
