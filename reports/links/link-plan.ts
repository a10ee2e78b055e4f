import type { Renderers } from "../renderers";
import { padded } from "../text/cells";
import { fenced, heading, markdownList, markdownTable, markdownText } from "../text/markdown";
import { printableJson } from "../text/printable";
import { table } from "../text/table";
import { besideLabel, indentedLines } from "../text/wrap";
import { type Labelled, orderedFacts } from "./link-plan-facts";
import type { LinkPlanReport } from "./link-plan-report";
import { changeTable, lossTable, optionTable, type PlanTable } from "./link-plan-tables";

export const linkPlanRenderers: Renderers<LinkPlanReport, "text" | "json" | "markdown"> = {
  text: linkPlanText,
  json: (plan) => printableJson({ ...plan, peak: plan.peak ?? "undetermined", on: plan.on ?? "undetermined" }),
  markdown: linkPlanMarkdown,
};

const LABEL = 12;
const BAR = 60;
const PEAK = 8;

function linkPlanText(plan: LinkPlanReport): string {
  const facts = orderedFacts(plan).map(labelled);
  return [
    titleOf(plan),
    ["As ordered", ...facts].join("\n"),
    ...sections(plan).map(({ title, columns, rows, notes }) =>
      [title, "", table(columns, rows), ...notes.flatMap((note) => indentedLines(note, "  "))].join("\n"),
    ),
    ...(plan.months.length === 0 ? [] : [[PEAKS, ...bars(plan)].join("\n")]),
  ].join("\n\n");
}

function linkPlanMarkdown(plan: LinkPlanReport): string {
  return [
    heading(1, titleOf(plan)),
    heading(2, "As ordered"),
    markdownList(orderedFacts(plan)),
    ...sections(plan).flatMap(({ title, columns, rows, notes }) => [
      heading(2, title),
      markdownTable(columns, rows),
      ...notes.map(markdownText),
    ]),
    ...(plan.months.length === 0 ? [] : [heading(2, PEAKS), fenced("text", bars(plan).join("\n"))]),
  ].join("\n\n");
}

const PEAKS = "Peak in Gbit/s, and what the worst loss leaves";

function titleOf({ deployment }: LinkPlanReport): string {
  return `${deployment}: private lines, as ordered and as they could be`;
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
    return `  ${month}  ${padded(peakGbps.toFixed(1), PEAK, "right")}  ${bar}`;
  });
}

function labelled([label, text]: Labelled): string {
  return besideLabel(`  ${padded(label, LABEL)}`, text);
}
