import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deploymentOrder, type ManifestStack, parseManifest } from "../synthesized/manifest";
import { parseTemplate, type Template } from "../synthesized/template";
import { exitCodes } from "./exit-codes";
import { Refusal } from "./refusal";

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
  if (!existsSync(manifest)) refuse(`${folder} holds no synthesized stacks (no manifest.json).`, folder);
  const stacks = parseManifest(readFileSync(manifest, "utf8"));
  // Names become names of files; cdktf makes no other, but a manifest may have been edited.
  const odd = stacks.find(({ name }) => !/^\w[\w.-]*$/.test(name));
  if (odd !== undefined) refuse(`${manifest} has a stack with the name ${JSON.stringify(odd.name)}, which is no name of a stack.`, folder);
  try {
    return deploymentOrder(stacks);
  } catch (cause) {
    return refuse(`${manifest}: ${cause instanceof Error ? cause.message : String(cause)}.`, folder);
  }
}

function refuse(problem: string, folder: string): never {
  throw new Refusal(exitCodes.badInput, `${problem} Make it again: npx twinsite synth --out ${folder}`);
}
