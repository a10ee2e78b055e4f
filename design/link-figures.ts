import { linkCost } from "./link-cost";
import { diversePaths } from "./link-diversity";
import { type PlannedLink, worstLeftGbps } from "./link-losses";
import { type HeadroomEnd, headroomEnd, type LinkPeak } from "./link-peak";

/** What a set of links is judged by. */
export interface LinkFigures {
  readonly usdPerMonth: number;
  /** Left after the worst loss of one thing. */
  readonly worstGbps: number;
  readonly diversePaths: number;
  readonly ends: HeadroomEnd;
}

export function linkFigures(links: readonly PlannedLink[], peak: LinkPeak | undefined): LinkFigures {
  const worstGbps = worstLeftGbps(links);
  return { usdPerMonth: linkCost(links).usdPerMonth, worstGbps, diversePaths: diversePaths(links), ends: headroomEnd(worstGbps, peak) };
}
