import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../../synthesized/estate/estate";
import { unorderedReads } from "../../synthesized/estate/unordered-reads";
import { sourceOfFile } from "../../synthesized/sources/source-of";
import { UnreadableFileError } from "../../synthesized/unreadable";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";
import { readOutputFile, textOf } from "./output-file";
import { readShownStacks } from "./shown-stacks";
import { readSynthesizedOutput, type SynthesizedStack } from "./synthesized-stacks";

export interface EstateReading {
  readonly estate: Estate;
  /** The stacks with their files, in an order in which they can be deployed; none of what no synth wrote. */
  readonly stacks: readonly SynthesizedStack[];
}

/** Reads what lies in a folder, whole and as Terraform would read it: the output of a synth, plans or states. */
export function readEstate(folder: string): EstateReading {
  const shown = isFolderWithoutManifest(folder) ? readShownStacks(folder) : undefined;
  if (shown !== undefined) return { estate: shown, stacks: [] };
  return readSynthesizedEstate(folder);
}

/** The same of the output of a synth alone: what Terraform is to work on. */
export function readSynthesizedEstate(folder: string): EstateReading {
  const { stacks, faults } = readSynthesizedOutput(folder);
  refuseMixture(folder);
  const templates = stacks.map(({ template }) => template);
  const own = templates.flatMap((template) => template.faults);
  const estate: Estate = { source: "synthesized", stacks: templates, faults: [...faults, ...own] };
  const after = new Map(stacks.map((stack) => [stack.name, stack.after]));
  const unordered = unorderedReads(estate, (name) => after.get(name) ?? []);
  // What is remembered of an estate goes with it: most outputs are in order, and keep theirs.
  return { estate: unordered.length === 0 ? estate : { ...estate, faults: [...estate.faults, ...unordered] }, stacks };
}

function isFolderWithoutManifest(folder: string): boolean {
  const manifest = lstatSync(join(folder, "manifest.json"), { throwIfNoEntry: false });
  return manifest === undefined && existsSync(folder) && statSync(folder).isDirectory();
}

/** A plan beside a manifest would be taken for a plan of what lies there. */
function refuseMixture(folder: string): void {
  const others = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "manifest.json");
  const mixed = others.find((name) => isShown(folder, name));
  if (mixed === undefined) return;
  throw new Refusal(
    exitCodes.badInput,
    `${folder} holds the output of a synth and ${mixed}, which is a plan or a state. Put each kind into a folder of its own.`,
  );
}

function isShown(folder: string, name: string): boolean {
  try {
    return sourceOfFile(textOf(readOutputFile(folder, name), name), name) !== undefined;
  } catch (error) {
    // What cannot be read is told as left over; here only plans and states matter.
    if (error instanceof UnreadableFileError || error instanceof Refusal) return false;
    throw error;
  }
}
