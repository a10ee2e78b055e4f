import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { RemovedStack } from "../../reports/synthesis";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";
import { leftOvers } from "./left-overs";
import type { SynthesizedStack } from "./synthesized-stacks";

export interface Publication {
  /** Stacks whose template is new, or other than before. */
  readonly changed: readonly string[];
  /** Stacks of an earlier synth that exist no longer. */
  readonly removed: readonly RemovedStack[];
}

interface Move {
  readonly stacks: readonly SynthesizedStack[];
  /** The folder that the stacks were made in. */
  readonly from: string;
  readonly to: string;
}

/**
 * Moves synthesized files into place. A file is replaced only where its bytes differ, and what
 * Terraform keeps beside a template (.terraform, locks) stays. The manifest comes last: it is the
 * truth about what is there.
 */
export function publish({ stacks, from, to }: Move): Publication {
  refuseStateIn({ stacks, from, to });
  const removed = leftOvers(to, stacks);
  for (const { name } of removed) rmSync(join(to, "stacks", name), { recursive: true, force: true });
  const files = filesBelow(from).filter((path) => path !== "manifest.json");
  const replaced = [...files, "manifest.json"].filter((path) => replaceWhereOther(join(from, path), join(to, path)));
  const changed = stacks.filter(({ templateFile }) => replaced.includes(relative(from, templateFile)));
  return { changed: changed.map(({ name }) => name), removed };
}

/** State is the only record of what was deployed; synth replaces and removes what lies in its output. */
function refuseStateIn({ stacks, from, to }: Move): void {
  for (const { name, template, templateFile } of stacks) {
    const path = template.backend?.kind === "local" ? template.backend.settings["path"] : undefined;
    if (typeof path !== "string") continue;
    const state = resolve(to, relative(from, dirname(templateFile)), path);
    if (`${state}${sep}`.startsWith(`${resolve(to)}${sep}`))
      throw new Refusal(
        exitCodes.badInput,
        `the state of stack ${name} would lie in the output, at ${state}: name another --out. Nothing was written.`,
      );
  }
}

/** Paths of the files below a folder; what Terraform keeps in .terraform is none of anyone's. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.split(sep).includes(".terraform") && lstatSync(join(folder, path)).isFile())
    .toSorted();
}

function replaceWhereOther(made: string, place: string): boolean {
  if (existsSync(place) && readFileSync(made).equals(readFileSync(place))) return false;
  mkdirSync(dirname(place), { recursive: true });
  renameSync(made, place);
  return true;
}
