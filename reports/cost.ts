import type { Colors } from "picocolors/types";
import type { Cost, CostLine, NotPriced, Readiness } from "../analysis/cost/cost";
import { table, wrappedText } from "./table";

type Price = NonNullable<CostLine["price"]>;

/** What an output costs, for a terminal: things with a price, then what is left out of every sum. */
export function costText(cost: Cost, colors: Colors): string {
  const { cells, stacks, resources, lines, usdPerMonth, readiness, notPriced, free } = cost;
  const unpriced = lines.filter(({ price }) => price === null);
  const charged = [
    { title: "charged while it is there", align: "left" as const },
    { title: "region", align: "left" as const },
    { title: "quantity", align: "right" as const },
    { title: "usd each", align: "right" as const },
    { title: "usd a month", align: "right" as const },
  ];
  return [
    `${cells === 1 ? "1 cell" : `${cells} cells`} at each site, ${stacks} stacks, ${resources} resources`,
    "",
    table(charged, lines.map(rowOf)),
    "",
    colors.bold(
      wrappedText(`in all at least ${dollars(usdPerMonth)} a month; ${unpriced.length} of ${lines.length} lines above have no price`, "  "),
    ),
    ...readiness.map((one) => wrappedText(readinessText(one, readiness), "  ")),
    "",
    "Not in any sum: lines without a price, carriers, data between Regions and out, support, taxes, and",
    ...notPricedText(notPriced),
    `${free} resources are of types that AWS charges nothing for.`,
    "",
    ...sourcesOf(lines).map((source) => wrappedText(source, "  ")),
  ].join("\n");
}

export function costJson(cost: Cost): string {
  return JSON.stringify(cost, undefined, 2);
}

function rowOf({ one, region, quantity, price, elsewhere, usdPerMonth }: CostLine): readonly string[] {
  const each = price === null ? (elsewhere === null ? "" : `${placesOf(elsewhere)}: ${rate(elsewhere)}`) : rate(price);
  return [one, region, String(quantity), each, usdPerMonth === null ? "NOT PRICED" : whole(usdPerMonth)];
}

function rate({ usd, per }: Price): string {
  return `${usd}/${per === "hour" ? "h" : "month"}`;
}

function placesOf({ regions }: Price): string {
  return regions === "everywhere" ? regions : regions.join(", ");
}

/** What is charged by use, type by type; then those of which nobody knows. */
function notPricedText(notPriced: readonly NotPriced[]): readonly string[] {
  const byUse = notPriced.flatMap(({ type, resources, why, by }) => {
    if (why === "unknown") return [];
    const how = why === "unreadable" ? "how much of it cannot be read" : `by ${by ?? "use"}`;
    return [wrappedText(`${String(resources).padStart(6)}  ${type}: ${how}`, "          ")];
  });
  const unknown = notPriced.filter(({ why }) => why === "unknown");
  if (unknown.length === 0) return byUse;
  const count = unknown.reduce((sum, { resources }) => sum + resources, 0);
  const types = unknown.map(({ type, resources }) => `${type} (${resources})`).join(", ");
  return [
    ...byUse,
    wrappedText(`${String(count).padStart(6)}  of types whose price is not known here, nor that they are free: ${types}`, "        "),
  ];
}

function readinessText({ site, stacks, usdPerMonth, linesWithoutPrice }: Readiness, all: readonly Readiness[]): string {
  const others = all.filter((other) => other.site !== site).map((other) => other.site);
  const left = linesWithoutPrice === 0 ? "" : `, and ${linesWithoutPrice} lines have no price`;
  return `of it only to be ready, since ${others.join(" and ")} alone carries the peak: the ${stacks} mirrored stacks of ${site}, at least ${dollars(usdPerMonth)} a month${left}`;
}

/** Each price once, with where and when it was read. */
function sourcesOf(lines: readonly CostLine[]): readonly string[] {
  const sources = lines.flatMap(({ price }) => (price === null ? [] : [`${price.asOf}: ${price.source}`]));
  return ["List prices, US dollars, 730 hours a month, without discounts and free tiers:", ...[...new Set(sources)].toSorted()];
}

function dollars(amount: number): string {
  return `USD ${whole(amount)}`;
}

/** Cents would promise more than a list price holds. */
function whole(amount: number): string {
  return String(Math.round(amount)).replaceAll(/\B(?=(\d{3})+$)/g, " ");
}
