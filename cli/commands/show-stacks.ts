import { type StackRow, stacksJson, stacksTable } from "../../reports/stacks";
import { readSynthesizedStacks, type SynthesizedStack } from "../files/synthesized-stacks";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";

export interface ShowStacksOptions {
  readonly in: string;
  readonly form: "text" | "json";
}

export function showStacks(options: ShowStacksOptions, terminal: Terminal): ExitCode {
  const rows = readSynthesizedStacks(options.in).map(rowOf);
  terminal.print(options.form === "json" ? stacksJson(rows) : stacksTable(rows));
  return exitCodes.fine;
}

export function rowOf({ name, after, template }: SynthesizedStack): StackRow {
  const regions = template.providers.map(({ attributes }) => attributes["region"]).filter((region) => typeof region === "string");
  return { name, regions: [...new Set(regions)], resources: template.resources.length, after };
}
