import { regions } from "../../../facts/regions";
import { type Draft, type DraftSite, sitesOf } from "../../draft";
import type { Finding, Path } from "../../fault";
import { nearest } from "../../nearest";
import { pathText } from "../../printable";
import { repeats } from "../../repeats";
import { inOneRegion } from "./regions";

interface PlacedZone {
  readonly path: Path;
  readonly zone: string;
  /** The Region of its site, where that is known. */
  readonly region: string | undefined;
}

export function zoneFindings(draft: Draft): readonly Finding[] {
  // With both sites in one Region and a ledger for two, it is the Region that is wrong and not the zones.
  const isWrongRegion = inOneRegion(draft) && draft.ledger?.engine !== "dsqlOneRegion";
  const regionOf = ({ region }: DraftSite): string | undefined => (isWrongRegion ? undefined : region);
  const zones = sitesOf(draft).flatMap(({ path, site }) =>
    site.zones.flatMap((zone, index): readonly PlacedZone[] =>
      zone === undefined ? [] : [{ path: [...path, "zones", index], zone, region: regionOf(site) }],
    ),
  );
  const again = repeats(zones, ({ zone }) => zone);
  const repeated = new Set(again.map(({ item }) => item));
  return [
    ...again.map(({ item, first }) => usedTwice(item, first)),
    ...zones.filter((placed) => !repeated.has(placed)).flatMap(foreignFindings),
    ...unequalFindings(draft),
  ];
}

function usedTwice({ path, zone }: PlacedZone, first: PlacedZone): Finding {
  return {
    path,
    at: "value",
    what: `${zone} is also ${pathText(first.path)}.`,
    allowed: "Each zone once: a zone in both sites, or twice in one, fails for both at once.",
    mend: "Put another zone of the site's Region here.",
  };
}

function foreignFindings({ path, zone, region }: PlacedZone): readonly Finding[] {
  const own = regions.find((fact) => fact.zoneIds.includes(zone));
  if (own !== undefined && (region === undefined || own.region === region)) return [];
  const here = regions.find((fact) => fact.region === region);
  const known = here?.zoneIds ?? regions.flatMap((fact) => fact.zoneIds);
  const meant = nearest(zone, known);
  return [
    {
      path,
      at: "value",
      what: own === undefined ? `${zone} is not a known zone.` : `${zone} is a zone of ${own.region}, not of ${region}.`,
      allowed: here === undefined ? "A zone of the site's Region." : `The zones of ${here.region}: ${here.zoneIds.join(", ")}.`,
      mend: meant === undefined ? "Choose a zone of the site's Region." : `Write \`${meant}\`, if that was meant.`,
    },
  ];
}

function unequalFindings({ sites: { a, b } }: Draft): readonly Finding[] {
  const [ofA, ofB] = [a?.zones.length ?? 0, b?.zones.length ?? 0];
  if (ofA === 0 || ofB === 0 || ofA === ofB) return [];
  return [
    {
      path: ["sites", "b", "zones"],
      at: "value",
      what: `Site b has ${ofB} zones and site a has ${ofA}.`,
      allowed: "As many zones in one site as in the other: else they could not mirror each other.",
      mend: "Add or remove zones until both lists are equally long.",
    },
  ];
}
