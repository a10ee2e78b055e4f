import type { DeploymentScope } from "./deployment-scope";
import type { HumanGate } from "./human-gate";

/** A stack as far as the order of a deployment depends on it. */
export interface DeployableStack {
  readonly name: string;
  /** Stacks that must be deployed before it. */
  readonly after: readonly string[];
  readonly scope: DeploymentScope;
  readonly gates: readonly HumanGate[];
}

/** One run: stacks of one scope, in order, and what people must have done before or must do meanwhile. */
export interface DeploymentStep {
  readonly scope: DeploymentScope;
  readonly gates: readonly HumanGate[];
  readonly stacks: readonly DeployableStack[];
}

/**
 * The runs that deploy everything from nothing, each as far as it gets. A stack that waits for
 * people is left for later as long as anything else can be deployed; the sites take turns.
 *
 * @param stacks in an order in which each comes after those it waits for.
 */
export function deploymentSteps(stacks: readonly DeployableStack[]): readonly DeploymentStep[] {
  const steps: DeploymentStep[] = [];
  for (let progress = nothingDeployed; progress.deployed.size < stacks.length; ) {
    const step = nextStep(stacks, progress);
    if (step === undefined) throw new Error("stacks wait for each other, or for one that is not in the output; synthesize again");
    steps.push(step);
    progress = after(progress, step);
  }
  return steps;
}

interface Progress {
  readonly deployed: ReadonlySet<string>;
  /** Gates that people have been through, by scope and id. */
  readonly passed: ReadonlySet<string>;
}

const nothingDeployed: Progress = { deployed: new Set(), passed: new Set() };

function after({ deployed, passed }: Progress, { scope, gates, stacks }: DeploymentStep): Progress {
  return {
    deployed: new Set([...deployed, ...stacks.map(({ name }) => name)]),
    passed: new Set([...passed, ...gates.map((gate) => keyOf(scope, gate))]),
  };
}

function nextStep(stacks: readonly DeployableStack[], progress: Progress): DeploymentStep | undefined {
  const ready = stacks.filter(
    ({ name, after: earlier }) => !progress.deployed.has(name) && earlier.every((one) => progress.deployed.has(one)),
  );
  const open = ready.filter((stack) => closedGates(stack, progress).every(({ when }) => when === "during"));
  const turn = (stack: DeployableStack): string => `${takesWeeks(closedGates(stack, progress)) ? "late" : "early"} ${turnOf(stack.scope)}`;
  const [first] = (open.length > 0 ? open : ready).toSorted((one, other) => turn(one).localeCompare(turn(other)));
  if (first === undefined) return undefined;
  return stepFrom(stacks, progress, first);
}

/** Ports are connected by other people in other houses: clients on the internet need not wait for them. */
function takesWeeks(gates: readonly HumanGate[]): boolean {
  return gates.some(({ kind }) => kind === "ports" || kind === "macsecKeys");
}

/** Sites before what is of both, so that the other site's turn comes next. */
function turnOf(scope: DeploymentScope): string {
  if (scope === "bootstrap") return "1";
  return scope === "shared" ? "3" : `2 ${scope}`;
}

/** As many stacks of the scope as can follow each other in one run, once the first one's gates are passed. */
function stepFrom(stacks: readonly DeployableStack[], progress: Progress, first: DeployableStack): DeploymentStep {
  const deployed = new Set(progress.deployed);
  const gates = [...closedGates(first, progress)];
  const taken: DeployableStack[] = [];
  for (const stack of stacks) {
    const closed = closedGates(stack, progress).filter(({ id }) => !gates.some((gate) => gate.id === id));
    const isNext = stack.scope === first.scope && !deployed.has(stack.name) && stack.after.every((one) => deployed.has(one));
    if (!isNext || closed.some(({ when }) => when === "before")) continue;
    taken.push(stack);
    gates.push(...closed);
    deployed.add(stack.name);
  }
  return { scope: first.scope, gates, stacks: taken };
}

function closedGates({ scope, gates }: DeployableStack, { passed }: Progress): readonly HumanGate[] {
  return gates.filter((gate) => !passed.has(keyOf(scope, gate)));
}

/** Both sites have a gate of the same name, and each is passed by itself. */
function keyOf(scope: DeploymentScope, { id }: HumanGate): string {
  return `${scope} ${id}`;
}
