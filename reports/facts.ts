import type { FactRow } from "../analysis/fact-rows";
import { brokenText } from "./text/table";

/** Dated facts, and the age that was asked for. */
export interface FactsReport {
  readonly rows: readonly FactRow[];
  /** Of all there are, rows of any age. */
  readonly of: number;
  /** Absent where rows of every age are wanted. */
  readonly olderThan?: { readonly days: number; readonly today: string };
}

const WIDTH = 100;
const LONGEST_NAME = 42;

/** Rows that were read in one place on one day stand together, below where and when. */
export function factsText(report: FactsReport): string {
  const groups = [...new Set(report.rows.map(groupOf))].map((group) => {
    const rows = report.rows.filter((row) => groupOf(row) === group);
    return [...brokenText(group, WIDTH), ...linesOf(rows)].join("\n");
  });
  return [headline(report), ...groups].join("\n\n");
}

export function factsJson({ rows, of, olderThan }: FactsReport): string {
  return JSON.stringify({ of, ...olderThan, facts: rows }, undefined, 2);
}

function headline({ rows, of, olderThan }: FactsReport): string {
  if (olderThan === undefined) return `${of} facts, each with its source and the day it was read`;
  return `${rows.length} of ${of} facts were read more than ${olderThan.days} days before ${olderThan.today}`;
}

function groupOf({ table, asOf, source }: FactRow): string {
  return `${table}, ${asOf}: ${source}`;
}

function linesOf(rows: readonly FactRow[]): readonly string[] {
  const width = Math.min(LONGEST_NAME, Math.max(...rows.map(({ row }) => ownName(row).length)));
  return rows.map(({ row, value }) => shortened(`  ${ownName(row).padEnd(width)}  ${value}`));
}

/** Without the name of the list that it is in, which is much like its file's. */
function ownName(row: string): string {
  return row.includes(".") ? row.slice(row.indexOf(".") + 1) : row;
}

function shortened(text: string): string {
  return text.length <= WIDTH ? text : `${text.slice(0, WIDTH - 1)}…`;
}
