import { whole } from "../text/numbers";
import { type Column, left, right } from "../text/table";
import { endWords, gbps, riskName } from "./link-plan-facts";
import type { ChangeReport, LinkPlanReport, LossReport, OptionReport } from "./link-plan-report";

export interface PlanTable {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

export function lossTable({ losses, peak, zone }: LinkPlanReport): PlanTable {
  const presumed = losses.some((loss) => loss.presumed.length > 0);
  return {
    title: "Headroom after the loss of one thing, in Gbit/s",
    columns: [left("lost"), left("takes"), right("left"), right("headroom")],
    rows: losses.map((loss) => [
      lostWords(loss),
      loss.takes.map((link) => (loss.presumed.includes(link) ? `${link}?` : link)).join(", "),
      gbps(loss.leftGbps),
      peak === undefined ? "undetermined" : gbps(loss.leftGbps - peak.gbps),
    ]),
    notes: [
      ...(presumed ? ["? nobody knows whether it has it too: so it is lost with each."] : []),
      `A site's loss takes no line: the other one takes ${zone.gbps} Gbit/s in each of its zones, at most (${zone.source}).`,
      "Devices are those that the file asks for: AWS says which they are once the ports are made, and the apply checks it.",
    ],
  };
}

function lostWords({ risk, things }: LossReport): string {
  return `${riskName(risk, things.length)} ${things.join(", ")}`;
}

const separations: Readonly<Record<OptionReport["separation"], string>> = {
  entire: "separate",
  partial: "partly separate",
  possiblyShared: "possibly shared",
};

const criterionNames: Readonly<Record<string, string>> = { roundTrip: "RTT", separation: "path", leadTime: "days", price: "price" };

export function optionTable({ options, portDays }: LinkPlanReport): PlanTable {
  const sources = [...new Set(options.map(({ source, asOf }) => `${source}, ${asOf}`))];
  return {
    title: "What could be ordered",
    columns: [left("option"), left("kind"), left("to"), right("RTT"), left("path"), right("days"), right("USD/month"), left("best in")],
    rows: options.map((option) => [
      option.name,
      option.kindInWords,
      option.locations.join(" "),
      `${option.roundTripMs} ms`,
      separations[option.separation],
      `${option.leadTimeDays.from}-${option.leadTimeDays.to}`,
      whole(option.usdPerMonth),
      standing(option),
    ]),
    notes: [
      ...dominations(options),
      "RTT: at most, there and back. Path: from the ordered links whose way is known; a market's quote names no duct.",
      `Days: of the circuit. A new port takes up to ${portDays} more before: the carrier needs AWS's letter. USD: the circuit, without a port.`,
      `From: ${sources.join("; ")}.`,
    ],
  };
}

function standing({ dominatedBy, bestIn }: OptionReport): string {
  return dominatedBy.length > 0 ? "dominated" : bestIn.map((criterion) => criterionNames[criterion] ?? criterion).join(", ");
}

function dominations(options: readonly OptionReport[]): readonly string[] {
  const told = options.flatMap(({ name, dominatedBy }) => (dominatedBy.length === 0 ? [] : [`${name} by ${dominatedBy.join(", ")}`]));
  return told.length === 0 ? [] : [`Dominated, as another is as good in all and better in something: ${told.join("; ")}.`];
}

export function changeTable({ changes, on, peak, options }: LinkPlanReport): PlanTable {
  const noLater = changes.some(
    ({ orderBy, refusedFor, change }) => orderBy.kind === "doesNotHelp" && refusedFor.length === 0 && change.kind !== "drop",
  );
  return {
    title: "What a change does",
    columns: [left("change"), right("USD/month"), right("worst Gbit/s"), right("paths"), left("until"), left("order by")],
    rows: changes.map((row) => [
      changeWords(row.change),
      row.usdPerMonth === null ? "unknown" : signed(row.usdPerMonth, whole),
      signed(row.worstGbps, gbps),
      signed(row.diversePaths, String),
      endWords(row.ends, peak?.asOf),
      orderWords(row),
    ]),
    notes: [
      "Worst: what the worst loss leaves. Paths: those that share nothing. Until: the month in which the headroom ends then.",
      `Order by: the last day, if it takes its longest and must carry before the headroom ends${on === undefined ? "" : `; counted from ${on}`}.${noLater ? NO_LATER : ""}`,
      ...(options.some(({ from }) => from === "market") ? [NO_CARRIER] : []),
      ...refusalWords(changes),
    ],
  };
}

const NO_LATER = " Ends no later: with it alone, the worst loss leaves no more, so there is no such day.";
const NO_CARRIER =
  "A market's quote names no carrier, so it is lost with each; only what is quoted as separate has a way of its own. Ask for an offer.";

function changeWords(change: ChangeReport["change"]): string {
  switch (change.kind) {
    case "drop":
      return `drop ${change.link}`;
    case "add":
      return `add ${change.options.join(" and ")}`;
    case "swap":
      return `swap ${change.link} for ${change.option}`;
  }
}

/** The reasons why the file would be rejected, each once, with all that it keeps from being done. */
function refusalWords(changes: readonly ChangeReport[]): readonly string[] {
  const reasons = [...new Set(changes.flatMap(({ refusedFor }) => refusedFor))];
  if (reasons.length === 0) return [];
  const kept = (why: string): string =>
    changes
      .filter(({ refusedFor }) => refusedFor.includes(why))
      .map(({ change }) => changeWords(change))
      .join(", ");
  return [`The file would be rejected. ${reasons.map((why) => `${kept(why)}: ${why}`).join(" ")}`];
}

function signed(number: number, written: (number: number) => string): string {
  return number > 0 ? `+${written(number)}` : written(number);
}

function orderWords({ orderBy, refusedFor, change }: ChangeReport): string {
  if (refusedFor.length > 0) return "rejected";
  if (change.kind === "drop") return "";
  switch (orderBy.kind) {
    case "day":
      return orderBy.late ? `${orderBy.lastDay}, past` : orderBy.lastDay;
    case "undetermined":
      return "undetermined";
    case "noNeed":
      return "no need";
    case "doesNotHelp":
      return "ends no later";
  }
}
