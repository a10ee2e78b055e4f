import { isUtf8 } from "node:buffer";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";

/** A larger file is another file, given by mistake or malice: the largest template of ours has half a megabyte, a plan of it two. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/**
 * The bytes of a file of an output, and only of a file: a pipe would be waited for, a device read
 * for ever, and what lies elsewhere is not part of the output, by whatever link or path it is named.
 */
export function readOutputFile(output: string, path: string): Buffer {
  const file = join(output, path);
  const refuse = (what: string): never => {
    throw new Refusal(exitCodes.badInput, `${file} ${what}`);
  };
  if (isAbsolute(path) || isOutside(relative(output, file))) refuse("lies outside the output. A synth writes into its own folder alone.");
  const status = statSync(file);
  if (!status.isFile()) refuse(`is ${status.isDirectory() ? "a folder" : "a pipe, socket or device"}, where a file is needed.`);
  if (isOutside(relative(realpathSync.native(output), realpathSync.native(file))))
    refuse("leads out of the output, by a link. Put the file itself there, or synthesize again.");
  if (status.size > LARGEST_BYTES)
    refuse(`has ${status.size} bytes, and at most ${LARGEST_BYTES} are read. It is no template or plan; name the folder that holds these.`);
  return readFileSync(file);
}

/** Bytes that are no UTF-8 would be replaced, and say something else than what Terraform reads. */
export function textOf(bytes: Buffer, file: string): string {
  if (!isUtf8(bytes)) throw new Refusal(exitCodes.badInput, `${file} is no text in UTF-8. Synthesize again.`);
  return bytes.toString("utf8");
}

function isOutside(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}
