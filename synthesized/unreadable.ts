import type { z } from "zod";
import { jsonFault } from "./strict-json";

/** A file that is not what its name promises; says where, what was found and how to get a good one. */
export class UnreadableFileError extends Error {
  override readonly name = "UnreadableFileError";
  readonly faults: readonly string[];

  constructor(file: string, faults: readonly string[], mend: string) {
    super(`${file} cannot be read: ${faults.join("; ")}. ${mend}`);
    this.faults = faults;
  }
}

interface Source {
  readonly file: string;
  readonly mend: string;
}

/** A JSON text that a schema accepts, typed. */
export function parseFile<T>(text: string, schema: z.ZodType<T>, source: Source): T {
  return accepted(parseText(text, source), schema, source);
}

/** What was parsed of a file, as a schema accepts it. */
function accepted<T>(value: unknown, schema: z.ZodType<T>, source: Source): T {
  const reading = schema.safeParse(value);
  if (reading.success) return reading.data;
  const faults = reading.error.issues.map((issue) => `${issue.path.join(".") || "the whole file"}: ${issue.message}`);
  throw new UnreadableFileError(source.file, faults, source.mend);
}

function parseText(text: string, source: Source): unknown {
  const value = parsedText(text, source);
  const fault = jsonFault(text, value);
  if (fault !== undefined) throw new UnreadableFileError(source.file, [fault], source.mend);
  return value;
}

function parsedText(text: string, source: Source): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableFileError(source.file, [cause instanceof Error ? cause.message : "not JSON"], source.mend);
  }
}
