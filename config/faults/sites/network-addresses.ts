import { addressSpaces, advertised, bgpRanges, type PlacedRange, partyPrefixes } from "../../address-range";
import { type Draft, sitesOf } from "../../draft";
import type { Finding } from "../../fault";

/** AWS takes a range only by its first address; anything else is a slip in one of the two halves. */
export function networkAddressFindings(draft: Draft): readonly Finding[] {
  const announced = sitesOf(draft).flatMap(({ path, site }) => advertised(path, site));
  const ranges = [...addressSpaces(draft), ...announced, ...partyPrefixes(draft), ...bgpRanges(draft)];
  return ranges.filter(({ range }) => range.cidr !== range.canonical).map(notCanonical);
}

function notCanonical({ path, range }: PlacedRange): Finding {
  return {
    path,
    at: "value",
    what: `${range.cidr} does not start at the first address of its range.`,
    allowed: "An IPv4 range: its first address, a slash and the length of its prefix.",
    mend: `Write ${range.canonical}, if that range was meant, or a longer prefix.`,
  };
}
