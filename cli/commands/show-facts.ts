import { factRows, staleRows } from "../../analysis/fact-rows";
import { factTables } from "../../facts/fact-tables";
import { factsRenderers } from "../../reports/facts";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";

export interface ShowFactsOptions {
  /** Only facts that were read more than so many days ago are shown. */
  readonly stale: number | undefined;
  readonly form: "text" | "json";
  /** An ISO date: ages are counted to it. */
  readonly today: string;
}

/** The dated facts. That some are old is for their keeper to judge, so the answer is never no. */
export function showFacts({ stale, form, today }: ShowFactsOptions, terminal: Terminal): ExitCode {
  const all = factRows(factTables);
  const report =
    stale === undefined
      ? { rows: all, of: all.length }
      : { rows: staleRows(all, { today, days: stale }), of: all.length, olderThan: { days: stale, today } };
  terminal.print(factsRenderers[form](report, terminal.colors));
  return exitCodes.fine;
}
