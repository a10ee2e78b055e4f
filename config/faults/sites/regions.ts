import { type Draft, sitesOf } from "../../draft";
import type { Finding } from "../../fault";

/** Three Regions, since a tie between two sites is broken from a third; or one, with the ledger for it. */
export function regionFindings(draft: Draft): readonly Finding[] {
  return [...sameRegionFindings(draft), ...apartFindings(draft), ...homeRegionFindings(draft)];
}

/** Whether both sites are in one Region, as far as the file says. */
export function inOneRegion({ sites: { a, b } }: Draft): boolean {
  return a?.region !== undefined && a.region === b?.region;
}

function sameRegionFindings(draft: Draft): readonly Finding[] {
  const region = draft.sites.b?.region;
  if (region === undefined || !inOneRegion(draft) || draft.ledger === undefined || draft.ledger.engine === "dsqlOneRegion") return [];
  return [
    {
      path: ["sites", "b", "region"],
      at: "value",
      what: `${region} holds both sites, and a ledger of engine ${draft.ledger.engine} spans two Regions.`,
      allowed: "A Region for each site: one Region is a common cause that takes both. Both in one only with engine dsqlOneRegion.",
      mend: "Place site b in another Region; or, where data may not leave a country of one Region, write `engine: dsqlOneRegion`.",
    },
  ];
}

function apartFindings({ sites: { a, b }, ledger }: Draft): readonly Finding[] {
  if (ledger?.engine !== "dsqlOneRegion" || a?.region === undefined || b?.region === undefined || a.region === b.region) return [];
  return [
    {
      path: ["ledger", "engine"],
      at: "value",
      what: `A ledger of one Region cannot be in ${a.region} and in ${b.region}.`,
      allowed: "dsqlOneRegion where both sites are in the zones of one Region.",
      mend: `Place site b in other zones of ${a.region}, or write \`engine: dsql\` with a \`witnessRegion\`.`,
    },
  ];
}

/** In one Region nothing may have to leave the country, so what sees both sites may be there too. */
function homeRegionFindings(draft: Draft): readonly Finding[] {
  const same = sitesOf(draft).find(({ site }) => site.region !== undefined && site.region === draft.homeRegion);
  if (same === undefined || inOneRegion(draft)) return [];
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
