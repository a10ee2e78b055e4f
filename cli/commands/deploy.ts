import { allowsDeployment, judgeEstate } from "../../analysis/judged-estate";
import type { DeploymentScope } from "../../analysis/rollout/deployment-scope";
import { type DeployableStack, deploymentSteps } from "../../analysis/rollout/deployment-steps";
import { switchStackOf } from "../../analysis/rollout/human-gates";
import { judgedLines } from "../../reports/judgements/judged-estate";
import { outcomeText, type StackOutcome } from "../../reports/runbook/deployment-outcome";
import { type DeploymentRunbook, gateText, runbookJson, runbookText } from "../../reports/runbook/deployment-runbook";
import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { regionsOf } from "../../synthesized/estate/provider";
import { siteOf, stacksOfRole } from "../../synthesized/estate/stacks";
import { changedFiles } from "../files/changed-files";
import { readSynthesizedEstate } from "../files/read-estate";
import type { SynthesizedStack } from "../files/synthesized-stacks";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";
import { isDrawnOn, type Terminal } from "../terminal/terminal";
import { refuseAmbientSettings } from "../terraform/ambient-settings";
import { deployWithCdktf, findCdktf } from "../terraform/cdktf";
import { stateReader } from "../terraform/deployed-states";
import { findTerraform } from "../terraform/terraform";
import { runDeployment } from "./deploy-run";
import { namedScope, refuseUnknownGates, requireScope, type ScopeWords } from "./deploy-scope";
import { deployableStacks } from "./deployable-stacks";

export interface DeployOptions extends ScopeWords {
  readonly in: string;
  readonly done: readonly string[];
  readonly approval: "asked" | "given";
  readonly form: "run" | "text" | "json";
  /** The day by which acknowledgements are still good. */
  readonly asOf: string;
}

/** Deploys one scope of an output as it lies there, or prints the whole way as a runbook. */
export async function deploy(options: DeployOptions, terminal: Terminal): Promise<ExitCode> {
  refuseAmbientSettings(process.env);
  const { estate, stacks: all } = readSynthesizedEstate(options.in);
  const stacks = deployableStacks(all);
  const scope = namedScope(options, stacks);
  refuseUnknownGates(options.done, stacks);
  if (options.form === "run") return await deployScope(requireScope(scope), options, { estate, all, stacks, terminal });
  const runbook = runbookOf(options.in, { estate, stacks, scope });
  terminal.print(options.form === "json" ? runbookJson(runbook) : runbookText(runbook));
  return allowed(options, estate, terminal) ? exitCodes.fine : exitCodes.no;
}

interface Stage {
  readonly estate: Estate;
  readonly all: readonly SynthesizedStack[];
  readonly stacks: readonly DeployableStack[];
  readonly terminal: Terminal;
}

async function deployScope(scope: DeploymentScope, options: DeployOptions, stage: Stage): Promise<ExitCode> {
  const { estate, all, stacks, terminal } = stage;
  if (options.approval === "asked") refuseWithoutPerson();
  if (!allowed(options, estate, terminal)) return exitCodes.no;
  const [terraform, cdktf] = [await findTerraform(), await findCdktf()];
  const outcomes = await runDeployment(
    { stacks: stacks.filter((stack) => stack.scope === scope), all, done: options.done },
    {
      stateOf: stateReader(terraform),
      deploy: async (stack) => {
        const shownOn = isDrawnOn(process.stdout) ? "terminal" : "linesOnly";
        const outcome = await deployWithCdktf(cdktf, { stack, output: options.in, approval: options.approval, shownOn });
        if (shownOn === "linesOnly") terminal.print(`${stack}: ${outcome}`);
        return outcome;
      },
      changedFiles: (stack) => changedFiles(all, stack),
      announce: (stack) => announce(stack, options.in, terminal),
    },
  );
  const outcome = {
    scope,
    output: options.in,
    outcomes,
    done: options.done,
    stacks,
    steps: deploymentSteps(stacks),
    switchStack: switchStackOf(estate),
  };
  terminal.print(outcomeText(outcome, terminal.colors));
  return exitCodeOf(outcomes);
}

/** Whether every judgement that gates allows that an output is deployed; says what is wrong where one does not. */
function allowed(options: DeployOptions, estate: Estate, terminal: Terminal): boolean {
  const judged = judgeEstate(estate, options.asOf);
  if (allowsDeployment(judged)) return true;
  terminal.note(judgedLines(judged, terminal.noteColors).join("\n"));
  terminal.note(`\nNothing is deployed: a verdict on ${options.in} is negative. Mend that, synthesize and plan again.`);
  return false;
}

/** cdktf asks before it applies; where nobody can answer, it would wait for ever. */
function refuseWithoutPerson(): void {
  if (process.stdin.isTTY && process.stdout.isTTY) return;
  throw new Refusal(
    exitCodes.badInput,
    "nobody can be asked here, since this is no terminal. Run it in one; or give --auto-approve, where somebody has approved the plan of exactly this output.",
  );
}

function announce({ name, gates }: DeployableStack, output: string, { note }: Terminal): void {
  note(`\ndeploying ${name}`);
  for (const gate of gates.filter(({ when }) => when === "during")) note(gateText(gate, output).join("\n"));
}

/** To wait for another step is no failure, as long as this one came further. */
function exitCodeOf(outcomes: readonly StackOutcome[]): ExitCode {
  const stopped = outcomes.some(({ kind }) => kind !== "deployed" && kind !== "waits");
  const moved = outcomes.some(({ kind }) => kind === "deployed");
  return stopped || !moved ? exitCodes.no : exitCodes.fine;
}

/** The way of one scope where one is named, otherwise of all. */
export function runbookOf(
  output: string,
  { estate, stacks, scope }: Pick<Stage, "estate" | "stacks"> & { readonly scope: DeploymentScope | undefined },
): DeploymentRunbook {
  const evidence = estate.stacks.map((template) => template.evidence).find(({ kind }) => kind === "read");
  const sites = stacksOfRole(estate, "site");
  const states = stacksOfRole(estate, "bootstrap")
    .filter(({ backend }) => backend?.kind === "local")
    .map(({ backend }) => textAt(backend?.settings ?? {}, "path"));
  return {
    deployment: evidence?.kind === "read" ? evidence.evidence.deployment : output,
    account: accountOf(estate),
    output,
    steps: deploymentSteps(stacks),
    only: scope,
    siteRegions: new Map(sites.flatMap((site) => regionsOf(site).map((region) => [siteOf(site) ?? "", region] as const))),
    switchStack: switchStackOf(estate),
    localStates: states[0]?.replace(/^(\.\.\/)+/, "").replace(/\/[^/]*$/, "/"),
  };
}

function accountOf({ stacks }: Estate): string {
  const ids = stacks.flatMap(({ providers }) => providers.map(({ attributes }) => attributes["allowed_account_ids"]));
  return ids.flat().find((id) => typeof id === "string") ?? "that the output names";
}
