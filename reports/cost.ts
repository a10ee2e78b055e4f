import type { Colors } from "picocolors/types";
import type { Cost, NotPriced } from "../analysis/cost/cost";
import type { CostLine } from "../analysis/cost/lines";
import type { Readiness } from "../analysis/cost/readiness";
import type { Renderers } from "./renderers";
import { padded } from "./text/cells";
import { counted, whole } from "./text/numbers";
import { onOneLine, printableJson } from "./text/printable";
import { left, right, table } from "./text/table";
import { wrappedText } from "./text/wrap";

type Price = NonNullable<CostLine["price"]>;

/** What an output costs, and the day on which it is asked. */
export interface CostReport {
  readonly cost: Cost;
  /** An ISO date: ages of prices are counted to it. */
  readonly today: string;
}

export const costRenderers: Renderers<CostReport, "text" | "json"> = {
  text: costText,
  json: ({ cost }) => printableJson(cost),
};

/** What an output costs, for a terminal: things with a price, then what is left out of every sum. */
function costText({ cost, today }: CostReport, colors: Colors): string {
  const { cells, stacks, resources, lines, usdPerMonth, readiness, notPriced, free } = cost;
  const unpriced = lines.filter(({ price }) => price === null);
  const charged = [left("charged while it is there"), left("region"), right("quantity"), right("usd each"), right("usd a month")];
  return [
    `${counted(cells, "cell")} at each site, ${stacks} stacks, ${resources} resources`,
    "",
    table(charged, lines.map(rowOf)),
    "",
    colors.bold(
      wrappedText(`in all at least ${dollars(usdPerMonth)} a month; ${unpriced.length} of ${lines.length} lines above have no price`, "  "),
    ),
    ...largestWithout(unpriced).map((text) => wrappedText(text, "  ")),
    ...readiness.flatMap((one) => readinessText(one, readiness).map((text) => wrappedText(text, "  "))),
    ...alikeText(readiness).map((text) => wrappedText(text, "  ")),
    "",
    "Not in any sum: lines without a price, carriers, data between Regions and out, support, taxes, and",
    ...notPricedText(notPriced),
    `${free} resources are of types that AWS charges nothing for.`,
    "",
    ...sourcesOf(lines, today).map((source) => wrappedText(source, "  ")),
  ].join("\n");
}

function rowOf({ one, region, quantity, price, elsewhere, usdPerMonth }: CostLine): readonly string[] {
  const each = price === null ? (elsewhere === null ? "" : `${placesOf(elsewhere)}: ${rate(elsewhere)}`) : rate(price);
  return [onOneLine(one), onOneLine(region), String(quantity), each, usdPerMonth === null ? "NOT PRICED" : whole(usdPerMonth)];
}

function rate({ usd, per }: Price): string {
  return `${usd}/${per === "hour" ? "h" : "month"}`;
}

function placesOf({ regions }: Price): string {
  return regions === "everywhere" ? regions : regions.join(", ");
}

const COUNT = 6;

/** What is charged by use, type by type; then types whose price nobody knows. */
function notPricedText(notPriced: readonly NotPriced[]): readonly string[] {
  const byUse = notPriced.flatMap(({ type, resources, why, by }) => {
    if (why === "unknown") return [];
    const how = why === "unreadable" ? "how much of it cannot be read" : `by ${by ?? "use"}`;
    return [wrappedText(`${padded(String(resources), COUNT, "right")}  ${type}: ${how}`, "          ")];
  });
  const unknown = notPriced.filter(({ why }) => why === "unknown");
  if (unknown.length === 0) return byUse;
  const count = unknown.reduce((sum, { resources }) => sum + resources, 0);
  const types = unknown.map(({ type, resources }) => `${type} (${resources})`).join(", ");
  return [
    ...byUse,
    wrappedText(
      `${padded(String(count), COUNT, "right")}  of types whose price is not known here, nor that they are free: ${types}`,
      "        ",
    ),
  ];
}

/** What is left out may be more than what is counted: the line that would weigh most says so, and adds nothing. */
function largestWithout(unpriced: readonly CostLine[]): readonly string[] {
  const [largest] = unpriced.toSorted((a, b) => (b.usdPerMonthElsewhere ?? 0) - (a.usdPerMonthElsewhere ?? 0));
  if (largest === undefined || largest.elsewhere === null) return [];
  const all = unpriced.filter(({ thing }) => thing === largest.thing);
  const usd = all.reduce((sum, { usdPerMonthElsewhere }) => sum + (usdPerMonthElsewhere ?? 0), 0);
  return [
    `the largest of those: ${largest.one}, ${dollars(usd)} a month at what ${placesOf(largest.elsewhere)} asks, which is another Region's price and in no sum`,
  ];
}

/** What readiness costs, over which lines it is reckoned, and that what has no price makes it the least, not the sum. */
function readinessText({ site, stacks, usdPerMonth, lines, without }: Readiness, all: readonly Readiness[]): readonly string[] {
  const others = othersOf(site, all).join(" and ");
  const over = without.length === 0 ? `all of its ${lines} lines` : `${lines - without.length} of its ${lines} lines`;
  return [
    `of it only to be ready, since ${others} alone carries the peak: the ${stacks} mirrored stacks of ${site}, at least ${dollars(usdPerMonth)} a month, over ${over}`,
    ...(without.length === 0 ? [] : [`  a lower bound: ${site} has no price for ${without.join(", ")}`]),
  ];
}

/** Sites have prices for different things: only what all of them have one for is held against each other. */
function alikeText(all: readonly Readiness[]): readonly string[] {
  const [first] = all;
  if (first === undefined) return [];
  const sums = all.map(({ site, alike }) => `${site} ${dollars(alike.usdPerMonth)}`).join(", ");
  return [`over the ${first.alike.lines} of these lines that have a price at every site, and only so to be compared: ${sums} a month`];
}

function othersOf(site: string, all: readonly Readiness[]): readonly string[] {
  return all.filter((other) => other.site !== site).map((other) => other.site);
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Sources of the prices, each once, with when it was read and how many days ago that is. */
function sourcesOf(lines: readonly CostLine[], today: string): readonly string[] {
  const sources = lines.flatMap(({ price }) => {
    if (price === null) return [];
    const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(price.asOf)) / MILLISECONDS_A_DAY));
    return [`${price.asOf}, ${days} days old: ${price.source}`];
  });
  return ["List prices, US dollars, 730 hours a month, without discounts and free tiers:", ...[...new Set(sources)].toSorted()];
}

function dollars(amount: number): string {
  return `USD ${whole(amount)}`;
}
