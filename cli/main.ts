import { CommanderError } from "@commander-js/extra-typings";
import { printableJson } from "../reports/text/printable";
import { wrappedText } from "../reports/text/wrap";
import { UnreadableFileError } from "../synthesized/unreadable";
import { program } from "./program";
import { type ExitCode, exitCodes } from "./terminal/exit-codes";
import { Refusal } from "./terminal/refusal";
import { isSystemError, systemProblem } from "./terminal/system-problem";
import { processTerminal, type Terminal } from "./terminal/terminal";

/** Runs one `twinsite` command and leaves its exit code in `process.exitCode`. */
export async function main(argv: readonly string[]): Promise<void> {
  const terminal = processTerminal();
  for (const stream of [process.stdout, process.stderr]) stream.on("error", endWhenNobodyReads);
  process.on("uncaughtException", (error) => process.exit(explained(error, argv, terminal)));
  const ended = await endOf(argv, terminal);
  if (ended !== undefined) process.exitCode = ended;
}

/** Runs one command on a terminal. Returns the exit code of one that was refused or asked for help; any other sets it itself. */
export async function endOf(argv: readonly string[], terminal: Terminal): Promise<ExitCode | undefined> {
  try {
    await program(terminal).parseAsync(argv, { from: "user" });
    return undefined;
  } catch (error) {
    return explained(error, argv, terminal);
  }
}

function explained(error: unknown, argv: readonly string[], terminal: Terminal): ExitCode {
  return argv.includes("--json") ? explainAsJson(error, terminal) : explain(error, terminal);
}

function explain(error: unknown, terminal: Terminal): ExitCode {
  const { red } = terminal.noteColors;
  const exitCode = exitCodeOf(error);
  if (exitCode === exitCodes.bug) {
    terminal.note(`${red("this is a bug:")} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    terminal.note("Please report it, with the command and the deployment file that led to it.");
  } else if (!(error instanceof CommanderError)) {
    // Commander has already said what is wrong, or printed the help that was asked for.
    terminal.note(wrappedText(`${red("error:")} ${messageOf(error)}`));
  }
  return exitCode;
}

/** Who asked for JSON reads standard output: a refusal is an answer too. */
function explainAsJson(error: unknown, terminal: Terminal): ExitCode {
  const exitCode = exitCodeOf(error);
  if (exitCode === exitCodes.fine) return exitCode;
  terminal.print(printableJson({ error: { exitCode, message: messageOf(error) } }));
  return exitCode === exitCodes.bug ? explain(error, terminal) : exitCode;
}

/** What the user can mend is their input, their files, or what the system does not allow; the rest is ours. */
function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.badInput;
  if (error instanceof Refusal) return error.exitCode;
  return error instanceof UnreadableFileError || isSystemError(error) ? exitCodes.badInput : exitCodes.bug;
}

function messageOf(error: unknown): string {
  if (isSystemError(error)) return systemProblem(error);
  return error instanceof Error ? error.message.replace(/^error: /, "") : String(error);
}

/** `twinsite … | head` closes our output early, which is no fault of anyone's. */
function endWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit();
  throw error;
}
