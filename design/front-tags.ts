import type { Deployment, SiteName } from "../config/deployment";
import type { Segment } from "./address-plan";
import type { Cell } from "./capacity";
import { siteNameOf } from "./naming";
import { exposureOf } from "./parties";
import { scopeOf, segmentTags, type Tags } from "./tags";

/** Tags of a cell's thing in a segment. */
export function cellTags(
  deployment: Deployment,
  site: SiteName,
  { cell, thing, segment }: { readonly cell: Cell; readonly thing: string; readonly segment: Segment },
): Tags {
  const name = siteNameOf(deployment, site, `cell-${cell.id}-${thing}`);
  return { ...segmentTags(name, [segment], scopeOf(exposureOf[segment], deployment.cardData)), "twinsite:cell": `cell-${cell.id}` };
}
