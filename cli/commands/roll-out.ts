import type { Diagnostic } from "../../synthesized/diagnostics";
import { estateOf } from "../../synthesized/estate/estate";
import { remoteStatesOf, writerOf } from "../../synthesized/estate/remote-states";
import type { Outputs } from "../../synthesized/terraform-test";
import type { SynthesizedStack } from "../files/synthesized-stacks";
import { inDependencyOrder, SIDE_BY_SIDE } from "../processes/schedule";
import { type Outcome, progressOn } from "../terminal/progress";
import type { Terminal } from "../terminal/terminal";
import type { AttachedProviders } from "../terraform/attached-providers";
import { type RollOutFiles, rollOutFiles } from "../terraform/roll-out-files";
import { type RolledOut, rollOutStack } from "../terraform/roll-out-stack";
import type { Terraform } from "../terraform/terraform";

export interface StackRollOut extends RolledOut {
  readonly stack: string;
  /** What the stack was made of beside its template; undefined where it was not tried. */
  readonly files: RollOutFiles | undefined;
}

export interface Stage {
  readonly terraform: Terraform;
  readonly attached: AttachedProviders;
  readonly providers: ReadonlyMap<string, string>;
  /** Every stack of the output: who may have written the states that are read. */
  readonly all: readonly SynthesizedStack[];
  readonly terminal: Terminal;
  /** Stacks that are planned once more after they were applied. */
  readonly planAgain: ReadonlySet<string>;
}

/** Applies every stack on Terraform's mock of AWS, in order, each with the outputs of those before it. */
export function rollOut(stage: Stage): Promise<readonly StackRollOut[]> {
  const finished = new Map<string, StackRollOut>();
  return inProgress(stage.all, stage, async (stack, onStep) => {
    const missing = stack.after.find((name) => finished.has(name) && finished.get(name)?.state === undefined);
    const made = missing === undefined ? await applied(stack, { stage, finished, gone: new Set(), onStep }) : notTried(stack, missing);
    finished.set(stack.name, made);
    return made;
  });
}

/**
 * Applies stacks again, from nothing and without the states of those that are gone. A stack that
 * would be made of the very same files is not: Terraform would say the same.
 */
export async function rollOutWithout(
  stacks: readonly SynthesizedStack[],
  gone: ReadonlySet<string>,
  { stage, before }: { readonly stage: Stage; readonly before: readonly StackRollOut[] },
): Promise<readonly StackRollOut[]> {
  const finished = new Map(before.map((made) => [made.stack, made]));
  const differs = (stack: SynthesizedStack): boolean =>
    JSON.stringify(filesFor(stack, { stage, finished, gone })) !== JSON.stringify(finished.get(stack.name)?.files);
  const changed = stacks.filter((stack) => finished.get(stack.name)?.files !== undefined && differs(stack));
  if (changed.length > 0) {
    const again = await inProgress(changed, stage, (stack, onStep) => applied(stack, { stage, finished, gone, onStep }));
    for (const made of again) finished.set(made.stack, made);
  }
  return stacks.flatMap(({ name }) => finished.get(name) ?? []);
}

interface RollOutContext {
  readonly stage: Stage;
  readonly finished: ReadonlyMap<string, StackRollOut>;
  /** Stacks whose states cannot be read. */
  readonly gone: ReadonlySet<string>;
}

async function applied(
  stack: SynthesizedStack,
  { onStep, ...context }: RollOutContext & { readonly onStep: (step: string) => void },
): Promise<StackRollOut> {
  const { terraform, attached, providers: folders } = context.stage;
  const files = filesFor(stack, context);
  const providers = folders.get(stack.name) ?? "";
  // Terraform's mock asks the provider for its schemas only, so that it may have any number of configurations.
  const made = await attached.lend(providers, (provider) =>
    rollOutStack(stack, { terraform: { ...terraform, attached: provider }, providers, files, onStep }),
  );
  return { stack: stack.name, files, ...made };
}

function filesFor(stack: SynthesizedStack, { stage, finished, gone }: RollOutContext): RollOutFiles {
  const estate = estateOf(stage.all.map(({ template }) => template));
  const outputsOf = (address: string): Outputs | undefined => {
    const writer = writerOf(estate, stack.template, address);
    return writer.kind === "unknown" || gone.has(writer.template.stack) ? undefined : finished.get(writer.template.stack)?.state?.outputs;
  };
  const recorded = remoteStatesOf(stack.template).map(({ name, address }) => [name, outputsOf(address)] as const);
  return rollOutFiles(stack.template, {
    recorded: new Map(recorded),
    secondPlan: stage.planAgain.has(stack.name) ? "asked" : "notAsked",
  });
}

function notTried({ name }: SynthesizedStack, missing: string): StackRollOut {
  const summary = `not tried: it waits for ${missing}, which was not rolled out`;
  const diagnostics: readonly Diagnostic[] = [{ severity: "error", summary, detail: "", address: undefined }];
  return { stack: name, files: undefined, state: undefined, moved: undefined, diagnostics, seconds: 0 };
}

async function inProgress(
  stacks: readonly SynthesizedStack[],
  { terminal }: Stage,
  job: (stack: SynthesizedStack, onStep: (step: string) => void) => Promise<StackRollOut>,
): Promise<readonly StackRollOut[]> {
  const progress = await progressOn(
    terminal,
    stacks.map(({ name }) => name),
  );
  try {
    return await inDependencyOrder(stacks, SIDE_BY_SIDE, async (stack) => {
      const made = await job(stack, (step) => progress.step(stack.name, step));
      progress.done(outcomeOf(made));
      return made;
    });
  } finally {
    await progress.end();
  }
}

function outcomeOf({ stack, state, diagnostics, seconds }: StackRollOut): Outcome {
  const result = state === undefined ? "not applied" : `${state.resources} applied`;
  return { stack, result, problems: diagnostics.length, seconds };
}
