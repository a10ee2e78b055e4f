import picocolors from "picocolors";
import type { Colors } from "picocolors/types";

/** Where a command's words go: results to standard output, everything else to standard error. */
export interface Terminal {
  readonly print: (result: string) => void;
  readonly note: (remark: string) => void;
  readonly colors: Colors;
  readonly noteColors: Colors;
  /** Whether somebody watches standard error, so that progress may be drawn on it. */
  readonly watched: boolean;
}

/** Colours for a stream: only on a terminal, and never against https://no-color.org. */
function colorsOf(stream: NodeJS.WriteStream): Colors {
  const unwanted = (process.env["NO_COLOR"] ?? "") !== "";
  return picocolors.createColors(isDrawnOn(stream) && !unwanted);
}

/** Whether somebody sees on a stream what is drawn on it. */
export function isDrawnOn(stream: NodeJS.WriteStream): boolean {
  // On a pipe isTTY is missing, whatever its type says; a terminal without columns is a recorder.
  return "isTTY" in stream && stream.isTTY && stream.columns > 0 && process.env["TERM"] !== "dumb";
}

export function processTerminal(): Terminal {
  return {
    print: (result) => void process.stdout.write(`${result}\n`),
    note: (remark) => void process.stderr.write(`${remark}\n`),
    colors: colorsOf(process.stdout),
    noteColors: colorsOf(process.stderr),
    watched: isDrawnOn(process.stderr),
  };
}
