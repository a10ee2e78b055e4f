import type { Deployment } from "../../config/deployment";

/**
 * How the two sites lie. `twoRegions`: each in its own, so that the loss of one Region leaves the
 * other. `oneRegion`: in different zones of one, where the law keeps data in a country that has one
 * Region; whatever is Regional is then a common cause of both.
 */
export type SiteLayout = "twoRegions" | "oneRegion";

export function siteLayout({ sites: { a, b } }: Pick<Deployment, "sites">): SiteLayout {
  return a.region === b.region ? "oneRegion" : "twoRegions";
}

/** The sites' Regions, each once. */
export function siteRegions({ sites: { a, b } }: Deployment): readonly string[] {
  return [...new Set([a.region, b.region])];
}
