import type { Colors } from "picocolors/types";
import type { JudgedEstate } from "../analysis/judged-estate";
import { judgedData, judgedLines } from "./judgements/judged-estate";
import { type StackRow, stacksTable } from "./stacks";
import { counted } from "./text/numbers";
import { printableJson } from "./text/printable";
import { shellWord } from "./text/shell-word";
import { wrappedText } from "./text/wrap";

/** What a synth did, as its user wants to know it. */
export interface SynthesisReport {
  readonly judged: JudgedEstate;
  readonly deployment: string;
  readonly out: string;
  /** How many warnings the deployment file has. */
  readonly warnings: number;
  readonly stacks: readonly StackRow[];
  /** Stacks whose template is new, or other than before. */
  readonly changed: readonly string[];
  /** Stacks of an earlier synth that exist no longer. */
  readonly removed: readonly RemovedStack[];
  readonly seconds: number;
}

export interface RemovedStack {
  readonly name: string;
  /** Where the record of what it deployed lies; none where it deployed nothing from here. */
  readonly state: string | null;
}

export function synthesisText(report: SynthesisReport, colors: Colors): string {
  const resources = report.stacks.reduce((sum, stack) => sum + stack.resources, 0);
  return [
    stacksTable(report.stacks),
    "",
    `${report.stacks.length} stacks, ${resources} resources, from ${report.deployment} in ${report.seconds.toFixed(2)} s`,
    ...warningLines(report, colors),
    ...judgedLines(report.judged, colors),
    `files: ${report.out}/stacks/<stack>/cdk.tf.json, ${changes(report)}`,
    ...removedText(report),
    `next: ${colors.bold(nextCommand(report))}`,
  ].join("\n");
}

export function synthesisJson({ judged, ...report }: SynthesisReport): string {
  return printableJson({ ...report, ...judgedData(judged) });
}

function warningLines({ deployment, warnings }: SynthesisReport, colors: Colors): readonly string[] {
  if (warnings === 0) return [];
  return [colors.yellow(`${counted(warnings, "warning")}, told by: npx twinsite check ${shellWord(deployment)}`)];
}

function changes({ stacks, changed }: SynthesisReport): string {
  if (changed.length === 0) return "unchanged";
  return `${changed.length === stacks.length ? "all" : `${changed.length} of ${stacks.length}`} written`;
}

/** A template that is gone destroys nothing: Terraform just hears no more of what it made. */
function removedText({ removed }: SynthesisReport): readonly string[] {
  if (removed.length === 0) return [];
  const names = wrappedText(`removed: ${removed.map(({ name }) => name).join(", ")}`, "  ");
  const deployed = removed.filter(({ state }) => state !== null);
  if (deployed.length === 0) return [names];
  return [
    names,
    "  What they deployed still exists. To destroy it, synthesize the earlier deployment again. State:",
    ...deployed.map(({ name, state }) => wrappedText(`  ${name}: ${state}`, "    ")),
  ];
}

function nextCommand({ out }: SynthesisReport): string {
  return out === "cdktf.out" ? "npx twinsite plan" : `npx twinsite plan --in ${shellWord(out)}`;
}
