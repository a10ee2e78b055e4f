import { z } from "zod";
import { parseFile } from "./unreadable";

/** A stack of a synthesized app. */
export interface ManifestStack {
  readonly name: string;
  /** Path of its template below the output folder. */
  readonly templatePath: string;
  /** Stacks that are deployed before it. */
  readonly dependencies: readonly string[];
  /** Folder that cdktf runs Terraform in, and path of what it notes about the stack, where the manifest says. */
  readonly workingDirectory?: string | undefined;
  readonly metadataPath?: string | undefined;
}

const stackSchema = z.looseObject({
  name: z.string(),
  synthesizedStackPath: z.string(),
  dependencies: z.array(z.string()),
  workingDirectory: z.string().optional(),
  stackMetadataPath: z.string().optional(),
});

const manifestSchema = z.looseObject({ stacks: z.record(z.string(), stackSchema) });

/** Reads `manifest.json`: the stacks that the last synth wrote, whatever else lies in the folder. */
export function parseManifest(text: string): readonly ManifestStack[] {
  const manifest = parseFile(text, manifestSchema, { file: "manifest.json", mend: "Synthesize again: cdktf writes it last" });
  return Object.values(manifest.stacks).map(({ name, synthesizedStackPath, dependencies, workingDirectory, stackMetadataPath }) => ({
    name,
    templatePath: synthesizedStackPath,
    dependencies,
    workingDirectory,
    metadataPath: stackMetadataPath,
  }));
}

/** Stacks in an order in which each comes after those it depends on; equal ones by name. */
export function deploymentOrder(stacks: readonly ManifestStack[]): readonly ManifestStack[] {
  const known = new Set(stacks.map((stack) => stack.name));
  const ordered: ManifestStack[] = [];
  let waiting = stacks.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  while (waiting.length > 0) {
    const done = new Set(ordered.map((stack) => stack.name));
    const ready = waiting.filter((stack) => stack.dependencies.every((name) => done.has(name) || !known.has(name)));
    if (ready.length === 0) {
      throw new Error(
        `these stacks wait for each other: ${waiting.map((stack) => stack.name).join(", ")}; break the cycle with a third stack`,
      );
    }
    ordered.push(...ready);
    waiting = waiting.filter((stack) => !ready.includes(stack));
  }
  return ordered;
}
