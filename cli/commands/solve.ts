import { importances } from "../../fault-trees/answers/importance";
import { setsUpTo } from "../../fault-trees/answers/listed-sets";
import { setCounts } from "../../fault-trees/answers/set-counts";
import { checkOf } from "../../fault-trees/check";
import { type FaultTree, sizeOf } from "../../fault-trees/fault-tree";
import { type Solution, solve } from "../../fault-trees/solution";
import { TooLargeError, withinRoom } from "../../fault-trees/too-large";
import { modelFaultRenderers } from "../../reports/faults";
import { type SolvedFile, solutionsRenderers } from "../../reports/solutions";
import { onOneLine, shownName } from "../../reports/text/printable";
import { readModelFiles } from "../files/model-file";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";

export interface SolveOptions {
  readonly files: readonly string[];
  readonly top: string | undefined;
  /** The cut sets of so many events at most are listed. */
  readonly cutSets: number | undefined;
  readonly importance: boolean;
  readonly check: boolean;
  readonly memoryMegabytes: number;
  readonly form: "text" | "json";
}

/** More sets than anybody reads, and more characters than a text can have. */
const MOST_LISTED = 1_000_000n;
const MOST_CHARACTERS = 100_000_000;
/** What the program holds besides nodes, remembered answers included. */
const OTHER_MEGABYTES = 400;
/** A store that grows holds a node once as it was and twice as it will be, with the means to find it. */
const BYTES_A_NODE = 56;
const SECOND = 1000;
/** What is left to a name in a line that tells how far its tree is. */
const TOLD_NAME = 60;

/** The `solve` command: fault trees in files, and what they come to. */
export function solveFiles(options: SolveOptions, terminal: Terminal): ExitCode {
  const { files, top, form } = options;
  const readings = readModelFiles(files, top);
  const faults = readings.flatMap(({ file, reading }) =>
    reading.kind === "faulty" ? reading.faults.map((fault) => ({ file, ...fault })) : [],
  );
  if (faults.length > 0) {
    if (form === "json") terminal.print(modelFaultRenderers.json(faults, terminal.colors));
    else terminal.note(modelFaultRenderers.text(faults, terminal.noteColors));
    return exitCodes.badInput;
  }
  const solved = readings.flatMap(({ file, reading }) =>
    reading.kind === "sound" ? [solvedFile(file, reading.tree, { options, terminal })] : [],
  );
  terminal.print(solutionsRenderers[form](solved, terminal.colors));
  const isAnswered = ({ tooLarge, check }: SolvedFile): boolean => tooLarge.length === 0 && (check?.disagreements.length ?? 0) === 0;
  return solved.every(isAnswered) ? exitCodes.fine : exitCodes.no;
}

interface Run {
  readonly options: SolveOptions;
  readonly terminal: Terminal;
}

function solvedFile(file: string, tree: FaultTree, { options, terminal }: Run): SolvedFile {
  const mostNodes = Math.floor(((options.memoryMegabytes - OTHER_MEGABYTES) * 1024 * 1024) / BYTES_A_NODE);
  const start = performance.now();
  const solution = solve(tree, {
    mostNodes,
    tell: onceASecond((step) => terminal.note(`${shownName(tree.name, TOLD_NAME)}: ${onOneLine(step)}`)),
  });
  const solveMs = performance.now() - start;
  const { solved } = solution;
  const check = options.check ? orTooLarge("the check", () => checkOf(tree, solution, mostNodes)) : {};
  const listed = options.cutSets === undefined ? {} : orTooLarge("the list of cut sets", () => namedSets(solution, options.cutSets ?? 0));
  const importance = options.importance && solved !== undefined ? orTooLarge("importance", () => importances(solved.tree)) : {};
  return {
    file,
    name: tree.name,
    ...sizeOf(tree),
    solution,
    solveMs,
    check: check.result,
    listed: listed.result,
    importances: importance.result?.toSorted((a, b) => b.birnbaum - a.birnbaum),
    unanswered: solved?.tree.coherent === false ? askedOfCutSets(options) : [],
    tooLarge: [solution, check, listed, importance].flatMap(({ tooLarge = [] }) => tooLarge),
  };
}

function askedOfCutSets({ check, cutSets }: SolveOptions): SolvedFile["unanswered"] {
  return [...(check ? ["check" as const] : []), ...(cutSets === undefined ? [] : ["listed" as const])];
}

/** A second passes before anybody is told how far it is, and between two such words. */
function onceASecond(tell: (step: string) => void): (step: string) => void {
  let told = performance.now();
  return (step) => {
    if (performance.now() - told < SECOND) return;
    told = performance.now();
    tell(step);
  };
}

/** The cut sets by their events' names, the smallest first; undefined where the tree has none. */
function namedSets({ solved, cutSets }: Solution, most: number): readonly (readonly string[])[] | undefined {
  if (solved === undefined || cutSets === undefined) return undefined;
  const { bySize } = setCounts(cutSets.families, most);
  const count = bySize.reduce((sum, one) => sum + one);
  if (count > MOST_LISTED) throw new TooLargeError(`a list of ${count} cut sets; ask for fewer events than ${most}`);
  const sets = setsUpTo(cutSets.families, most).map((set) => set.map((event) => solved.tree.events[event] ?? ""));
  const characters = sets.reduce((sum, set) => set.reduce((soFar, { length }) => soFar + length, sum), 0);
  if (characters > MOST_CHARACTERS) throw new TooLargeError(`a list of ${characters} characters; ask for fewer events than ${most}`);
  return sets;
}

function orTooLarge<Result>(where: string, step: () => Result): { readonly result?: Result; readonly tooLarge?: string } {
  try {
    return { result: withinRoom(where, step) };
  } catch (error) {
    if (error instanceof TooLargeError) return { tooLarge: error.message };
    throw error;
  }
}
