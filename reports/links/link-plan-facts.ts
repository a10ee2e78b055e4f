import { whole } from "../text/numbers";
import type { EndReport, LinkPlanReport } from "./link-plan-report";

export type Labelled = readonly [label: string, text: string];

/** What the links as ordered carry, cost and survive. */
export function orderedFacts(plan: LinkPlanReport): readonly Labelled[] {
  const { peak } = plan;
  return [
    ["links", linksWords(plan)],
    ["peak", peak === undefined ? "undetermined: the file has no linkTraffic" : peakWords(peak)],
    ["headroom", headroomWords(plan)],
    ["paths", pathWords(plan)],
    ["cost", costWords(plan)],
    ...(plan.cost.standIns.length === 0 ? [] : [["stand-ins", standInWords(plan)] as const]),
    ["not priced", plan.notPriced.join("; ")],
    ...(plan.options.length > 0 ? [] : [["offers", NO_OFFERS] as const]),
  ];
}

const NO_OFFERS = "none: write those of your carriers into linkOffers; facts/link-market.ts has no quotes for the cities of these links";

function linksWords({ links, allGbps, awaitingKey, cost }: LinkPlanReport): string {
  const sum = cost.ports.reduce((total, { speed, ports }) => total + ports * Number.parseInt(speed, 10), 0);
  const even = sum > allGbps ? " (flows are spread evenly, so a slow port adds nothing beside fast ones)" : "";
  const all = `${links.length}, ${gbps(allGbps)} Gbit/s together${even}`;
  if (awaitingKey.length === 0) return all;
  return `${all}, once ${awaitingKey.join(", ")} ${awaitingKey.length === 1 ? "has its" : "have their"} MACsec key`;
}

export function gbps(number: number): string {
  return String(Math.round(number * 10) / 10);
}

/** The month until which the headroom lasts, in words. */
export function endWords(ends: EndReport, today: string | undefined): string {
  switch (ends.kind) {
    case "ends":
      return ends.month === today ? "gone now" : ends.month;
    case "beyond":
      return `beyond ${ends.years} years`;
    case "undetermined":
      return "undetermined";
  }
}

function peakWords({ gbps: number, asOf, growthPercentPerYear, parts }: NonNullable<LinkPlanReport["peak"]>): string {
  return `${gbps(number)} Gbit/s in the busier direction in ${asOf}, and ${growthPercentPerYear} % more each year: ${parts.join("; ")}`;
}

const riskNames: Readonly<Record<string, readonly [one: string, many: string]>> = {
  dataCentre: ["data centre", "data centres"],
  buildingEntry: ["entry", "entries"],
};

/** What a thing that is lost is called, or several such things. */
export function riskName(risk: string, things: number): string {
  const [one, many] = riskNames[risk] ?? [risk, `${risk}s`];
  return things === 1 ? one : many;
}

function headroomWords({ figures, peak, losses }: LinkPlanReport): string {
  const { worstGbps, ends } = figures;
  const worst = losses.filter(({ leftGbps }) => leftGbps === worstGbps).map(({ risk }) => riskName(risk, 1));
  const left = `the worst loss (${[...new Set(worst)].join(", ")}) leaves ${gbps(worstGbps)} Gbit/s`;
  if (peak === undefined) return `undetermined; ${left}`;
  const spare = `${gbps(worstGbps - peak.gbps)} Gbit/s: ${left}`;
  switch (ends.kind) {
    case "ends":
      return ends.month === peak.asOf ? `${spare}, less than the peak of today` : `${spare}. It ends in ${ends.month}`;
    case "beyond":
      return `${spare}. It lasts longer than ${ends.years} years`;
    case "undetermined":
      return spare;
  }
}

function pathWords({ figures, ofUnknownWay }: LinkPlanReport): string {
  const known = `${figures.diversePaths} that share no device, route, duct or building entry`;
  if (ofUnknownWay.length === 0) return known;
  return `${known}. Nobody knows the whole way of ${ofUnknownWay.join(", ")}, which counts as shared with every other`;
}

function costWords({ cost }: LinkPlanReport): string {
  const sum = `${cost.unquoted.length === 0 ? "" : "at least "}${whole(cost.usdPerMonth)} USD a month`;
  const ports = cost.ports.map(({ speed, ports: count, usdPerHour }) => `${count} x ${speed} at ${usdPerHour} USD an hour`);
  return `${sum}: ${circuitWords(cost)}, ports ${whole(cost.portsUsdPerMonth)} (${ports.join(", ")}; ${cost.source}, ${cost.asOf})`;
}

function circuitWords({ circuitsUsdPerMonth, quotes, standIns, unquoted }: LinkPlanReport["cost"]): string {
  const missing = unquoted.length === 0 ? [] : [`nobody has quoted ${unquoted.join(", ")}`];
  const taken = [...quotes, ...(standIns.length === 0 ? [] : ["stand-ins for offers"])];
  if (taken.length === 0) return unquoted.length === 0 ? "no circuits" : `circuits unknown (${missing.join("")})`;
  return `circuits ${whole(circuitsUsdPerMonth)} (${[...taken, ...missing].join("; ")})`;
}

function standInWords({ cost }: LinkPlanReport): string {
  const told = cost.standIns.map(
    ({ links, usdPerMonth, owner, source, asOf }) =>
      `${whole(usdPerMonth)} for ${links.join(", ")}, taken by ${owner} from: ${source}, ${asOf}`,
  );
  return `no carrier has offered some of these circuits; the cost has ${told.join("; ")}`;
}
