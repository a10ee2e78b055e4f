import { HOURS_PER_MONTH, type ListPrice, type PricedThing, pricedThings, type Thing } from "../../facts/prices";
import { chargedByUse, freeTypes } from "../../facts/unpriced-types";
import { type Block, regionOf, type Template } from "../../synthesized/template";
import { mirrorPairs } from "../mirror-pairs";
import { siteOf } from "../site";
import { type Amount, amountsOf } from "./charges-of";

/** What an output costs a month by AWS's list prices, as far as it can be told from the files: always at least so much. */
export interface Cost {
  readonly cells: number;
  readonly stacks: number;
  readonly resources: number;
  readonly lines: readonly CostLine[];
  /** Of all lines with a price. */
  readonly usdPerMonth: number;
  readonly readiness: readonly Readiness[];
  readonly notPriced: readonly NotPriced[];
  /** Resources of types that AWS charges nothing for. */
  readonly free: number;
}

/** All of a thing in a Region. */
export interface CostLine {
  readonly thing: Thing;
  readonly one: string;
  /** `everywhere` where AWS asks the same in all. */
  readonly region: string;
  readonly quantity: number;
  /** None where no price was read for the Region. */
  readonly price: ListPrice | null;
  /** What another Region asks, where this one's price was not read: it is in no sum. */
  readonly elsewhere: ListPrice | null;
  readonly usdPerMonth: number | null;
}

/**
 * Either site alone carries the peak at any time, so what the stacks of one site cost that have a
 * counterpart at the other is paid only to be ready. What sees both sites is not counted.
 */
export interface Readiness {
  readonly site: string;
  readonly stacks: number;
  readonly usdPerMonth: number;
  /** Lines of these stacks without a price. */
  readonly linesWithoutPrice: number;
}

export interface NotPriced {
  readonly type: string;
  readonly resources: number;
  readonly why: "byUse" | "unreadable" | "unknown";
  /** What AWS counts; none where nobody knows. */
  readonly by: string | null;
}

interface Charge extends Amount {
  readonly region: string;
}

export function costOf(templates: readonly Template[]): Cost {
  const lines = linesOf(templates.flatMap(chargesIn));
  return {
    cells: new Set(templates.flatMap(({ evidence }) => (evidence.kind === "read" ? (evidence.evidence.cell ?? []) : []))).size,
    stacks: templates.length,
    resources: templates.reduce((sum, { resources }) => sum + resources.length, 0),
    lines,
    usdPerMonth: totalOf(lines),
    readiness: readinessOf(templates),
    notPriced: notPricedIn(templates),
    free: templates.reduce((sum, { resources }) => sum + resources.filter(({ type }) => freeTypes.types.has(type)).length, 0),
  };
}

function chargesIn(template: Template): readonly Charge[] {
  return template.resources.flatMap((block) => {
    const amounts = amountsOf(template, block);
    if (amounts === undefined || amounts === "unreadable") return [];
    return amounts.map((amount) => ({ ...amount, region: amount.region ?? regionOf(template, block) ?? "unknown" }));
  });
}

/** AWS asks less for zones beyond the first of an account. */
const DEARER_ZONES = 25;

function linesOf(charges: readonly Charge[]): readonly CostLine[] {
  const sums = new Map<string, Charge>();
  for (const { thing, region, quantity } of charges) {
    const place = isSameEverywhere(thing) ? "everywhere" : region;
    const key = `${thing} ${place}`;
    sums.set(key, { thing, region: place, quantity: (sums.get(key)?.quantity ?? 0) + quantity });
  }
  return [...sums.values()]
    .flatMap(inTiers)
    .filter(({ quantity }) => quantity > 0)
    .map(lineOf)
    .toSorted((a, b) => (b.usdPerMonth ?? -1) - (a.usdPerMonth ?? -1) || a.one.localeCompare(b.one) || a.region.localeCompare(b.region));
}

function inTiers(charge: Charge): readonly Charge[] {
  if (charge.thing !== "hostedZone" || charge.quantity <= DEARER_ZONES) return [charge];
  return [
    { ...charge, quantity: DEARER_ZONES },
    { ...charge, thing: "moreHostedZone", quantity: charge.quantity - DEARER_ZONES },
  ];
}

function isSameEverywhere(thing: Thing): boolean {
  const { prices }: PricedThing = pricedThings[thing];
  return prices.some(({ regions }) => regions === "everywhere");
}

function lineOf({ thing, region, quantity }: Charge): CostLine {
  const { one, prices }: PricedThing = pricedThings[thing];
  const price = prices.find(({ regions }) => regions === "everywhere" || regions.includes(region)) ?? null;
  const elsewhere = price === null ? (prices[0] ?? null) : null;
  const hours = price?.per === "hour" ? HOURS_PER_MONTH : 1;
  return { thing, one, region, quantity, price, elsewhere, usdPerMonth: price === null ? null : price.usd * hours * quantity };
}

function totalOf(lines: readonly CostLine[]): number {
  return lines.reduce((sum, { usdPerMonth }) => sum + (usdPerMonth ?? 0), 0);
}

function readinessOf(templates: readonly Template[]): readonly Readiness[] {
  const twins = mirrorPairs(templates).pairs.flat();
  const sites = [...new Set(twins.flatMap((template) => siteOf(template) ?? []))].toSorted();
  return sites.map((site) => {
    const own = twins.filter((template) => siteOf(template) === site);
    const lines = linesOf(own.flatMap(chargesIn));
    return {
      site,
      stacks: own.length,
      usdPerMonth: totalOf(lines),
      linesWithoutPrice: lines.filter(({ price }) => price === null).length,
    };
  });
}

function notPricedIn(templates: readonly Template[]): readonly NotPriced[] {
  const counted = new Map<string, NotPriced>();
  for (const found of templates.flatMap((template) => template.resources.flatMap((block) => whyNot(template, block)))) {
    const key = `${found.type} ${found.why}`;
    counted.set(key, { ...found, resources: (counted.get(key)?.resources ?? 0) + 1 });
  }
  return [...counted.values()].toSorted((a, b) => b.resources - a.resources || a.type.localeCompare(b.type));
}

function whyNot(template: Template, block: Block): readonly Omit<NotPriced, "resources">[] {
  const { type } = block;
  const amounts = amountsOf(template, block);
  const by = chargedByUse.types.get(type);
  if (amounts === "unreadable") return [{ type, why: "unreadable", by: by ?? null }];
  if (by !== undefined) return [{ type, why: "byUse", by }];
  return amounts === undefined && !freeTypes.types.has(type) ? [{ type, why: "unknown", by: null }] : [];
}
