import { linkCost } from "./link-cost";
import { diversePaths } from "./link-diversity";
import { type PlannedLink, type SiteGbps, worstLeftGbps } from "./link-losses";
import { type HeadroomEnd, headroomEnd, type LinkPeak } from "./link-peak";

/** What a set of links is judged by. */
export interface LinkFigures {
  readonly usdPerMonth: number;
  /** Rate that is left after the worst loss of one thing. */
  readonly worstGbps: number;
  readonly diversePaths: number;
  readonly ends: HeadroomEnd;
}

/** What it is judged against. */
export interface LinkNeeds {
  readonly peak: LinkPeak | undefined;
  readonly siteGbps: SiteGbps;
}

export function linkFigures(links: readonly PlannedLink[], { peak, siteGbps }: LinkNeeds): LinkFigures {
  const worstGbps = worstLeftGbps(links, siteGbps);
  return { usdPerMonth: linkCost(links).usdPerMonth, worstGbps, diversePaths: diversePaths(links), ends: headroomEnd(worstGbps, peak) };
}
