import type { FactRow } from "../analysis/fact-rows";
import type { Renderers } from "./renderers";
import { cutAtEnd, LINE, padded, widthOf } from "./text/cells";
import { counted } from "./text/numbers";
import { onOneLine, printableJson } from "./text/printable";
import { brokenText } from "./text/wrap";

/** Dated facts, and the age that was asked for. */
export interface FactsReport {
  readonly rows: readonly FactRow[];
  /** How many there are, rows of any age. */
  readonly of: number;
  /** The age that rows have at least; absent where rows of every age are wanted. */
  readonly olderThan?: { readonly days: number; readonly today: string };
}

export const factsRenderers: Renderers<FactsReport, "text" | "json"> = {
  text: factsText,
  json: ({ rows, of, olderThan }) => printableJson({ of, ...olderThan, facts: rows }),
};

const LONGEST_NAME = 42;

/** Rows that were read in one place on one day stand together, below where and when. */
function factsText(report: FactsReport): string {
  const groups = [...new Set(report.rows.map(groupOf))].map((group) => {
    const rows = report.rows.filter((row) => groupOf(row) === group);
    return [...brokenText(group, LINE), ...linesOf(rows)].join("\n");
  });
  return [headline(report), ...groups].join("\n\n");
}

function headline({ rows, of, olderThan }: FactsReport): string {
  if (olderThan === undefined) return `${counted(of, "fact")}, each with its source and the day it was read`;
  return `${rows.length} of ${counted(of, "fact")} were read more than ${olderThan.days} days before ${olderThan.today}`;
}

function groupOf({ table, asOf, source }: FactRow): string {
  return `${table}, ${asOf}: ${source}`;
}

function linesOf(rows: readonly FactRow[]): readonly string[] {
  const width = Math.min(LONGEST_NAME, Math.max(...rows.map(({ row }) => widthOf(ownName(row)))));
  return rows.map(({ row, value }) => cutAtEnd(onOneLine(`  ${padded(ownName(row), width)}  ${value}`), LINE));
}

/** A row's name without that of the list that it is in, which is much like its file's. */
function ownName(row: string): string {
  return row.includes(".") ? row.slice(row.indexOf(".") + 1) : row;
}
