import { type Borders, judgeBorders } from "../../analysis/borders/borders";
import { bordersJson, bordersMarkdown, bordersText } from "../../reports/judgements/borders";
import { estateOf } from "../../synthesized/estate/estate";
import { readSynthesizedStacks } from "../files/synthesized-stacks";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";

export interface ShowBordersOptions {
  readonly in: string;
  readonly form: "text" | "json" | "markdown";
}

/** Where data and its log are, read from the files of a synth as they lie there, and whether they may be there. */
export function showBorders(options: ShowBordersOptions, terminal: Terminal): ExitCode {
  const borders = judgeBorders(estateOf(readSynthesizedStacks(options.in).map(({ template }) => template)));
  terminal.print(written(borders, options.form, terminal));
  return borders.verdict === "met" ? exitCodes.fine : exitCodes.no;
}

function written(borders: Borders, form: ShowBordersOptions["form"], { colors }: Terminal): string {
  switch (form) {
    case "text":
      return bordersText(borders, colors);
    case "json":
      return bordersJson(borders);
    case "markdown":
      return bordersMarkdown(borders);
  }
}
