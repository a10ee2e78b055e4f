import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Diagnostic, parseDiagnosticStream } from "../../synthesized/diagnostics";
import { parseJson } from "../../synthesized/json";
import { parsePlan, parsePlannedAdditions } from "../../synthesized/plan";
import { copyStack } from "../files/stack-copy";
import type { SynthesizedStack } from "../files/synthesized-stacks";
import { withTemporaryFolder } from "../files/temporary-folder";
import { lastingPlan, offlinePlanFiles } from "./offline-plan";
import { type Terraform, terraform } from "./terraform";

export type Step = "init" | "plan" | "show";

/** What Terraform says about one stack, planned as if nothing existed yet. */
export interface StackPlan {
  readonly stack: string;
  /** The plan; undefined where an error kept Terraform from making one. */
  readonly plan: MadePlan | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly seconds: number;
}

export interface MadePlan {
  readonly add: number;
  /** The plan in JSON; undefined where nobody wants to keep it. */
  readonly text: string | undefined;
}

export interface PlanSetting {
  readonly terraform: Terraform;
  /** A folder laid out as a mirror, with the stack's providers. */
  readonly providers: string;
  /** The stacks whose outputs this one may read. */
  readonly upstream: readonly SynthesizedStack[];
  /** To have Terraform write a plan in JSON takes as long as to have it made. */
  readonly keep: "plans" | "nothing";
  readonly onStep: (step: Step) => void;
}

/**
 * Runs init, plan and, where the plan is kept, show in a copy of the stack's folder. Only the copy has the fake keys: left
 * beside a template, they would be taken for a real deployment. No validate before it: a plan
 * begins with the same validation (`OpValidation` in Terraform's internal/backend/local/backend_local.go).
 */
export function planStack(stack: SynthesizedStack, setting: PlanSetting): Promise<StackPlan> {
  const start = performance.now();
  return withTemporaryFolder(join(tmpdir(), "twinsite-plan-"), async (folder) => {
    const upstream = setting.upstream.map(({ template }) => template);
    copyStack(stack, folder, offlinePlanFiles(stack.template, upstream));
    const outcome = await runSteps({ stack: stack.name, folder, setting });
    return { stack: stack.name, ...outcome, seconds: (performance.now() - start) / 1000 };
  });
}

interface Workplace {
  readonly stack: string;
  readonly folder: string;
  readonly setting: PlanSetting;
}

async function runSteps(workplace: Workplace): Promise<Pick<StackPlan, "plan" | "diagnostics">> {
  const { stack, setting } = workplace;
  const init = await run(workplace, "init", ["-input=false", "-no-color", `-plugin-dir=${setting.providers}`]);
  if (init.exitCode !== 0) return failed("terraform init failed", init.stderr);

  const plan = await run(workplace, "plan", ["-input=false", "-no-color", "-json", "-lock=false", "-out=offline.tfplan"]);
  const diagnostics = distinct(parseDiagnosticStream(plan.stdout, stack));
  if (diagnostics.some(({ severity }) => severity === "error")) return { plan: undefined, diagnostics };
  if (plan.exitCode !== 0) return failed("terraform plan failed", plan.stderr);
  if (setting.keep === "nothing") {
    const add = parsePlannedAdditions(plan.stdout, stack);
    return add === undefined ? failed("terraform plan came to no end", plan.stderr) : { plan: { add, text: undefined }, diagnostics };
  }

  const show = await run(workplace, "show", ["-json", "offline.tfplan"]);
  if (show.exitCode !== 0) return failed("terraform show failed", show.stderr);
  const text = JSON.stringify(lastingPlan(parseJson(show.stdout)));
  return { plan: { add: parsePlan(text, stack).counts.create, text }, diagnostics };
}

function run({ folder, setting }: Workplace, step: Step, args: readonly string[]): ReturnType<typeof terraform> {
  setting.onStep(step);
  return terraform(setting.terraform, folder, [step, ...args]);
}

function failed(summary: string, detail: string): Pick<StackPlan, "plan" | "diagnostics"> {
  return { plan: undefined, diagnostics: [{ severity: "error", summary, detail: detail.trim(), address: undefined }] };
}

/** A plan reports a deprecated argument twice: as it validates, and as it plans. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}
