import { mkdtempSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { undoIfInterrupted } from "../processes/interruption";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";
import { isSystemError } from "../terminal/system-problem";

/** Runs a job with a new folder that is gone afterwards, also when the job fails or is interrupted. */
export async function withTemporaryFolder<T>(prefix: string, job: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = newFolder(prefix);
  // A child that was just killed may still be writing: try again rather than leave the folder.
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const finished = undoIfInterrupted(remove);
  try {
    return await job(folder);
  } finally {
    finished();
    remove();
  }
}

function newFolder(prefix: string): string {
  try {
    return mkdtempSync(prefix);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const place = dirname(prefix);
    throw new Refusal(
      exitCodes.badInput,
      `no folder can be made in ${place} (${error.code}); look at its rights and its free space, or choose another place.`,
    );
  }
}
