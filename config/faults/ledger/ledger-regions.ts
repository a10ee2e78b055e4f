import { auroraGlobal } from "../../../facts/aurora";
import { dsqlRegionSetOf, dsqlRegionSets, dsqlRegions } from "../../../facts/ledger-regions";
import { regions as knownRegions } from "../../../facts/regions";
import { type Draft, type PlacedSite, sitesOf } from "../../draft";
import type { Finding } from "../../fault";

/** A ledger that loses nothing takes three Regions of one set, and three different ones; or one Region that has such ledgers. */
export function ledgerRegionFindings(draft: Draft): readonly Finding[] {
  switch (draft.ledger?.engine) {
    case "dsqlOneRegion":
      return unofferedFindings(draft);
    case "auroraGlobal":
      return [];
    case "dsql":
    case undefined:
      return spanFindings(draft);
  }
}

function spanFindings(draft: Draft): readonly Finding[] {
  const outside = sitesOf(draft).flatMap((placed) => outsideFindings(draft, placed));
  return [...outside, ...(outside.length > 0 ? [] : splitFindings(draft)), ...witnessFindings(draft, outside.length > 0)];
}

/** Those that a file can name: of the others there are no facts here. */
function named(regions: readonly string[]): string {
  return regions.filter((region) => knownRegions.some((fact) => fact.region === region)).join(", ");
}

/** Any two Regions will do there, at a price. */
const OTHERWISE = `choose engine auroraGlobal, with \`dataLossSeconds\` of ${auroraGlobal.leastBoundedLossSeconds} or more`;
const everySet = dsqlRegionSets.map(({ set, regions }) => `${set}: ${named(regions)}`).join("; ");

function unofferedFindings(draft: Draft): readonly Finding[] {
  return sitesOf(draft)
    .filter(({ site: { region } }) => region !== undefined && !dsqlRegions.includes(region))
    .map(({ path, site: { region } }) => ({
      path: [...path, "region"],
      at: "value",
      what: `${region} does not offer Aurora DSQL.`,
      allowed: `For engine dsqlOneRegion: ${named(dsqlRegions)}.`,
      mend: "Place the site in one of these.",
    }));
}

function outsideFindings(draft: Draft, { path, site: { region } }: PlacedSite): readonly Finding[] {
  if (region === undefined || dsqlRegionSetOf(region) !== undefined) return [];
  return [
    {
      path: [...path, "region"],
      at: "value",
      what: `${region} takes no part in a ledger that spans Regions${promiseOf(draft)}.`,
      allowed: `For engine dsql, a Region of one of these sets. ${everySet}.`,
      mend: `Place the site in a Region of the twin's set, or ${OTHERWISE}.`,
    },
  ];
}

function splitFindings(draft: Draft): readonly Finding[] {
  const { a, b } = draft.sites;
  const set = a?.region === undefined ? undefined : dsqlRegionSetOf(a.region);
  if (a?.region === undefined || b?.region === undefined || set === undefined || set.regions.includes(b.region)) return [];
  return [
    {
      path: ["sites", "b", "region"],
      at: "value",
      what: `No ledger spans ${a.region} and ${b.region}${promiseOf(draft)}.`,
      allowed: `Two Regions of one set. With ${a.region}: ${named(set.regions)}.`,
      mend: `Place both sites in Regions of one set, or ${OTHERWISE}.`,
    },
  ];
}

/** Two copies of which one comes later lose what is between them: only one ledger at both sites keeps a promise of no loss. */
function promiseOf({ objectives }: Draft): string {
  return objectives?.dataLossSeconds === 0 ? ": `dataLossSeconds` 0 cannot be kept" : "";
}

const WITNESS = ["ledger", "witnessRegion"];

function witnessFindings({ sites, ledger }: Draft, outside: boolean): readonly Finding[] {
  if (ledger?.engine !== "dsql") return [];
  const witness = ledger.witnessRegion;
  const own = (["a", "b"] as const).find((site) => sites[site]?.region === witness);
  if (own !== undefined) return [atSite(witness, own)];
  return outside ? [] : outsideSet(sites, witness);
}

function atSite(witness: string, site: "a" | "b"): Finding {
  return {
    path: WITNESS,
    at: "value",
    what: `${witness} is also the Region of site ${site}.`,
    allowed: "A third Region: with a site's Region lost, the witness must still have its vote.",
    mend: "Choose a Region that holds neither site.",
  };
}

function outsideSet({ a, b }: Draft["sites"], witness: string): readonly Finding[] {
  const set = a?.region === undefined ? undefined : dsqlRegionSetOf(a.region);
  if (set === undefined || set.regions.includes(witness)) return [];
  return [
    {
      path: WITNESS,
      at: "value",
      what: `${witness} is not of the sites' set, so it cannot break their ties.`,
      allowed: `A third Region of their set: ${named(set.regions.filter((region) => region !== a?.region && region !== b?.region))}.`,
      mend: "Choose one of these.",
    },
  ];
}
