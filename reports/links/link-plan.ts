import { brokenText, table } from "../text/table";
import { type Labelled, orderedFacts } from "./link-plan-facts";
import type { LinkPlanReport } from "./link-plan-report";
import { changeTable, lossTable, optionTable, type PlanTable } from "./link-plan-tables";

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
