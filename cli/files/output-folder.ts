import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { parseManifest } from "../../synthesized/manifest";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";
import { isSystemError, systemProblem } from "../terminal/system-problem";
import { makerOf } from "./left-overs";

/**
 * Refuses a folder that synth may not write to: it removes what is no longer made, so it takes
 * only what it made itself, or what is empty.
 */
export function refuseForeignFolder(folder: string): void {
  const place = resolve(folder);
  if (isMissing(place)) return;
  const problem = whyForeign(place);
  if (problem === undefined) return;
  throw new Refusal(
    exitCodes.badInput,
    `${folder} ${problem}; nothing was written. Name a new folder, an empty one or that of an earlier synth.`,
  );
}

/** Whether nothing is in a place, or nothing can be: making it will tell which. */
function isMissing(place: string): boolean {
  try {
    lstatSync(place);
    return false;
  } catch {
    return true;
  }
}

function whyForeign(folder: string): string | undefined {
  if (!existsSync(folder)) return "is a link that leads nowhere";
  if (!statSync(folder).isDirectory()) return "is no folder";
  if (readdirSync(folder).length === 0) return undefined;
  const templates = templatesIn(folder);
  if (templates === undefined) return "holds other files and no earlier synth";
  const foreign = templates.find((file) => makerOf(file) === "another");
  if (foreign !== undefined) return `holds ${relative(folder, foreign)}, which is not of twinsite`;
  const known = templates.some((file) => makerOf(file) === "twinsite");
  return known ? undefined : "has a manifest.json but no template that tells whose it is";
}

/** The templates of an earlier synth; none where the folder's manifest is not cdktf's, or there is none. */
function templatesIn(folder: string): readonly string[] | undefined {
  try {
    const named = parseManifest(readFileSync(join(folder, "manifest.json"), "utf8")).map(({ templatePath }) => join(folder, templatePath));
    return named.filter((file) => existsSync(file));
  } catch {
    return undefined;
  }
}

/** A new folder beside the output: in the same file system, so that files can be moved into place. */
export function folderBeside(folder: string): string {
  const place = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  try {
    mkdirSync(dirname(place), { recursive: true });
    return join(dirname(place), `.${basename(place)}-`);
  } catch (cause) {
    throw new Refusal(exitCodes.badInput, `${folder} cannot be made: ${isSystemError(cause) ? systemProblem(cause) : String(cause)}`);
  }
}
