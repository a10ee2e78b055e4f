import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { shellWord } from "../../reports/text/shell-word";
import { deploymentOrder, type ManifestStack, parseManifest } from "../../synthesized/manifest";
import { parseTemplate, type Template } from "../../synthesized/template";
import { UnreadableFileError } from "../../synthesized/unreadable";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";

/** A stack of an output folder, read back from its files. */
export interface SynthesizedStack {
  readonly name: string;
  /** Stacks that must be deployed before it. */
  readonly after: readonly string[];
  readonly templateFile: string;
  readonly text: string;
  readonly template: Template;
}

/** The stacks of the last synth into a folder, in an order in which they can be deployed. */
export function readSynthesizedStacks(folder: string): readonly SynthesizedStack[] {
  return orderedStacks(folder).map(({ name, templatePath, dependencies }) => {
    const templateFile = join(folder, templatePath);
    if (!existsSync(templateFile)) refuse(`${templateFile} is missing, though manifest.json names it.`, folder);
    const text = readFileSync(templateFile, "utf8");
    return { name, after: dependencies, templateFile, text, template: parseTemplate(text, name) };
  });
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
    return parseManifest(readFileSync(manifest, "utf8"));
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return refuse(`${manifest} cannot be read: ${error.faults.map((fault) => fault.replaceAll(/\s+/g, " ")).join("; ")}.`, folder);
  }
}

/** Of which deployment it is to be, only the user knows: without one it would become the sample's. */
function refuse(problem: string, folder: string): never {
  throw new Refusal(exitCodes.badInput, `${problem} Make it again: npx twinsite synth --deployment FILE --out ${shellWord(folder)}`);
}
