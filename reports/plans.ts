import type { Colors } from "picocolors/types";
import { type Problem, problemTexts } from "./problems";
import { counted } from "./text/numbers";
import { left, right, table } from "./text/table";
import { wrappedText } from "./text/wrap";

/** What Terraform said about one stack. */
export interface PlanRow {
  readonly stack: string;
  /** Resources that the plan adds; null where an error kept Terraform from planning. */
  readonly add: number | null;
  readonly seconds: number;
  readonly problems: readonly Problem[];
  /** The file that keeps the plan as JSON; null where there is no plan, or nobody keeps it. */
  readonly file: string | null;
}

export interface PlanReport {
  /** The program and its version, such as `Terraform v1.11.4`. */
  readonly terraform: string;
  readonly stacks: readonly PlanRow[];
  /** Stacks that were not planned now, but whose plan of an earlier run lies beside. */
  readonly older: readonly string[];
}

function countProblems({ problems }: PlanRow, severity: Problem["severity"]): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

export function plansText({ terraform, stacks, older }: PlanReport, colors: Colors): string {
  const count = (row: PlanRow, severity: Problem["severity"], color: (text: string) => string): string => {
    const problems = countProblems(row, severity);
    return problems === 0 ? "0" : color(String(problems));
  };
  const rows = stacks.map((row) => [
    row.stack,
    row.add === null ? "-" : String(row.add),
    count(row, "warning", colors.yellow),
    count(row, "error", colors.red),
    row.seconds.toFixed(1),
  ]);
  return [
    table([left("stack"), right("to add"), right("warnings"), right("errors"), right("seconds")], rows),
    ...stacks.flatMap((row) => problemTexts(row.stack, row.problems, colors)),
    ...olderText(older),
    verdict(stacks, terraform, colors),
  ].join("\n\n");
}

function olderText(older: readonly string[]): readonly string[] {
  return older.length === 0 ? [] : [wrappedText(`Not planned now, their plans are of an earlier run: ${older.join(", ")}`, "  ")];
}

function verdict(stacks: readonly PlanRow[], terraform: string, colors: Colors): string {
  const problems = stacks.reduce((sum, row) => sum + row.problems.length, 0);
  if (problems > 0) return `${colors.red("No:")} ${counted(problems, "problem")} (${terraform}).`;
  const add = stacks.reduce((sum, row) => sum + (row.add ?? 0), 0);
  return `${colors.green("Yes:")} ${terraform} plans ${stacks.length === 1 ? "the stack" : `all ${stacks.length} stacks`}, ${add} resources to add, without error or warning.`;
}
