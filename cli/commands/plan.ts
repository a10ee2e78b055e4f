import { join } from "node:path";
import { allowsDeployment, judgeEstate } from "../../analysis/judged-estate";
import { nearest } from "../../config/nearest";
import { judgedData, judgedLines } from "../../reports/judgements/judged-estate";
import { type PlanRow, plansText } from "../../reports/plans";
import { keepPlans, type PlanFolder, takePlanFolder } from "../files/plan-folder";
import { readSynthesizedEstate } from "../files/read-estate";
import type { SynthesizedStack } from "../files/synthesized-stacks";
import { inDependencyOrder, SIDE_BY_SIDE } from "../processes/schedule";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import { type Outcome, progressOn } from "../terminal/progress";
import { Refusal } from "../terminal/refusal";
import type { Terminal } from "../terminal/terminal";
import { refuseAmbientSettings } from "../terraform/ambient-settings";
import { type AttachedProviders, withAttachedProviders } from "../terraform/attached-providers";
import { type PlanSetting, planStack, type StackPlan, type Step } from "../terraform/plan-stack";
import { providerFolders } from "../terraform/providers";
import { findTerraform, type Terraform } from "../terraform/terraform";
import { problemOf } from "../terraform/terraform-problems";

export interface PlanOptions {
  readonly in: string;
  readonly out: string;
  /** Names of the stacks to plan; all where it is empty. */
  readonly stack: readonly string[];
  /** Whether plans go to `out`, or are forgotten once they are made. */
  readonly keep: PlanSetting["keep"];
  readonly form: "text" | "json";
  /** The day by which acknowledgements are still good. */
  readonly asOf: string;
}

export async function plan(options: PlanOptions, terminal: Terminal): Promise<ExitCode> {
  refuseAmbientSettings(process.env);
  const { estate, stacks: all } = readSynthesizedEstate(options.in);
  const stacks = selected(all, options.stack);
  const terraform = await findTerraform();
  const names = stacks.map(({ name }) => name);
  const { keep } = options;
  const folder = keep === "nothing" ? undefined : takePlanFolder(options.out, names);
  const plans = await withAttachedProviders((attached) => planStacks(stacks, { terraform, attached, all, terminal, keep }));
  const judged = judgeEstate(estate, options.asOf);
  const older = folder === undefined || options.stack.length === 0 ? [] : folder.earlier.filter((name) => !names.includes(name));
  if (folder !== undefined) keepPlans(folder, plansOf(plans, folder, older));
  const report = { terraform: terraform.version, stacks: plans.map((stackPlan) => rowOf(stackPlan, options.out)), older };
  const text = (): string => [plansText(report, terminal.colors), ...judgedLines(judged, terminal.colors)].join("\n");
  terminal.print(options.form === "json" ? JSON.stringify({ ...report, ...judgedData(judged) }, undefined, 2) : text());
  const planned = report.stacks.every(({ problems }) => problems.length === 0);
  return planned && allowsDeployment(judged) ? exitCodes.fine : exitCodes.no;
}

interface PlanRun {
  readonly terraform: Terraform;
  readonly attached: AttachedProviders;
  /** Every stack of the output: what the planned ones may read the state of. */
  readonly all: readonly SynthesizedStack[];
  readonly terminal: Terminal;
  readonly keep: PlanSetting["keep"];
}

/** Plans stacks as if nothing existed yet, each after those it waits for and each distinct template once. */
async function planStacks(
  stacks: readonly SynthesizedStack[],
  { terraform, attached, all, terminal, keep }: PlanRun,
): Promise<readonly StackPlan[]> {
  const providers = await providerFolders(terraform, stacks);
  const progress = await progressOn(
    terminal,
    stacks.map(({ name }) => name),
  );
  const byText = new Map<string, Promise<StackPlan>>();
  const planOnce = async (stack: SynthesizedStack): Promise<StackPlan> => {
    const upstream = all.filter(({ name }) => stack.after.includes(name));
    const onStep = (step: Step): void => progress.step(stack.name, step);
    const setting = { terraform, providers: providers.get(stack.name) ?? "", upstream, keep, onStep };
    const made = byText.get(stack.text) ?? planWith(attached, stack, setting);
    byText.set(stack.text, made);
    const stackPlan = { ...(await made), stack: stack.name };
    progress.done({ stack: stack.name, ...outcomeOf(stackPlan) });
    return stackPlan;
  };
  try {
    return await inDependencyOrder(stacks, SIDE_BY_SIDE, planOnce);
  } finally {
    await progress.end();
  }
}

function planWith(attached: AttachedProviders, stack: SynthesizedStack, setting: PlanSetting): Promise<StackPlan> {
  const lend = stack.template.providers.length === 1 ? attached.lend : attached.lendSeveral;
  return lend(setting.providers, (provider) => planStack(stack, { ...setting, terraform: { ...setting.terraform, attached: provider } }));
}

function selected(stacks: readonly SynthesizedStack[], names: readonly string[]): readonly SynthesizedStack[] {
  const known = stacks.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const meant = nearest(unknown, known);
    const mend = meant === undefined ? `There are: ${known.join(", ")}.` : `Did you mean ${meant}?`;
    throw new Refusal(exitCodes.badInput, `there is no stack ${unknown}. ${mend}`);
  }
  return names.length === 0 ? stacks : stacks.filter(({ name }) => names.includes(name));
}

/** What the folder is to hold: no plan of a stack that has none now, which would be taken for what is deployed. */
function plansOf(plans: readonly StackPlan[], { earlier }: PlanFolder, older: readonly string[]): ReadonlyMap<string, string | undefined> {
  const gone = earlier.filter((name) => !older.includes(name)).map((name) => [name, undefined] as const);
  return new Map([...gone, ...plans.map(({ stack, plan: made }) => [stack, made?.text] as const)]);
}

function outcomeOf({ plan: made, diagnostics, seconds }: StackPlan): Omit<Outcome, "stack"> {
  return { result: made === undefined ? "no plan" : `${made.add} to add`, problems: diagnostics.length, seconds };
}

function rowOf({ stack, plan: made, diagnostics, seconds }: StackPlan, folder: string): PlanRow {
  return {
    stack,
    add: made?.add ?? null,
    seconds: Math.round(seconds * 10) / 10,
    problems: diagnostics.map(problemOf),
    file: made?.text === undefined ? null : join(folder, `${stack}.json`),
  };
}
