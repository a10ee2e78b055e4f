import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Fault } from "../../config/fault";
import { nearest } from "../../config/nearest";
import { type DeploymentReading, readDeployment, unreadable } from "../../config/read-deployment";
import { emptyFile, LARGEST_FILE_BYTES, tooLarge } from "../../config/text/source-text";
import { builtFindings } from "../../design/limits/limits";
import { paymentRateRows } from "../../design/limits/payment-rate-row";
import { checkRenderers } from "../../reports/faults";
import type { Form } from "../../reports/renderers";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import { isSystemError } from "../terminal/system-problem";
import type { Terminal } from "../terminal/terminal";

export interface CheckOptions {
  readonly file: string;
  readonly form: "text" | "json";
}

/** The `check` command: a file's faults and warnings are its result, so they go to standard output. */
export function check({ file, form }: CheckOptions, terminal: Terminal): ExitCode {
  const reading = checkDeployment(file);
  const rates = reading.kind === "sound" ? { rates: paymentRateRows(reading.deployment) } : {};
  terminal.print(checkRenderers[form]({ file, reading, ...rates }, terminal.colors));
  return reading.kind === "faulty" ? exitCodes.badInput : exitCodes.fine;
}

/** Tells a deployment's faults on behalf of a command whose result they are not: on standard output only to who reads JSON there. */
export function printFaults(faults: readonly Fault[], { form }: { readonly form: Form }, terminal: Terminal): ExitCode {
  const report = { file: faults[0]?.file ?? "", reading: { kind: "faulty" as const, faults } };
  if (form === "json") terminal.print(checkRenderers.json(report, terminal.colors));
  else terminal.note(checkRenderers.text(report, terminal.noteColors));
  return exitCodes.badInput;
}

/** Reads a deployment file, and only a file: a pipe would be waited for, a device read for ever. */
export function checkDeployment(file: string): DeploymentReading {
  try {
    const status = statSync(file);
    if (!status.isFile()) return faulty(file, notAFile(status.isDirectory() ? "a folder" : "a pipe, socket or device"));
    if (status.size === 0) return faulty(file, emptyFile);
    if (status.size > LARGEST_FILE_BYTES) return faulty(file, tooLarge(status.size));
    return readDeployment(readFileSync(file), file, builtFindings);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { code = "" } = error;
    return faulty(file, code === "ENOENT" || code === "ENOTDIR" ? missing(file) : notReadable(code));
  }
}

type Problem = Parameters<typeof unreadable>[1];

function faulty(file: string, problem: Problem): DeploymentReading {
  return { kind: "faulty", faults: [unreadable(file, problem)] };
}

function notAFile(kind: string): Problem {
  return {
    what: `This is ${kind}.`,
    allowed: "One deployment file in YAML.",
    mend: "Name the file, such as config/deployments/sweden.yaml.",
  };
}

function missing(file: string): Problem {
  if (isLink(file)) return notAFile("a link that leads nowhere");
  const meant = nearest(basename(file), namesIn(dirname(file)));
  const mend =
    meant === undefined
      ? "Name the file, such as config/deployments/sweden.yaml."
      : `Write ${join(dirname(file), meant)}, if that was meant.`;
  return { what: "There is no such file.", allowed: "A deployment file that exists.", mend };
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

function notReadable(code: string): Problem {
  return {
    what: `The file cannot be read (${code}).`,
    allowed: "A file that you may read.",
    mend: "Look at the rights of the file and of the folders that it is in.",
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
