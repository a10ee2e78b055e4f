import type { Colors } from "picocolors/types";
import type { Deployment } from "../config/deployment";
import type { Fault, Warning } from "../config/fault";
import { onOneLine, printableJson } from "./text/printable";
import { brokenText, wrappedText } from "./text/table";

const WIDTH = 100;
const LABEL = 11;
/** Beyond this, more of the same tells nobody anything; the JSON has them all. */
const SHOWN_AT_MOST = 100;

/** One block per fault and a closing line with their number. */
export function faultsText(file: string, faults: readonly Fault[], colors: Colors): string {
  return blocks(faults, colors.red(`${counted(faults, "fault")} in ${onOneLine(file)}. Nothing was written.`), colors);
}

/** The same for fault trees, of one file or several. */
export function modelFaultsText(faults: readonly Fault[], colors: Colors): string {
  const files = new Set(faults.map(({ file }) => file));
  const where = files.size === 1 ? onOneLine([...files].join("")) : `${files.size} files`;
  return blocks(faults, colors.red(`${counted(faults, "fault")} in ${where}. Nothing was solved.`), colors);
}

export function modelFaultsJson(faults: readonly Fault[]): string {
  return printableJson({ faults });
}

export interface SoundReading {
  readonly deployment: Deployment;
  readonly warnings: readonly Warning[];
}

/** One block per warning, and a line that says what the deployment is. */
export function soundText(file: string, { deployment: { sites }, warnings }: SoundReading, colors: Colors): string {
  const places = `site a in ${sites.a.region}, site b in ${sites.b.region}.`;
  if (warnings.length === 0) return `${onOneLine(file)} is sound: ${places}`;
  return blocks(warnings, `${onOneLine(file)} is sound (${colors.yellow(counted(warnings, "warning"))}): ${places}`, colors);
}

export function faultsJson(file: string, { faults = [], warnings = [] }: Told): string {
  return JSON.stringify({ file, faults: faults.map(withoutFile), warnings: warnings.map(withoutFile) }, undefined, 2);
}

interface Told {
  /** @default - none */
  readonly faults?: readonly Fault[];
  /** @default - none */
  readonly warnings?: readonly Warning[];
}

function withoutFile({ file: _file, path, ...told }: Fault): Omit<Fault, "file"> {
  return { path, ...told };
}

function blocks(told: readonly Fault[], closing: string, colors: Colors): string {
  const left = told.length - SHOWN_AT_MOST;
  const end = left > 0 ? `... and ${left} more; --json has them all.\n${closing}` : closing;
  return [...told.slice(0, SHOWN_AT_MOST).map((one) => block(one, colors)), wrappedText(end)].join("\n\n");
}

function counted(told: readonly Fault[], word: string): string {
  return told.length === 1 ? `1 ${word}` : `${told.length} ${word}s`;
}

function block(fault: Fault, colors: Colors): string {
  return [
    `${colors.bold(`${onOneLine(fault.file)}:${fault.line}:${fault.column}`)}  ${fault.path}`,
    labelled("found", fault.what, colors),
    labelled("allowed", fault.allowed, colors),
    labelled("mend", fault.mend, colors),
  ].join("\n");
}

function labelled(label: string, text: string, colors: Colors): string {
  const lines = brokenText(text, WIDTH - LABEL);
  return lines.map((line, index) => (index === 0 ? `  ${colors.dim(label.padEnd(LABEL - 2))}` : " ".repeat(LABEL)) + line).join("\n");
}
