import type { DeployableStack } from "../../analysis/rollout/deployment-steps";
import { undeployedParts } from "../../analysis/rollout/undeployed-parts";
import type { StackOutcome } from "../../reports/runbook/deployment-outcome";
import { roleOf } from "../../synthesized/estate/stacks";
import type { SynthesizedStack } from "../files/synthesized-stacks";
import type { CdktfOutcome } from "../terraform/cdktf";
import type { StateReading } from "../terraform/deployed-states";

/** What a run knows and can do; tests give it other hands. */
export interface DeploymentHands {
  readonly stateOf: (stack: SynthesizedStack) => Promise<StateReading>;
  readonly deploy: (stack: string) => Promise<CdktfOutcome>;
  /** Files of a stack's folder that are not as they were when it was judged. */
  readonly changedFiles: (stack: string) => readonly string[];
  /** Tells of a stack before it is applied, since somebody may have to help meanwhile. */
  readonly announce: (stack: DeployableStack) => void;
}

export interface DeploymentRun {
  /** The stacks of one scope, in order. */
  readonly stacks: readonly DeployableStack[];
  readonly all: readonly SynthesizedStack[];
  /** Ids of the gates that people have been through. */
  readonly done: readonly string[];
}

/**
 * Deploys what can be deployed, one stack after the other. A stack that waits for others or for
 * people is passed over; what fails, is turned down or cannot be known ends the run.
 */
export async function runDeployment(run: DeploymentRun, hands: DeploymentHands): Promise<readonly StackOutcome[]> {
  const outcomes: StackOutcome[] = [];
  for (const stack of run.stacks) {
    const deployed = outcomes.filter(({ kind }) => kind === "deployed").map((outcome) => outcome.stack);
    const outcome = (await obstacleTo(stack, { ...run, deployed, stateOf: hands.stateOf })) ?? (await deploy(stack, hands));
    outcomes.push(outcome);
    if (outcome.kind === "failed" || outcome.kind === "dismissed" || outcome.kind === "unknown" || outcome.kind === "changed") break;
  }
  return outcomes;
}

async function deploy(stack: DeployableStack, hands: DeploymentHands): Promise<StackOutcome> {
  const files = hands.changedFiles(stack.name);
  if (files.length > 0) return { stack: stack.name, kind: "changed", files };
  hands.announce(stack);
  return { stack: stack.name, kind: await hands.deploy(stack.name) };
}

interface Situation extends DeploymentRun {
  /** Stacks that this run has deployed. */
  readonly deployed: readonly string[];
  readonly stateOf: DeploymentHands["stateOf"];
}

/** Why a stack cannot be deployed now; none where it can. */
async function obstacleTo(stack: DeployableStack, situation: Situation): Promise<StackOutcome | undefined> {
  const own = await stateNamed(stack.name, situation);
  if (own.kind === "unreadable") return { stack: stack.name, kind: "unknown", about: stack.name, why: own.why };
  const waitsFor: string[] = [];
  for (const earlier of stack.after.filter((name) => !situation.deployed.includes(name))) {
    const reading = await stateNamed(earlier, situation);
    if (reading.kind === "unreadable") return { stack: stack.name, kind: "unknown", about: earlier, why: reading.why };
    if (!isEnough(reading, { earlier, own, situation })) waitsFor.push(earlier);
  }
  if (waitsFor.length > 0) return { stack: stack.name, kind: "waits", waitsFor };
  const isThere = missingIn(own, stack.name, situation).length === 0;
  const closed = stack.gates.filter(({ id, stands }) => !situation.done.includes(id) && !(stands === "once" && isThere));
  return closed.length === 0 ? undefined : { stack: stack.name, kind: "gated", gates: closed };
}

function stateNamed(name: string, { all, stateOf }: Situation): Promise<StateReading> {
  const stack = all.find((candidate) => candidate.name === name);
  return stack === undefined ? Promise.resolve({ kind: "unreadable", why: "it is not in the output" }) : stateOf(stack);
}

interface Prerequisite {
  readonly earlier: string;
  /** State of the stack that waits. */
  readonly own: StateReading;
  readonly situation: Situation;
}

function isEnough(reading: StateReading, { earlier, own, situation }: Prerequisite): boolean {
  if (missingIn(reading, earlier, situation).length === 0) return true;
  // Whoever made the buckets keeps that state; that a bucket answers shows as much to everybody else.
  const isEmpty = reading.kind === "read" && reading.state.outputs.size === 0 && reading.state.addresses.size === 0;
  const stack = situation.all.find(({ name }) => name === earlier);
  return stack !== undefined && roleOf(stack.template) === "bootstrap" && isEmpty && own.kind === "read";
}

function missingIn(reading: StateReading, name: string, { all }: Situation): readonly string[] {
  const stack = all.find((candidate) => candidate.name === name);
  return reading.kind === "read" && stack !== undefined ? undeployedParts(reading.state, stack.template) : [name];
}
