import type { Link, LinkOffer, SiteName } from "../../../config/deployment";
import { UNKNOWN } from "../../../config/link-ways";
import { usableGbps } from "./link-speed";

/** A link as orders are planned with it: ordered, offered or only thought of. */
export type PlannedLink = Pick<Link, Exclude<keyof LinkOffer, "accessCircuit">> & { readonly accessCircuit: Link["accessCircuit"] };
/** A link that a carrier or the market has quoted. */
export type QuotedLink = LinkOffer;

/** What links can have in common, and lose together. */
export const sharedRisks = ["connection", "device", "location", "dataCentre", "carrier", "route", "duct", "buildingEntry"] as const;
export type SharedRisk = (typeof sharedRisks)[number];

/** What one loss takes: all that has the thing, and all of which nobody knows whether it has. */
export interface Loss {
  readonly risk: SharedRisk | "site";
  /** Things that fail for the same links. */
  readonly things: readonly string[];
  /** Names of links. */
  readonly takes: readonly string[];
  /** Links that are taken only because nobody knows. */
  readonly presumed: readonly string[];
  readonly leftGbps: number;
}

/** How many Gbit/s of private lines each site can take; the other may be gone. */
export type SiteGbps = Readonly<Record<SiteName, number>>;

/** Every loss of one thing, those that take the same links together. */
export function lossesOf(links: readonly PlannedLink[], siteGbps: SiteGbps): readonly Loss[] {
  if (links.length === 0) return [];
  const losses = sharedRisks.flatMap((risk) => joined(thingsOf(risk, links).map((thing) => lossOf(risk, thing, links))));
  const both = siteGbps.a + siteGbps.b;
  return [...losses.map((loss) => ({ ...loss, leftGbps: Math.min(loss.leftGbps, both) })), ...siteLosses(links, siteGbps)];
}

/** What is left after the worst loss of one thing. */
export function worstLeftGbps(links: readonly PlannedLink[], siteGbps: SiteGbps): number {
  const left = lossesOf(links, siteGbps).map(({ leftGbps }) => leftGbps);
  return left.length === 0 ? 0 : Math.min(...left);
}

/** No link is lost with a site: they all lead to the other one, as far as it takes them. */
function siteLosses(links: readonly PlannedLink[], siteGbps: SiteGbps): readonly Loss[] {
  const all = usableGbps(links.map(({ speed }) => speed));
  const left = (["a", "b"] as const).map((site) => ({ site, leftGbps: Math.min(all, siteGbps[site === "a" ? "b" : "a"]) }));
  return left.map(({ site, leftGbps }) => ({ risk: "site", things: [site], takes: [], presumed: [], leftGbps }));
}

function lossOf(risk: SharedRisk, thing: string, links: readonly PlannedLink[]): Loss {
  const shares = links.map((link) => ({ link, share: shareOf(risk, thing, link) }));
  return {
    risk,
    things: [thing],
    takes: shares.filter(({ share }) => share !== "none").map(({ link }) => link.name),
    presumed: shares.filter(({ share }) => share === "unknown").map(({ link }) => link.name),
    leftGbps: usableGbps(shares.filter(({ share }) => share === "none").map(({ link }) => link.speed)),
  };
}

function shareOf(risk: SharedRisk, thing: string, link: PlannedLink): "known" | "unknown" | "none" {
  const own = thingsWith(risk, link);
  if (own.includes(thing)) return own.includes(unknownIn(risk, link)) ? "unknown" : "known";
  return own.includes(unknownIn(risk, link)) && sameScope(risk, link, thing) ? "unknown" : "none";
}

/** What is known only: what is not known is lost with each of it, and by itself where nothing is known. */
function thingsOf(risk: SharedRisk, links: readonly PlannedLink[]): readonly string[] {
  const all = links.flatMap((link) => thingsWith(risk, link).map((thing) => ({ thing, known: thing !== unknownIn(risk, link), link })));
  const known = all.filter((entry) => entry.known).map(({ thing }) => thing);
  const alone = all.filter((entry) => !entry.known && !known.some((thing) => sameScope(risk, entry.link, thing))).map(({ thing }) => thing);
  return [...new Set([...known, ...alone])];
}

function thingsWith(risk: SharedRisk, link: PlannedLink): readonly string[] {
  const { dataCentre, carrier, route, ducts, buildingEntry } = link.accessCircuit;
  switch (risk) {
    case "connection":
      return [link.name];
    case "device":
      return [`${link.dxLocation} ${link.device}`];
    case "location":
      return [link.dxLocation];
    case "dataCentre":
      return [dataCentre];
    case "carrier":
      return [carrier];
    case "route":
      return [route];
    case "duct":
      return ducts.length === 0 ? [UNKNOWN] : ducts;
    case "buildingEntry":
      return [`${dataCentre} ${buildingEntry}`];
  }
}

function unknownIn(risk: SharedRisk, { accessCircuit }: PlannedLink): string {
  return risk === "buildingEntry" ? `${accessCircuit.dataCentre} ${UNKNOWN}` : UNKNOWN;
}

/** Unknown entries of one building may be one: nobody knows by which, but of which building is known. */
function sameScope(risk: SharedRisk, { accessCircuit }: PlannedLink, thing: string): boolean {
  return risk !== "buildingEntry" || thing.startsWith(`${accessCircuit.dataCentre} `);
}

function joined(losses: readonly Loss[]): readonly Loss[] {
  const groups = new Map<string, Loss>();
  for (const loss of losses) {
    const key = JSON.stringify([loss.takes, loss.presumed]);
    const { things = [] } = groups.get(key) ?? {};
    groups.set(key, { ...loss, things: [...things, ...loss.things] });
  }
  return [...groups.values()];
}
