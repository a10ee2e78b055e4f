import type { ListrDefaultRendererLogLevels } from "listr2";
import { counted } from "../../reports/text/numbers";
import type { Terminal } from "./terminal";

/** How a stack came out, in a few words. */
export interface Outcome {
  readonly stack: string;
  /** What came of it, such as `12 to add`. */
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
  const rows = new Map(stacks.map((stack) => [stack, drawnRow(stack)]));
  // The library's own default is standard output, which is for results.
  const logger = new ListrLogger<ListrDefaultRendererLogLevels>({ processOutput: new ProcessOutput(process.stderr, process.stderr) });
  const rendererOptions = { logger, showErrorMessage: false };
  const options = { concurrent: true, registerSignalListeners: false, exitOnError: false, rendererOptions };
  const drawn = new Listr([...rows.values()], options).run();
  return {
    step: (stack, step) => rows.get(stack)?.step(step),
    done: (outcome) => rows.get(outcome.stack)?.end(outcome),
    end: async () => {
      for (const { end } of rows.values()) end();
      await drawn;
    },
  };
}

/** A stack as listr2 draws it: a task that lasts until somebody says how the stack came out. */
interface DrawnRow {
  readonly title: string;
  readonly task: (_: unknown, drawn: { title: string }) => Promise<void>;
  readonly step: (step: string) => void;
  /** Ends the task; without an outcome, where another stack's failure ended the run before this one was done. */
  readonly end: (outcome?: Outcome) => void;
}

function drawnRow(stack: string): DrawnRow {
  let row = { title: `${stack}: waits` };
  let end: DrawnRow["end"] = () => undefined;
  const ended = new Promise<Outcome | undefined>((resolve) => {
    end = resolve;
  });
  const step = (text: string): void => {
    row.title = `${stack}: ${text}`;
  };
  const task = async (_: unknown, drawn: { title: string }): Promise<void> => {
    row = drawn;
    const outcome = await ended;
    if (outcome === undefined) return;
    step(outcomeText(outcome));
    if (outcome.problems > 0) throw new Error(`${stack} has problems`);
  };
  return { title: row.title, task, step, end };
}

function outcomeText({ result, problems, seconds }: Outcome): string {
  const count = problems === 0 ? "" : `, ${counted(problems, "problem")}`;
  return `${result}${count}, ${seconds.toFixed(1)} s`;
}
