import type { Deployment, SiteName } from "../../config/deployment";
import { siteNameOf } from "../foundation/naming";
import { scopeOf, segmentTags, type Tags } from "../foundation/tags";
import type { Segment } from "../layout/address-plan";
import type { Cell } from "../layout/capacity";
import { exposureOf } from "../network/parties";

/** Tags of a cell's thing in a segment. */
export function cellTags(
  deployment: Deployment,
  site: SiteName,
  { cell, thing, segment }: { readonly cell: Cell; readonly thing: string; readonly segment: Segment },
): Tags {
  const name = siteNameOf(deployment, site, `cell-${cell.id}-${thing}`);
  return { ...segmentTags(name, [segment], scopeOf(exposureOf[segment], deployment.cardData)), "twinsite:cell": `cell-${cell.id}` };
}
