import { readFileSync, statSync } from "node:fs";
import { fileFault, type Told } from "../../fault-trees/open-psa/model-fault";
import { type ModelReading, readOpenPsa } from "../../fault-trees/open-psa/read-open-psa";
import { isSystemError } from "../terminal/system-problem";

/** A larger file is another file, given by mistake or malice: this much is half a million gates. */
const LARGEST_BYTES = 64 * 1024 * 1024;
const ALLOWED = "A file with a model in the Open-PSA exchange format (XML).";

/** The size of all files together, for all are held to the end. */
const LARGEST_SUM = 2 * LARGEST_BYTES;

export interface ReadFile {
  readonly file: string;
  readonly reading: ModelReading;
}

/** Reads model files, and only files: a pipe would be waited for, a device read for ever. */
export function readModelFiles(files: readonly string[], top: string | undefined): readonly ReadFile[] {
  let sum = 0;
  const fits = (size: number): boolean => {
    const isSmall = sum + size <= LARGEST_SUM;
    if (isSmall) sum += size;
    return isSmall;
  };
  return files.map((file) => ({ file, reading: readModelFile(file, top, fits) }));
}

function readModelFile(file: string, top: string | undefined, fits: (size: number) => boolean): ModelReading {
  try {
    const status = statSync(file);
    if (!status.isFile()) return faulty(notAFile(status.isDirectory() ? "a folder" : "a pipe, socket or device"));
    if (status.size > LARGEST_BYTES) return faulty(tooLarge(status.size));
    return fits(status.size) ? readOpenPsa(readFileSync(file), top) : faulty(tooMuch);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { code = "" } = error;
    return faulty(code === "ENOENT" || code === "ENOTDIR" ? missing : notReadable(code));
  }
}

function faulty(told: Told): ModelReading {
  return { kind: "faulty", faults: [fileFault(told)] };
}

function notAFile(kind: string): Told {
  return { what: `This is ${kind}.`, allowed: ALLOWED, mend: "Name a file; what a pipe brings has to be saved first." };
}

function tooLarge(size: number): Told {
  return {
    what: `The file has ${size} bytes; it was not read.`,
    allowed: `At most ${LARGEST_BYTES} bytes, which is half a million gates.`,
    mend: "Name the model's own file, or leave out what the top gate does not need.",
  };
}

const tooMuch: Told = {
  what: `With this file, those named have more than ${LARGEST_SUM} bytes; it was not read.`,
  allowed: `At most ${LARGEST_SUM} bytes in all files together.`,
  mend: "Solve them in several runs.",
};

const missing: Told = { what: "There is no such file.", allowed: ALLOWED, mend: "Look at its name and folder." };

function notReadable(code: string): Told {
  return {
    what: `The file cannot be read (${code}).`,
    allowed: "A file that you may read.",
    mend: "Look at its path, and at the rights of the file and of the folders that it is in.",
  };
}
