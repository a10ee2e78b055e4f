import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { shellWord } from "../../reports/text/shell-word";
import { manifestFaults } from "../../synthesized/estate/manifest-faults";
import { sharedStates } from "../../synthesized/estate/shared-states";
import { folderFaults } from "../../synthesized/estate/stack-folder";
import { deploymentOrder, type ManifestStack, parseManifest } from "../../synthesized/manifest";
import type { ReadingFault } from "../../synthesized/reading-fault";
import { parseTemplate, type Template } from "../../synthesized/template";
import { UnreadableFileError } from "../../synthesized/unreadable";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";
import { readOutputFile, textOf } from "./output-file";
import { entriesOfStack, type FolderSums, sumsOf } from "./stack-folder";

/** A stack of an output folder, read back from its files. */
export interface SynthesizedStack {
  readonly name: string;
  /** Stacks that must be deployed before this one. */
  readonly after: readonly string[];
  readonly templateFile: string;
  readonly text: string;
  readonly template: Template;
  /** What its folder and the manifest held when it was read, Terraform's own files too. */
  readonly sums: FolderSums;
}

export interface SynthesizedOutput {
  readonly stacks: readonly SynthesizedStack[];
  /** What lies in the folder and is not as the manifest says, or is read by Terraform and not here. */
  readonly faults: readonly ReadingFault[];
}

/** The stacks of the last synth into a folder, in an order in which they can be deployed. */
export function readSynthesizedStacks(folder: string): readonly SynthesizedStack[] {
  const listed = orderedStacks(folder);
  const gone = listed.find(({ templatePath }) => !existsSync(join(folder, templatePath)));
  if (gone !== undefined) refuse(`${join(folder, gone.templatePath)} is missing, though manifest.json names it.`, folder);
  return listed.map((stack) => readStack(folder, stack));
}

/** All of an output of a synth, and whatever else lies in its folder. */
export function readSynthesizedOutput(folder: string): SynthesizedOutput {
  const listed = orderedStacks(folder);
  if (listed.length === 0) refuse(`${join(folder, "manifest.json")} names no stacks.`, folder);
  const there = listed.filter(({ templatePath }) => existsSync(join(folder, templatePath)));
  // Of two stacks of one name, the first: which of them cdktf would deploy, nobody can tell.
  const read = there.filter(({ name }, index) => there.findIndex((other) => other.name === name) === index);
  const stacks = read.map((stack) => readStack(folder, stack));
  const folders = new Map(read.map(({ name, templatePath }) => [name, dirname(templatePath)]));
  return {
    stacks,
    faults: [
      ...manifestFaults(listed, { entries: entriesOf(folder), templates: new Set(there.map(({ templatePath }) => templatePath)) }),
      ...read.flatMap((stack) => faultsBeside(folder, stack)),
      ...sharedStates(
        stacks.map(({ template }) => template),
        (name) => folders.get(name) ?? "",
      ),
    ],
  };
}

function readStack(folder: string, { name, templatePath, dependencies }: ManifestStack): SynthesizedStack {
  const templateFile = join(folder, templatePath);
  const bytes = readOutputFile(folder, templatePath);
  const text = textOf(bytes, templateFile);
  const template = parseTemplate(text, name);
  const below = dirname(templateFile);
  // The manifest says where cdktf runs Terraform.
  const sums = sumsOf(below, {
    also: [relative(below, join(folder, "manifest.json"))],
    read: new Map([[basename(templateFile), bytes]]),
  });
  return { name, after: dependencies, templateFile, text, template, sums };
}

function faultsBeside(folder: string, { name, templatePath, metadataPath }: ManifestStack): readonly ReadingFault[] {
  const below = dirname(templatePath);
  const place = {
    stack: name,
    folder: below,
    template: basename(templatePath),
    metadata: metadataPath === undefined || dirname(metadataPath) !== below ? undefined : basename(metadataPath),
  };
  return folderFaults(place, entriesOfStack(join(folder, below)));
}

/** What lies in the output itself, and one folder below. */
function entriesOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.name === "stacks" && entry.isDirectory() ? readdirSync(join(folder, "stacks")).map((name) => `stacks/${name}`) : [entry.name],
    )
    .toSorted();
}

function orderedStacks(folder: string): readonly ManifestStack[] {
  const manifest = join(folder, "manifest.json");
  if (isFile(folder)) throw new Refusal(exitCodes.badInput, `${folder} is a file. Name the folder that a synth wrote into.`);
  if (!existsSync(manifest)) refuse(`${folder} holds no synthesized stacks (no manifest.json).`, folder);
  const stacks = stacksIn(manifest, folder);
  // Names become names of files; cdktf makes no other, but a manifest may have been edited.
  const odd = stacks.find(({ name }) => !/^\w[\w.-]*$/.test(name));
  if (odd !== undefined) refuse(`${manifest} has a stack with the name ${JSON.stringify(odd.name)}, which is no name of a stack.`, folder);
  try {
    return deploymentOrder(stacks);
  } catch (cause) {
    return refuse(`${manifest}: ${cause instanceof Error ? cause.message : String(cause)}.`, folder);
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function stacksIn(manifest: string, folder: string): readonly ManifestStack[] {
  try {
    return parseManifest(textOf(readOutputFile(folder, "manifest.json"), manifest));
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return refuse(`${manifest} cannot be read: ${error.faults.map((fault) => fault.replaceAll(/\s+/g, " ")).join("; ")}.`, folder);
  }
}

/** Refuses an output with the command that makes it again. Whose deployment that is only the user knows: without a name it would become the sample's. */
function refuse(problem: string, folder: string): never {
  throw new Refusal(exitCodes.badInput, `${problem} Make it again: npx twinsite synth --deployment FILE --out ${shellWord(folder)}`);
}
