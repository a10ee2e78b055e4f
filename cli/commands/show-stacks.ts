import { type StackRow, stacksRenderers } from "../../reports/stacks";
import { readSynthesizedStacks, type SynthesizedStack } from "../files/synthesized-stacks";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";

export interface ShowStacksOptions {
  readonly in: string;
  readonly form: "text" | "json";
}

export function showStacks(options: ShowStacksOptions, terminal: Terminal): ExitCode {
  const rows = readSynthesizedStacks(options.in).map(rowOf);
  terminal.print(stacksRenderers[options.form](rows, terminal.colors));
  return exitCodes.fine;
}

export function rowOf({ name, after, template }: SynthesizedStack): StackRow {
  const regions = template.providers.map(({ attributes }) => attributes["region"]).filter((region) => typeof region === "string");
  return { name, regions: [...new Set(regions)], resources: template.resources.length, after };
}
