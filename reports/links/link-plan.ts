import { brokenText, table } from "../text/table";
import { type Labelled, orderedFacts } from "./link-plan-facts";
import { changeTable, lossTable, optionTable, type PlanTable } from "./link-plan-tables";

/** What a network planner decides by, as it is told. */
export interface LinkPlanReport {
  readonly deployment: string;
  /** The day that orders are counted from. */
  readonly on: string | undefined;
  readonly links: readonly string[];
  readonly awaitingKey: readonly string[];
  readonly peak: PeakReport | undefined;
  readonly allGbps: number;
  readonly figures: FiguresReport;
  readonly cost: CostReport;
  readonly losses: readonly LossReport[];
  readonly ofUnknownWay: readonly string[];
  readonly months: readonly { readonly month: string; readonly peakGbps: number }[];
  readonly options: readonly OptionReport[];
  readonly changes: readonly ChangeReport[];
  readonly notPriced: readonly string[];
  readonly portDays: number;
  /** What a site's transit gateway takes in a zone. */
  readonly zone: { readonly gbps: number; readonly source: string };
}

export interface PeakReport {
  readonly gbps: number;
  readonly asOf: string;
  readonly growthPercentPerYear: number;
  /** What it is made of, and what that rests on. */
  readonly parts: readonly string[];
}

export interface FiguresReport {
  readonly usdPerMonth: number;
  readonly worstGbps: number;
  readonly diversePaths: number;
  readonly ends: EndReport;
}

export type EndReport =
  | { readonly kind: "ends"; readonly month: string }
  | { readonly kind: "beyond"; readonly years: number }
  | { readonly kind: "undetermined" };

export interface CostReport {
  /** Links whose circuit nobody has quoted. */
  readonly unquoted: readonly string[];
  /** Circuits in the sum that no carrier has offered, at what others cost elsewhere. */
  readonly standIns: readonly StandInReport[];
  readonly circuitsUsdPerMonth: number;
  /** Sources of the other circuits' quotes, with their month. */
  readonly quotes: readonly string[];
  readonly portsUsdPerMonth: number;
  readonly usdPerMonth: number;
  readonly ports: readonly { readonly speed: string; readonly ports: number; readonly usdPerHour: number }[];
  readonly source: string;
  readonly asOf: string;
}

export interface StandInReport {
  readonly links: readonly string[];
  readonly usdPerMonth: number;
  /** Who answers for it. */
  readonly owner: string;
  readonly source: string;
  readonly asOf: string;
}

export interface LossReport {
  readonly risk: string;
  readonly things: readonly string[];
  readonly takes: readonly string[];
  readonly presumed: readonly string[];
  readonly leftGbps: number;
}

export interface OptionReport {
  readonly name: string;
  readonly from: "offer" | "market";
  readonly kind: string;
  readonly kindInWords: string;
  readonly locations: readonly string[];
  readonly roundTripMs: number;
  readonly separation: "entire" | "partial" | "possiblyShared";
  readonly leadTimeDays: { readonly from: number; readonly to: number };
  readonly usdPerMonth: number;
  readonly source: string;
  readonly asOf: string;
  readonly dominatedBy: readonly string[];
  readonly bestIn: readonly string[];
}

export interface ChangeReport {
  readonly change:
    | { readonly kind: "drop"; readonly link: string }
    | { readonly kind: "add"; readonly options: readonly string[] }
    | { readonly kind: "swap"; readonly link: string; readonly option: string };
  /** None where nobody has quoted the link that it takes away. */
  readonly usdPerMonth: number | null;
  readonly worstGbps: number;
  readonly diversePaths: number;
  readonly ends: EndReport;
  readonly orderBy:
    | { readonly kind: "day"; readonly lastDay: string; readonly leadDays: number; readonly late: boolean }
    | { readonly kind: "noNeed" | "doesNotHelp" | "undetermined" };
  readonly refusedFor: readonly string[];
}

const WIDTH = 100;
const LABEL = 12;
const BAR = 60;

export function linkPlanText(plan: LinkPlanReport): string {
  const facts = orderedFacts(plan).map(([label, text]) => labelled(label, text));
  return [
    `${plan.deployment}: private lines, as ordered and as they could be`,
    ["As ordered", ...facts].join("\n"),
    ...sections(plan).map(({ title, columns, rows, notes }) => [title, "", table(columns, rows), ...notes.flatMap(note)].join("\n")),
    ...(plan.months.length === 0 ? [] : [["Peak in Gbit/s, and what the worst loss leaves", ...bars(plan)].join("\n")]),
  ].join("\n\n");
}

export function linkPlanJson(plan: LinkPlanReport): string {
  return JSON.stringify({ ...plan, peak: plan.peak ?? "undetermined", on: plan.on ?? "undetermined" }, undefined, 2);
}

export function linkPlanMarkdown(plan: LinkPlanReport): string {
  return [
    `# ${plan.deployment}: private lines, as ordered and as they could be`,
    "## As ordered",
    orderedFacts(plan)
      .map(([label, text]) => `- **${label}**: ${text}`)
      .join("\n"),
    ...sections(plan).flatMap((section) => [`## ${section.title}`, markdownTable(section), ...section.notes]),
    ...(plan.months.length === 0
      ? []
      : ["## Peak in Gbit/s, and what the worst loss leaves", `\`\`\`text\n${bars(plan).join("\n")}\n\`\`\``]),
  ].join("\n\n");
}

function sections(plan: LinkPlanReport): readonly PlanTable[] {
  return [lossTable(plan), optionTable(plan), changeTable(plan)].filter(({ rows }) => rows.length > 0);
}

/** A bar of the peak, and points up to what is left: the headroom. What goes beyond it is marked. */
function bars({ months, figures }: LinkPlanReport): readonly string[] {
  const most = Math.max(figures.worstGbps, ...months.map(({ peakGbps }) => peakGbps));
  const signs = (gbps: number): number => Math.round((BAR * gbps) / most);
  const left = signs(figures.worstGbps);
  return months.map(({ month, peakGbps }) => {
    const full = Math.min(signs(peakGbps), left);
    const beyond = peakGbps > figures.worstGbps ? Math.max(1, signs(peakGbps) - left) : 0;
    const bar = `${"#".repeat(full)}${".".repeat(left - full)}${"!".repeat(beyond)}`;
    return `  ${month}  ${peakGbps.toFixed(1).padStart(8)}  ${bar}`;
  });
}

function note(text: string): readonly string[] {
  return brokenText(text, WIDTH - 2).map((line) => `  ${line}`);
}

function labelled(label: Labelled[0], text: Labelled[1]): string {
  return brokenText(text, WIDTH - LABEL - 2)
    .map((line, index) => `  ${(index === 0 ? label : "").padEnd(LABEL)}${line}`)
    .join("\n");
}

function markdownTable({ columns, rows }: PlanTable): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const lines = columns.map(({ align }) => (align === "right" ? "--:" : "---"));
  return [row(columns.map(({ title }) => title)), row(lines), ...rows.map(row)].join("\n");
}
