import { costOf } from "../../analysis/cost/cost";
import { costRenderers } from "../../reports/cost";
import { estateOf } from "../../synthesized/estate/estate";
import { readSynthesizedStacks } from "../files/synthesized-stacks";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";

export interface ShowCostOptions {
  readonly in: string;
  readonly form: "text" | "json";
  /** An ISO date: ages of prices are counted to it. */
  readonly today: string;
}

/** What a synthesized output costs a month, as far as list prices tell. */
export function showCost(options: ShowCostOptions, terminal: Terminal): ExitCode {
  const cost = costOf(estateOf(readSynthesizedStacks(options.in).map(({ template }) => template)));
  terminal.print(costRenderers[options.form]({ cost, today: options.today }, terminal.colors));
  return exitCodes.fine;
}
