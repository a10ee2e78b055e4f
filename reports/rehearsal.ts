import type { Colors } from "picocolors/types";
import { type Problem, problemTexts } from "./problems";
import type { Renderers } from "./renderers";
import { counted } from "./text/numbers";
import { printableJson } from "./text/printable";
import { left, right, table } from "./text/table";
import { wrappedText } from "./text/wrap";

/** The whole roll-out on Terraform's own mock of AWS, and what remains of it without a site. */
export interface RehearsalReport {
  /** The program and its version, such as `Terraform v1.11.4`. */
  readonly terraform: string;
  readonly stacks: readonly RolledOutRow[];
  readonly without: readonly WithoutSiteReport[];
}

export interface RolledOutRow {
  readonly stack: string;
  /** Resources that were applied; null where the apply came to no end. */
  readonly applied: number | null;
  readonly seconds: number;
  readonly problems: readonly Problem[];
}

export interface WithoutSiteReport {
  readonly site: string;
  readonly regions: readonly string[];
  readonly stacks: readonly WithoutSiteRow[];
}

export interface WithoutSiteRow {
  readonly stack: string;
  readonly fate: "rebuilt" | "planned" | "cannot";
  /** What was shown, or why nothing can be. */
  readonly what: string;
  /** The page that says what people do about it. */
  readonly runbook: string | null;
  readonly problems: readonly Problem[];
}

export const rehearsalRenderers: Renderers<RehearsalReport, "text" | "json"> = {
  text: rehearsalText,
  json: (report) => printableJson(report),
};

function rehearsalText(report: RehearsalReport, colors: Colors): string {
  return [
    rollOutTable(report.stacks, colors),
    ...report.stacks.flatMap(({ stack, problems }) => problemTexts(stack, problems, colors)),
    rollOutVerdict(report, colors),
    ...report.without.flatMap((without) => withoutTexts(without, colors)),
    wrappedText(
      "Shown: order, values from stack to stack, expressions, conditions, and what the provider checks of arguments. " +
        "Not shown: anything of AWS. Its answers were made up in the forms that AWS gives; permissions, quotas and names taken by others show on AWS alone.",
    ),
  ].join("\n\n");
}

function rollOutTable(stacks: readonly RolledOutRow[], colors: Colors): string {
  const rows = stacks.map(({ stack, applied, seconds, problems }) => [
    stack,
    applied === null ? "-" : String(applied),
    problems.length === 0 ? "0" : colors.red(String(problems.length)),
    seconds.toFixed(1),
  ]);
  return table([left("stack"), right("applied"), right("problems"), right("seconds")], rows);
}

function rollOutVerdict({ stacks, terraform }: RehearsalReport, colors: Colors): string {
  const failed = stacks.filter(({ problems }) => problems.length > 0);
  if (failed.length > 0) return `${colors.red("No:")} ${counted(failed.length, "stack")} of ${stacks.length} with problems (${terraform}).`;
  const applied = stacks.reduce((sum, row) => sum + (row.applied ?? 0), 0);
  return wrappedText(
    `${colors.green("Yes:")} ${terraform} rolls out ${counted(stacks.length, "stack")} in order on its own mock of AWS, ${counted(applied, "resource")} applied.`,
  );
}

function withoutTexts({ site, regions, stacks }: WithoutSiteReport, colors: Colors): readonly string[] {
  const rows = stacks.map(({ stack, fate, what, runbook, problems }) => [
    stack,
    problems.length === 0 ? fate : colors.red(fate),
    runbook === null ? what : `${what}: ${runbook}`,
  ]);
  return [
    `Without ${site}: ${regions.join(", ")} gone, with the states and outputs in it`,
    table(["stack", "is", "how"].map(left), rows),
    ...stacks.flatMap(({ stack, problems }) => problemTexts(stack, problems, colors)),
    withoutVerdict({ site, regions, stacks }, colors),
  ];
}

function withoutVerdict({ site, stacks }: WithoutSiteReport, colors: Colors): string {
  const failed = stacks.filter(({ problems }) => problems.length > 0);
  if (failed.length > 0) return `${colors.red("No:")} without ${site}, ${counted(failed.length, "stack")} with problems.`;
  const count = (fate: WithoutSiteRow["fate"]): number => stacks.filter((row) => row.fate === fate).length;
  return wrappedText(
    `${colors.green("Yes:")} without ${site}, ${counted(count("rebuilt"), "stack")} rebuilt from nothing and ${count("planned")} planned from recorded outputs; ` +
      `${count("cannot")} cannot, and a runbook says what to do.`,
  );
}
