import { HOURS_PER_MONTH, type ListPrice, type PricedThing, pricedThings, type Thing } from "../../facts/prices";
import type { Estate } from "../../synthesized/estate/estate";
import { regionOf } from "../../synthesized/estate/provider";
import type { Template } from "../../synthesized/template";
import { type Amount, amountsOf } from "./charges-of";

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
  /** At the price of elsewhere: how much a line without a price matters, and no more than that. */
  readonly usdPerMonthElsewhere: number | null;
}

interface Charge extends Amount {
  readonly region: string;
}

/** AWS asks less for zones beyond the first of an account. */
const DEARER_ZONES = 25;

/** What stacks are charged for while they are there, the dearest first and what has no price last. */
export function linesOf(estate: Estate, stacks: readonly Template[]): readonly CostLine[] {
  const sums = new Map<string, Charge>();
  for (const { thing, region, quantity } of stacks.flatMap((stack) => chargesIn(estate, stack))) {
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

/** Sum of the lines with a price: what has none is never guessed, so it is the least that is asked. */
export function totalOf(lines: readonly CostLine[]): number {
  return lines.reduce((sum, { usdPerMonth }) => sum + (usdPerMonth ?? 0), 0);
}

/** The price that was read last for a Region. */
export function priceIn(prices: readonly ListPrice[], region: string): ListPrice | null {
  return (
    prices
      .filter(({ regions }) => regions === "everywhere" || regions.includes(region))
      .toSorted((a, b) => b.asOf.localeCompare(a.asOf))[0] ?? null
  );
}

function chargesIn(estate: Estate, template: Template): readonly Charge[] {
  return template.resources.flatMap((block) => {
    const amounts = amountsOf(estate, { template, block });
    if (amounts === undefined || amounts === "unreadable") return [];
    return amounts.map((amount) => ({ ...amount, region: amount.region ?? regionOf(estate, { template, block }) ?? "unknown" }));
  });
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
  const price = priceIn(prices, region);
  const elsewhere = price === null ? (prices[0] ?? null) : null;
  const at = (some: ListPrice | null): number | null =>
    some === null ? null : some.usd * (some.per === "hour" ? HOURS_PER_MONTH : 1) * quantity;
  return { thing, one, region, quantity, price, elsewhere, usdPerMonth: at(price), usdPerMonthElsewhere: at(elsewhere) };
}
