import { type Draft, sitesOf } from "../draft";
import type { Finding } from "../fault";

/** Three Regions: a tie between two sites is broken from a third. */
export function regionFindings(draft: Draft): readonly Finding[] {
  return [...sameRegionFindings(draft), ...homeRegionFindings(draft)];
}

function sameRegionFindings({ sites: { a, b } }: Draft): readonly Finding[] {
  if (a?.region === undefined || a.region !== b?.region) return [];
  return [
    {
      path: ["sites", "b", "region"],
      at: "value",
      what: `${b.region} holds both sites. Two sites in the zones of one Region are a layout that is not built yet.`,
      allowed: "A Region for each site: one Region is a common cause that takes both sites.",
      mend: "Place site b in another Region.",
    },
  ];
}

function homeRegionFindings(draft: Draft): readonly Finding[] {
  const same = sitesOf(draft).find(({ site }) => site.region !== undefined && site.region === draft.homeRegion);
  if (same === undefined) return [];
  return [
    {
      path: ["homeRegion"],
      at: "value",
      what: `${draft.homeRegion} is also the Region of site ${same.path[1]}.`,
      allowed: "A third Region: with a site's Region lost, what sees both sites must still be there.",
      mend: "Choose a Region that holds neither site.",
    },
  ];
}
