import type { Colors } from "picocolors/types";
import type { Deployment } from "../config/deployment";
import type { Fault, Warning } from "../config/fault";
import type { DeploymentReading } from "../config/read-deployment";
import type { PaymentRateRow } from "../design/limits/payment-rate-row";
import { paymentRatesTable } from "./payment-rates";
import type { Renderers } from "./renderers";
import { padded } from "./text/cells";
import { moreInJson } from "./text/long-list";
import { counted } from "./text/numbers";
import { onOneLine, printableJson } from "./text/printable";
import { besideLabel, wrappedText } from "./text/wrap";

/** A deployment file, and what was found in it. */
export interface CheckReport {
  readonly file: string;
  readonly reading: DeploymentReading;
  /** Rates that AWS limits on a payment's way. @default - none is shown, as of a file with faults */
  readonly rates?: readonly PaymentRateRow[];
}

export const checkRenderers: Renderers<CheckReport, "text" | "json"> = {
  text: ({ file, reading, rates = [] }, colors) =>
    reading.kind === "faulty"
      ? faultsText(file, reading.faults, colors)
      : [...(rates.length === 0 ? [] : [paymentRatesTable(rates)]), soundText(file, reading, colors)].join("\n\n"),
  json: ({ file, reading, rates }) => faultsJson(file, reading, rates),
};

/** Faults of fault trees, of one file or several. */
export const modelFaultRenderers: Renderers<readonly Fault[], "text" | "json"> = {
  text: (faults, colors) => {
    const files = new Set(faults.map(({ file }) => file));
    const where = files.size === 1 ? onOneLine([...files].join("")) : `${files.size} files`;
    return blocks(faults, colors.red(`${counted(faults.length, "fault")} in ${where}. Nothing was solved.`), colors);
  },
  json: (faults) => printableJson({ faults }),
};

/** One block per fault and a closing line with their number. */
function faultsText(file: string, faults: readonly Fault[], colors: Colors): string {
  return blocks(faults, colors.red(`${counted(faults.length, "fault")} in ${onOneLine(file)}. Nothing was written.`), colors);
}

interface SoundReading {
  readonly deployment: Deployment;
  readonly warnings: readonly Warning[];
}

/** One block per warning, and a line that says what the deployment is. */
function soundText(file: string, { deployment: { sites }, warnings }: SoundReading, colors: Colors): string {
  const places = `site a in ${sites.a.region}, site b in ${sites.b.region}.`;
  if (warnings.length === 0) return `${onOneLine(file)} is sound: ${places}`;
  return blocks(warnings, `${onOneLine(file)} is sound (${colors.yellow(counted(warnings.length, "warning"))}): ${places}`, colors);
}

function faultsJson(file: string, { faults = [], warnings = [] }: Told, rates: CheckReport["rates"]): string {
  const told = { file, faults: faults.map(withoutFile), warnings: warnings.map(withoutFile) };
  return printableJson(rates === undefined ? told : { ...told, rates });
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

/** More faults than these tell nobody anything. */
const SHOWN_AT_MOST = 100;

function blocks(told: readonly Fault[], closing: string, colors: Colors): string {
  const shown = told.slice(0, SHOWN_AT_MOST).map((one) => block(one, colors));
  const left = told.length - shown.length;
  return [...shown, wrappedText(left > 0 ? `${moreInJson(left)}\n${closing}` : closing)].join("\n\n");
}

function block(fault: Fault, colors: Colors): string {
  return [
    `${colors.bold(`${onOneLine(fault.file)}:${fault.line}:${fault.column}`)}  ${onOneLine(fault.path)}`,
    labelled("found", fault.what, colors),
    labelled("allowed", fault.allowed, colors),
    labelled("mend", fault.mend, colors),
  ].join("\n");
}

const LABEL = 9;

function labelled(label: string, text: string, colors: Colors): string {
  return besideLabel(`  ${colors.dim(padded(label, LABEL))}`, text);
}
