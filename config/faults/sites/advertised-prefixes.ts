import { addressRange, advertised, holds } from "../../address-range";
import { type Draft, type PlacedSite, sitesOf } from "../../draft";
import type { Finding } from "../../fault";
import { overlapsAmong } from "./overlaps";

/** Announcing addresses that a site does not have draws others' traffic into it. */
export function advertisedPrefixFindings(draft: Draft): readonly Finding[] {
  const sites = sitesOf(draft);
  return [...sites.flatMap(strayFindings), ...sites.flatMap(repeatedFindings)];
}

function repeatedFindings({ path, site }: PlacedSite): readonly Finding[] {
  return overlapsAmong(advertised(path, site), {
    allowed: "Prefixes that share no address: each is announced once.",
    mend: "Remove one of the two.",
  });
}

function strayFindings({ path, site }: PlacedSite): readonly Finding[] {
  if (site.addressSpace === undefined) return [];
  const space = addressRange(site.addressSpace);
  return advertised(path, site)
    .filter(({ range }) => !holds(space, range))
    .map((stray) => ({
      path: stray.path,
      at: "value",
      what: `${stray.range.cidr} is not within the site's address space.`,
      allowed: `${space.cidr} or parts of it.`,
      mend: `Announce ${space.canonical}, or a part of it.`,
    }));
}
