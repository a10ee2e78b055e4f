import type { Colors } from "picocolors/types";
import type { DeploymentScope } from "../../analysis/rollout/deployment-scope";
import type { DeployableStack, DeploymentStep } from "../../analysis/rollout/deployment-steps";
import type { HumanGate } from "../../analysis/rollout/human-gate";
import { wrappedText } from "../text/wrap";
import { commandOf, gateText, switchText } from "./deployment-runbook";

/** What a run did with a stack, or why it left it alone. */
export type StackOutcome = { readonly stack: string } & (
  | { readonly kind: "deployed" | "dismissed" | "failed" }
  | { readonly kind: "waits"; readonly waitsFor: readonly string[] }
  | { readonly kind: "gated"; readonly gates: readonly HumanGate[] }
  | { readonly kind: "changed"; readonly files: readonly string[] }
  | { readonly kind: "unknown"; readonly about: string; readonly why: string }
);

export interface DeploymentOutcome {
  readonly scope: DeploymentScope;
  readonly output: string;
  readonly outcomes: readonly StackOutcome[];
  /** Gates that were said to be done. */
  readonly done: readonly string[];
  /** Every stack of the output, which tell the scope of a missing one. */
  readonly stacks: readonly DeployableStack[];
  readonly steps: readonly DeploymentStep[];
  readonly switchStack: string | undefined;
}

/** What became of each stack, and the next thing to do. */
export function outcomeText(outcome: DeploymentOutcome, colors: Colors): string {
  const { outcomes, output, switchStack } = outcome;
  const lines = outcomes.map((stack) => wrappedText(lineOf(stack, colors), "  "));
  const isSwitched = outcomes.some(({ kind, stack }) => kind === "deployed" && stack === switchStack);
  const switches = isSwitched && switchStack !== undefined ? switchText(output, switchStack) : [];
  return [...lines, ...switches, "", ...nextOf(outcome)].join("\n");
}

function lineOf(outcome: StackOutcome, { green, red, yellow }: Colors): string {
  switch (outcome.kind) {
    case "deployed":
      return `${green("deployed")} ${outcome.stack}`;
    case "dismissed":
      return `${red("not approved")} ${outcome.stack}: nothing of it was changed`;
    case "failed":
      return `${red("failed")} ${outcome.stack}: Terraform's message is above`;
    case "changed":
      return `${red("not deployed")} ${outcome.stack}: changed after it was judged: ${outcome.files.join(", ")}`;
    case "waits":
      return `${yellow("waits")} ${outcome.stack}: for ${outcome.waitsFor.join(", ")}, not deployed or not wholly`;
    case "gated":
      return `${yellow("waits")} ${outcome.stack}: for a person, ${outcome.gates.map(({ id }) => id).join(", ")}`;
    case "unknown":
      return `${red("not known")} ${outcome.stack}: the state of ${outcome.about} cannot be read\n${outcome.why}`;
  }
}

function nextOf(outcome: DeploymentOutcome): readonly string[] {
  const { scope, output, outcomes, done } = outcome;
  const again = commandOf(
    scope,
    output,
    done.map((id) => ({ id })),
  );
  const last = outcomes.at(-1);
  switch (last?.kind) {
    case "failed":
      return paragraph(`Mend what it says and run the same again; it goes on where it was: ${again}`);
    case "dismissed":
      return paragraph(`When the plan is as you want it, run the same again: ${again}`);
    case "changed":
      return paragraph(`Find out who writes to ${output}, synthesize and plan again, and run the same again: ${again}`);
    case "unknown":
      return paragraph(
        `Look at your keys and at the Region of that state, and run the same again: ${again}. If the Region is lost, ` +
          `docs/runbooks/loss-of-a-region.md says what can be deployed without it, and how.`,
      );
    default:
      return nextAfterAll(outcome);
  }
}

function nextAfterAll(outcome: DeploymentOutcome): readonly string[] {
  const { scope, output, outcomes, done } = outcome;
  const gates = gatesIn(outcomes);
  if (gates.length > 0) {
    const ids = [...new Set([...done, ...gates.map(({ id }) => id)])].map((id) => ({ id }));
    return [
      ...gates.flatMap((gate) => [...gateText(gate, output), ""]),
      ...paragraph(`Then, leaving out what is not done yet: ${commandOf(scope, output, ids)}`),
    ];
  }
  const waiting = outcomes.flatMap((stack) => (stack.kind === "waits" ? stack.waitsFor : []));
  const missing = outcome.stacks.find(({ name }) => waiting.includes(name));
  if (missing !== undefined) return paragraph(`Next: ${commandOf(missing.scope, output)}`);
  const next = stepAfter(outcome);
  return next === undefined
    ? ["That was the last step."]
    : paragraph(`Look at what was deployed; then next: ${commandOf(next.scope, output)}`);
}

/** The gates that stacks stand before, each once, however many stacks are behind it. */
function gatesIn(outcomes: readonly StackOutcome[]): readonly HumanGate[] {
  const gates = outcomes.flatMap((stack) => (stack.kind === "gated" ? stack.gates : []));
  return [...new Map(gates.map((gate) => [gate.id, gate])).values()];
}

/** The step that comes after the last one of this scope. */
function stepAfter({ scope, steps }: DeploymentOutcome): DeploymentStep | undefined {
  return steps[steps.findLastIndex((step) => step.scope === scope) + 1];
}

function paragraph(text: string): readonly string[] {
  return [wrappedText(text)];
}
