import { type RehearsalReport, type RolledOutRow, rehearsalRenderers } from "../../reports/rehearsal";
import { readSynthesizedStacks } from "../files/synthesized-stacks";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";
import { refuseAmbientSettings } from "../terraform/ambient-settings";
import { withAttachedProviders } from "../terraform/attached-providers";
import { providerFolders } from "../terraform/providers";
import { findTerraform } from "../terraform/terraform";
import { problemOf } from "../terraform/terraform-problems";
import { rollOut, type StackRollOut } from "./roll-out";
import { lostSite, rehearseWithout, spans } from "./without-site";

export interface RehearseOptions {
  readonly in: string;
  /** Sites that are to be gone, one at a time, such as `a`. */
  readonly without: readonly string[];
  readonly form: "text" | "json";
}

export async function rehearse(options: RehearseOptions, terminal: Terminal): Promise<ExitCode> {
  refuseAmbientSettings(process.env);
  const all = readSynthesizedStacks(options.in);
  const losses = [...new Set(options.without)].map((site) => lostSite(all, site));
  const terraform = await findTerraform();
  const providers = await providerFolders(terraform, all);
  const planAgain = new Set(all.filter((stack) => losses.some((loss) => spans(loss, stack))).map(({ name }) => name));
  const report = await withAttachedProviders(async (attached): Promise<RehearsalReport> => {
    const stage = { terraform, attached, providers, all, terminal, planAgain };
    const before = await rollOut(stage);
    const without = [];
    for (const loss of losses) without.push(await rehearseWithout(loss, { stage, before }));
    return { terraform: terraform.version, stacks: before.map(rowOf), without };
  });
  terminal.print(rehearsalRenderers[options.form](report, terminal.colors));
  const rows = [...report.stacks, ...report.without.flatMap(({ stacks }) => stacks)];
  return rows.every(({ problems }) => problems.length === 0) ? exitCodes.fine : exitCodes.no;
}

function rowOf({ stack, state, diagnostics, seconds }: StackRollOut): RolledOutRow {
  return { stack, applied: state?.resources ?? null, seconds: Math.round(seconds * 10) / 10, problems: diagnostics.map(problemOf) };
}
