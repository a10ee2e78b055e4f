import type { DeploymentScope } from "../../analysis/rollout/deployment-scope";
import type { DeploymentStep } from "../../analysis/rollout/deployment-steps";
import type { HumanGate } from "../../analysis/rollout/human-gate";
import { LINE, widthOf } from "../text/cells";
import { printableJson } from "../text/printable";
import { shellWord } from "../text/shell-word";
import { indentedLines } from "../text/wrap";
import { instructionsFor } from "./gate-instructions";
import type { Act } from "./instructions";
import { switchInstructions } from "./switch-instructions";

/** Everything that is to be done to deploy an output from nothing. */
export interface DeploymentRunbook {
  readonly deployment: string;
  readonly account: string;
  /** The output folder, as the reader would write it. */
  readonly output: string;
  readonly steps: readonly DeploymentStep[];
  /** The one scope that is to be shown; undefined where all are. */
  readonly only: DeploymentScope | undefined;
  /** The Region to look at after a step of one site, by scope. */
  readonly siteRegions: ReadonlyMap<string, string>;
  /** The stack whose switches people turn on when it is deployed; none where there are no switches. */
  readonly switchStack: string | undefined;
  /** Folder of the states that no bucket holds; undefined where every state is in a bucket. */
  readonly localStates: string | undefined;
}

const DEFAULT_OUTPUT = "cdktf.out";

/** The steps as a person follows them: what to do, the command, what to look at. */
export function runbookText(runbook: DeploymentRunbook): string {
  const { deployment, account, steps } = runbook;
  return [
    `${deployment}: ${steps.length} steps from nothing to a service, never two sites in one`,
    ...opening(account, steps),
    ...shown(runbook).flatMap(({ step, number }) => stepText(step, number, runbook)),
    ...ending(runbook),
  ].join("\n");
}

/** The last words stand only where the last step is shown: whoever asks for one site's is not done after it. */
function ending(runbook: DeploymentRunbook): readonly string[] {
  if (shown(runbook).at(-1)?.number !== runbook.steps.length) return [];
  return [
    "",
    "Done. A change later: the same commands, with --done for the image and the trust bundle only. One",
    "site, look, then the other: docs/runbooks/change-site-by-site.md",
  ];
}

/** What is left to a person when the stack with the switches is deployed. */
export function switchText(output: string, switchStack: string): readonly string[] {
  const { title, acts, runbook } = switchInstructions(output, switchStack);
  return ["", ...indentedLines(title, "   "), ...acts.flatMap(actText), `      more: ${runbook}`];
}

export function runbookJson(runbook: DeploymentRunbook): string {
  const { deployment, account, output } = runbook;
  const steps = shown(runbook).map(({ step, number }) => ({
    step: number,
    scope: step.scope,
    command: commandOf(step.scope, output, step.gates),
    gates: step.gates.map((gate) => ({ id: gate.id, when: gate.when, ...instructionsFor(gate, output) })),
    stacks: step.stacks.map(({ name }) => name),
    afterwards: switchesIn(step.stacks, runbook).map((stack) => switchInstructions(output, stack)),
  }));
  return printableJson({ deployment, account, steps });
}

function shown({ steps, only }: DeploymentRunbook): readonly { readonly step: DeploymentStep; readonly number: number }[] {
  return steps.map((step, index) => ({ step, number: index + 1 })).filter(({ step }) => only === undefined || step.scope === only);
}

/** The command that deploys what is of a scope, once people have been through some gates. */
export function commandOf(scope: DeploymentScope, output: string, gates: readonly { readonly id: string }[] = []): string {
  const words = [
    "npx twinsite deploy",
    scope === "bootstrap" || scope === "shared" ? `--${scope}` : `--site ${scope.replace(/^site-/, "")}`,
    ...(output === DEFAULT_OUTPUT ? [] : [`--in ${shellWord(output)}`]),
    ...gates.map(({ id }) => `--done ${id}`),
  ];
  return words.join(" ");
}

/** One gate, as it is told where somebody stands before it. */
export function gateText(gate: HumanGate, output: string): readonly string[] {
  const { title, acts, runbook } = instructionsFor(gate, output);
  return [...indentedLines(`[${gate.id}] ${title}`, "   "), ...acts.flatMap(actText), `      more: ${runbook}`];
}

/** What takes longest is asked for first, wherever it is needed. */
function opening(account: string, steps: readonly DeploymentStep[]): readonly string[] {
  const slow = steps.flatMap(({ gates }, index) =>
    gates.filter(({ kind }) => kind in leadTimes).map((gate) => `${leadTimes[gate.kind] ?? ""}: [${gate.id}], needed in step ${index + 1}`),
  );
  return [
    "",
    "Before you start",
    ...indentedLines("The output was judged and planned: nothing below is deployed where a verdict is negative.", "   "),
    ...commandText("npx twinsite synth && npx twinsite plan"),
    ...indentedLines(`Your keys are those of the deployer in account ${account}:`, "   "),
    ...commandText("aws sts get-caller-identity"),
    ...(slow.length === 0 ? [] : [...indentedLines("Ask for these on the first day:", "   "), ...slow.map((line) => `      ${line}`)]),
  ];
}

const leadTimes: Partial<Record<HumanGate["kind"], string>> = {
  regions: "hours",
  quotas: "days",
  delegation: "days, until whoever runs the zone above is at hand",
  delegationSigner: "days, by the same people",
  ports: "weeks, from the step that orders them",
};

function stepText(step: DeploymentStep, number: number, runbook: DeploymentRunbook): readonly string[] {
  const { output } = runbook;
  const before = step.gates.filter(({ when }) => when === "before");
  const during = step.gates.filter(({ when }) => when === "during");
  const stacks = step.stacks.map(({ name }) => name);
  return [
    "",
    ...indentedLines(`Step ${number} of ${runbook.steps.length}: ${titleOf(step.scope)}`, ""),
    ...before.flatMap((gate) => ["", ...gateText(gate, output)]),
    ...during.flatMap((gate) => ["", "   While the command below runs:", ...gateText(gate, output)]),
    "",
    ...indentedLines(`Deploy ${stacks.join(", ")}. You are asked before each is applied.`, "   "),
    ...commandText(commandOf(step.scope, output, step.gates)),
    ...afterwards(step, runbook),
    ...switchesIn(step.stacks, runbook).flatMap((stack) => switchText(output, stack)),
  ];
}

function switchesIn(stacks: DeploymentStep["stacks"], { switchStack }: DeploymentRunbook): readonly string[] {
  return switchStack !== undefined && stacks.some(({ name }) => name === switchStack) ? [switchStack] : [];
}

function titleOf(scope: DeploymentScope): string {
  if (scope === "bootstrap") return "what states are kept in";
  return scope === "shared" ? "what belongs to neither site" : `site ${scope.replace(/^site-/, "")} alone`;
}

function afterwards({ scope }: DeploymentStep, { siteRegions, localStates }: DeploymentRunbook): readonly string[] {
  const region = siteRegions.get(scope);
  if (region !== undefined) {
    return [
      ...indentedLines("Look before the other site's turn. No alarm's name is printed but of what is still to come:", "   "),
      ...commandText(
        `aws cloudwatch describe-alarms --region ${region} --state-value ALARM --query 'MetricAlarms[].AlarmName' --output text`,
      ),
    ];
  }
  if (scope !== "bootstrap" || localStates === undefined) return [];
  return indentedLines(`Keep ${localStates} where your team keeps such things: the bucket cannot hold the state of what makes it.`, "   ");
}

function actText({ say, commands }: Act): readonly string[] {
  return [...indentedLines(say, "      "), ...commands.flatMap(commandText)];
}

/** A command that can be pasted, also where it is broken: before an option, with a backslash, never within quotes. */
function commandText(command: string): readonly string[] {
  const [first = "", ...rest] = command.split(/ (?=--|\| |import |docker:\/\/|s3:\/\/)(?=(?:[^']*'[^']*')*[^']*$)/);
  const lines: string[] = [];
  let line = `        ${first}`;
  for (const part of rest) {
    if (widthOf(`${line} ${part} \\`) <= LINE) {
      line = `${line} ${part}`;
    } else {
      lines.push(`${line} \\`);
      line = `          ${part}`;
    }
  }
  return [...lines, line];
}
