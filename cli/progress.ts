import type { ListrDefaultRendererLogLevels } from "listr2";
import type { Rehearsal, Step } from "./rehearse-stack";
import type { Terminal } from "./terminal";

/** Shows how far the rehearsals are, on standard error. */
export interface Progress {
  readonly step: (stack: string, step: Step) => void;
  readonly done: (rehearsal: Rehearsal) => void;
  /** Resolves when everything is drawn. */
  readonly end: () => Promise<void>;
}

export function progressOn(terminal: Terminal, stacks: readonly string[]): Promise<Progress> {
  return terminal.watched ? drawnProgress(stacks) : Promise.resolve(plainProgress(terminal));
}

/** A line for every stack that is done: for logs, where nothing can be drawn over. */
function plainProgress(terminal: Terminal): Progress {
  return {
    step: () => undefined,
    done: (rehearsal) => terminal.note(`${rehearsal.stack}: ${outcomeOf(rehearsal)}`),
    end: () => Promise.resolve(),
  };
}

async function drawnProgress(stacks: readonly string[]): Promise<Progress> {
  const { Listr, ListrLogger, ProcessOutput } = await import("listr2");
  const endings = new Map(stacks.map((stack) => [stack, awaitedEnding()]));
  const titles = new Map<string, (title: string) => void>();
  const tasks = stacks.map((stack) => ({
    title: `${stack}: waits`,
    task: async (_: unknown, task: { title: string }) => {
      titles.set(stack, (title) => {
        Object.assign(task, { title });
      });
      if (hasProblems(await endings.get(stack)?.rehearsal)) throw new Error(`${stack} has problems`);
    },
  }));
  // Its own default is standard output, which is for results.
  const logger = new ListrLogger<ListrDefaultRendererLogLevels>({ processOutput: new ProcessOutput(process.stderr, process.stderr) });
  const rendererOptions = { logger, showErrorMessage: false };
  const drawn = new Listr(tasks, { concurrent: true, registerSignalListeners: false, exitOnError: false, rendererOptions }).run();
  const title = (stack: string, text: string): void => titles.get(stack)?.(`${stack}: ${text}`);
  return {
    step: (stack, step) => title(stack, step),
    done: (rehearsal) => {
      title(rehearsal.stack, outcomeOf(rehearsal));
      endings.get(rehearsal.stack)?.end(rehearsal);
    },
    end: async () => {
      for (const { end } of endings.values()) end(undefined);
      await drawn;
    },
  };
}

interface AwaitedEnding {
  /** None where another stack's failure ended the run before this one was done. */
  readonly rehearsal: Promise<Rehearsal | undefined>;
  readonly end: (rehearsal: Rehearsal | undefined) => void;
}

function awaitedEnding(): AwaitedEnding {
  let end: AwaitedEnding["end"] = () => undefined;
  const rehearsal = new Promise<Rehearsal | undefined>((resolve) => {
    end = resolve;
  });
  return { rehearsal, end };
}

function hasProblems(rehearsal: Rehearsal | undefined): boolean {
  return rehearsal !== undefined && rehearsal.diagnostics.length > 0;
}

function outcomeOf({ plan, diagnostics, seconds }: Rehearsal): string {
  const problems = diagnostics.length === 0 ? "" : `, ${diagnostics.length} ${diagnostics.length === 1 ? "problem" : "problems"}`;
  return `${plan === undefined ? "no plan" : `${plan.counts.create} to add`}${problems}, ${seconds.toFixed(1)} s`;
}
