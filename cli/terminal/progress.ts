import type { ListrDefaultRendererLogLevels } from "listr2";
import type { Terminal } from "./terminal";

/** How a stack came out, in a few words. */
export interface Outcome {
  readonly stack: string;
  /** Such as `12 to add`. */
  readonly result: string;
  readonly problems: number;
  readonly seconds: number;
}

/** Shows how far Terraform is with each stack, on standard error. */
export interface Progress {
  readonly step: (stack: string, step: string) => void;
  readonly done: (outcome: Outcome) => void;
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
    done: (outcome) => terminal.note(`${outcome.stack}: ${outcomeText(outcome)}`),
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
      if (hasProblems(await endings.get(stack)?.outcome)) throw new Error(`${stack} has problems`);
    },
  }));
  // Its own default is standard output, which is for results.
  const logger = new ListrLogger<ListrDefaultRendererLogLevels>({ processOutput: new ProcessOutput(process.stderr, process.stderr) });
  const rendererOptions = { logger, showErrorMessage: false };
  const drawn = new Listr(tasks, { concurrent: true, registerSignalListeners: false, exitOnError: false, rendererOptions }).run();
  const title = (stack: string, text: string): void => titles.get(stack)?.(`${stack}: ${text}`);
  return {
    step: (stack, step) => title(stack, step),
    done: (outcome) => {
      title(outcome.stack, outcomeText(outcome));
      endings.get(outcome.stack)?.end(outcome);
    },
    end: async () => {
      for (const { end } of endings.values()) end(undefined);
      await drawn;
    },
  };
}

interface AwaitedEnding {
  /** None where another stack's failure ended the run before this one was done. */
  readonly outcome: Promise<Outcome | undefined>;
  readonly end: (outcome: Outcome | undefined) => void;
}

function awaitedEnding(): AwaitedEnding {
  let end: AwaitedEnding["end"] = () => undefined;
  const outcome = new Promise<Outcome | undefined>((resolve) => {
    end = resolve;
  });
  return { outcome, end };
}

function hasProblems(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && outcome.problems > 0;
}

function outcomeText({ result, problems, seconds }: Outcome): string {
  const count = problems === 0 ? "" : `, ${problems} ${problems === 1 ? "problem" : "problems"}`;
  return `${result}${count}, ${seconds.toFixed(1)} s`;
}
