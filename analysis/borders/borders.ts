import { directConnectLocations } from "../../facts/direct-connect-locations";
import { regions } from "../../facts/regions";
import type { Estate } from "../../synthesized/estate/estate";
import { cellOf, roleOf, siteOf } from "../../synthesized/estate/stacks";
import type { EvidenceReading, Residency } from "../../synthesized/evidence";
import type { Template } from "../../synthesized/template";
import { overall, type Verdict } from "../findings/verdict";
import type { Place, Where } from "./place";
import { placesIn } from "./places";
import { type OpenRules, openRules, type RuleAnswer, rulingOn } from "./rule";

/** A place where data rests or passes, its country, and whether it may be there. */
export interface Border extends Place {
  readonly verdict: Verdict | "notApplicable";
  /** What its stack is, but for its cell: the same for the stacks of all cells that do the same at the same site. */
  readonly alike: string;
  readonly city: string | undefined;
  readonly country: string | undefined;
  /** Ends the sentence "…, because ...". */
  readonly why: string;
  /** What the market's rule says of that country; none where the country or the market is not known. */
  readonly ruling: RuleAnswer | undefined;
}

export interface Borders {
  /** `notApplicable` where nothing is promised. */
  readonly verdict: Verdict | "notApplicable";
  readonly borders: readonly Border[];
  readonly open: OpenRules;
}

/**
 * Every place of an estate, held to the promise that its own template carries. A rule of
 * the market that forbids weighs more than a promise; its conditions are told and not judged, for
 * no template can show that they are met.
 */
export function judgeBorders(estate: Estate): Borders {
  const promises = promisesOf(estate);
  const kinds = new Map(estate.stacks.map((template) => [template.stack, kindOf(template)]));
  const borders = placesIn(estate).map((place) => ({
    ...borderOf(place, promises.get(place.stack) ?? { kind: "unread", why: "it is missing" }),
    alike: kinds.get(place.stack) ?? place.stack,
  }));
  const verdicts = borders.map(({ verdict }) => verdict).filter((verdict) => verdict !== "notApplicable");
  const markets = [...promises.values()].flatMap((promise) => (promise.kind === "promised" ? [promise.residency.market] : []));
  return { verdict: verdicts.length === 0 ? "notApplicable" : overall(verdicts), borders, open: openRules(markets) };
}

/** What matters of it to who deploys: how many places, and those that are wrong or cannot be told. */
export interface BordersVerdict {
  readonly verdict: Borders["verdict"];
  readonly places: number;
  /** Places among them that nothing is promised of, or that the owner answers for. */
  readonly unjudged: number;
  readonly findings: readonly Border[];
}

export function verdictOn({ verdict, borders }: Borders): BordersVerdict {
  const findings = borders.filter((border) => border.verdict === "notMet" || border.verdict === "undetermined");
  const unjudged = borders.filter((border) => border.verdict === "notApplicable").length;
  return { verdict, places: borders.length, unjudged, findings };
}

type Promise =
  | { readonly kind: "promised"; readonly residency: Residency }
  | { readonly kind: "nothing" }
  | { readonly kind: "unread"; readonly why: string };

/** A deployment promises once for all its stacks: one that says nothing where others do was changed, or is none of its own. */
function promisesOf(estate: Estate): ReadonlyMap<string, Promise> {
  const told = estate.stacks.map(({ stack, evidence }) => [stack, promiseIn(evidence)] as const);
  if (!told.some(([, { kind }]) => kind === "promised")) return new Map(told);
  const silent: Promise = { kind: "unread", why: "its stack promises nothing, where others do" };
  return new Map(told.map(([stack, promise]) => [stack, promise.kind === "nothing" ? silent : promise]));
}

function promiseIn(reading: EvidenceReading): Promise {
  if (reading.kind !== "read") return { kind: "unread", why: `output twinsite_evidence is ${reading.kind}` };
  const { residency } = reading.evidence;
  return residency === undefined || residency === null ? { kind: "nothing" } : { kind: "promised", residency };
}

function kindOf(template: Template): string {
  const [role, cell] = [roleOf(template), cellOf(template)];
  return role === undefined || cell === undefined ? template.stack : `${role} ${siteOf(template) ?? "both"}`;
}

type Judged = Pick<Border, "verdict" | "why"> & { readonly ruling?: RuleAnswer | undefined };

function borderOf(place: Place, promise: Promise): Omit<Border, "alike"> {
  const { city, country } = countryOf(place.where);
  return { ...place, city, country, ruling: undefined, ...judged(place, promise, country) };
}

function judged({ data, where }: Place, promise: Promise, country: string | undefined): Judged {
  if (promise.kind === "nothing") return { verdict: "notApplicable", why: "nothing is promised" };
  if (where.kind === "unknown") return { verdict: "undetermined", why: where.why };
  if (promise.kind === "unread") return { verdict: "undetermined", why: promise.why };
  if (where.kind === "outsideAws") return outside(promise.residency);
  if (country === undefined || data === "unknown") return { verdict: "undetermined", why: "facts/regions.ts does not know the Region" };
  return within(promise.residency, data, country);
}

function outside({ outsideAws }: Residency): Judged {
  if (outsideAws === "accepted") return { verdict: "notApplicable", why: "the owner answers for what leaves AWS" };
  return { verdict: "undetermined", why: "it leaves AWS, and no template tells where to" };
}

function within(residency: Residency, data: Exclude<Place["data"], "unknown">, country: string): Judged {
  const ruling = rulingOn(residency.market, data, country);
  if (ruling?.verdict === "notMet") {
    const { law, article } = ruling.rule;
    return { verdict: "notMet", why: `${law}, ${article}, keeps it in ${ruling.rule.within.join(", ")}`, ruling };
  }
  const promised = residency[data];
  if (promised.includes(country)) return { verdict: "met", why: `${country} is promised`, ruling };
  return { verdict: "notMet", why: `it is promised to be in ${promised.join(", ")}`, ruling };
}

function countryOf(where: Where): { readonly city: string | undefined; readonly country: string | undefined } {
  const known =
    where.kind === "region"
      ? regions.find(({ region }) => region === where.region)
      : directConnectLocations.find(({ code }) => where.kind === "location" && code === where.code);
  return { city: known?.city, country: known?.country };
}
