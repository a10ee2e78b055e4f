import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { RemovedStack } from "../../reports/synthesis";
import { type Backend, parseTemplate, type Template } from "../../synthesized/template";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";
import type { SynthesizedStack } from "./synthesized-stacks";

/**
 * Stacks of an earlier synth that exist no longer. cdktf leaves their templates, and `cdktf deploy`
 * would still know their state. Refuses where a folder holds what synth did not write.
 */
export function leftOvers(folder: string, stacks: readonly SynthesizedStack[]): readonly RemovedStack[] {
  const present = join(folder, "stacks");
  if (!existsSync(present)) return [];
  const current = new Set(stacks.map(({ name }) => name));
  const names = readdirSync(present).filter((name) => !current.has(name) && existsSync(join(present, name, "cdk.tf.json")));
  for (const name of names) refuseLosing(name, join(present, name));
  return names.map((name) => ({ name, state: stateOf(join(present, name)) }));
}

/** Who made a template, by the evidence in it; a broken one, such as a merge leaves, does not tell. */
export function makerOf(file: string): "twinsite" | "another" | "unknown" {
  const template = templateAt(file);
  if (template === undefined) return "unknown";
  return template.evidence.kind === "missing" ? "another" : "twinsite";
}

function templateAt(file: string): Template | undefined {
  try {
    return parseTemplate(readFileSync(file, "utf8"), basename(dirname(file)));
  } catch {
    return undefined;
  }
}

function refuseLosing(name: string, folder: string): void {
  const refuse = (problem: string, mend: string): never => {
    throw new Refusal(exitCodes.badInput, `stack ${name} exists no longer, but ${problem}: ${mend}. Nothing was written.`);
  };
  const others = foreignEntries(folder);
  const state = others.find((path) => path.includes(".tfstate"));
  if (state !== undefined) refuse(`${join(folder, state)} holds its state`, "destroy it or move the file away first");
  if (lstatSync(folder).isSymbolicLink()) refuse(`${folder} is a link`, "remove the link first");
  if (others.length > 0) refuse(`${join(folder, others[0] ?? "")} was not written by synth`, "move the file away first");
  if (makerOf(join(folder, "cdk.tf.json")) === "another")
    refuse(`the template in ${folder} is not of twinsite`, "move the folder away first");
}

/** Files, and links to whatever, that neither synth nor `terraform init` made. */
function foreignEntries(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path !== "cdk.tf.json" && path !== ".terraform.lock.hcl" && !path.split(sep).includes(".terraform"))
    .filter((path) => !lstatSync(join(folder, path)).isDirectory())
    .toSorted();
}

/** Where the record of what a stack deployed lies; none where it would be a file that is not there. */
function stateOf(folder: string): string | null {
  const { bucket, key, path } = settingsOf(templateAt(join(folder, "cdk.tf.json"))?.backend);
  if (bucket !== undefined && key !== undefined) return `s3://${bucket}/${key}`;
  if (path === undefined) return "in a place that its template does not tell";
  const file = resolve(folder, path);
  return existsSync(file) ? file : null;
}

function settingsOf(backend: Backend | undefined): { readonly bucket?: string; readonly key?: string; readonly path?: string } {
  const texts = Object.entries(backend?.settings ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts);
}
