import { addressRange, addressSpaces, holds, type PlacedRange } from "../../address-range";
import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** RFC 1918, and RFC 6598's shared space, which a VPC takes too (Amazon VPC user guide, 2026-10). */
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].map(addressRange);

/** A VPC's largest range, and the smallest whose segments still get AWS's smallest subnets, /28. */
const LARGEST = 16;
const SMALLEST = 22;

export function addressSpaceFindings(draft: Draft): readonly Finding[] {
  const spaces = addressSpaces(draft);
  return [...spaces.flatMap(sizeFindings), ...spaces.flatMap(privateFindings)];
}

function sizeFindings({ path, range }: PlacedRange): readonly Finding[] {
  if (range.length >= LARGEST && range.length <= SMALLEST) return [];
  const size = range.length > SMALLEST ? "small" : "large";
  return [
    {
      path,
      at: "value",
      what: `${range.cidr} is too ${size} for a site.`,
      allowed: `A prefix from /${LARGEST}, a VPC's largest, to /${SMALLEST}: six segments in up to four zones need that.`,
      mend: `Choose a range of its own with a prefix from /${LARGEST} to /${SMALLEST}.`,
    },
  ];
}

function privateFindings({ path, range }: PlacedRange): readonly Finding[] {
  if (privateRanges.some((outer) => holds(outer, range))) return [];
  return [
    {
      path,
      at: "value",
      what: `${range.cidr} is not a private range.`,
      allowed: `A range within ${privateRanges.map(({ cidr }) => cidr).join(", ")}.`,
      mend: "Choose a range there that neither your network nor the participants use.",
    },
  ];
}
