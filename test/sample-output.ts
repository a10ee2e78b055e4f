import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseManifest } from "../synthesized/manifest";
import { parseTemplate, type Template } from "../synthesized/template";

/** The folder in which `global-setup.ts` synthesized the sample; tests write nothing there. */
export function sampleOutput(): string {
  const output = process.env["TWINSITE_SAMPLE_OUTPUT"];
  if (output === undefined)
    throw new Error("TWINSITE_SAMPLE_OUTPUT is not set: run the tests with jest, which has it set by test/global-setup.ts");
  return output;
}

/** Every stack's template in an output, by name. */
export function templatesIn(output: string): ReadonlyMap<string, Template> {
  const stacks = parseManifest(readFileSync(join(output, "manifest.json"), "utf8"));
  return new Map(stacks.map(({ name, templatePath }) => [name, parseTemplate(readFileSync(join(output, templatePath), "utf8"), name)]));
}

/** Every stack's template of the sample deployment, by name. */
export function synthesizedSweden(): ReadonlyMap<string, Template> {
  return templatesIn(sampleOutput());
}
