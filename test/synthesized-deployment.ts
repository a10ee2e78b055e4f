import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Deployment } from "../config/deployment";
import { designOf } from "../design/design";
import type * as Program from "../main";
import type { Template } from "../synthesized/template";
import { sampleOutput, templatesIn } from "./sample-output";

/** Every stack's template as `app.synth()` writes it, by name. */
export function synthesizedDeployment(deployment: Deployment): ReadonlyMap<string, Template> {
  return templatesIn(deploymentOutput(deployment));
}

/**
 * The folder that a deployment is synthesized into. Each is synthesized once a run, whichever test
 * files ask for it; the files are gone after the run, with the sample's.
 */
export function deploymentOutput(deployment: Deployment): string {
  const variants = join(dirname(sampleOutput()), "variants");
  const output = join(variants, createHash("sha256").update(JSON.stringify(deployment)).digest("hex"));
  if (!existsSync(output)) {
    mkdirSync(variants, { recursive: true });
    const made = mkdtempSync(join(variants, "making-"));
    // Loaded here, since cdktf and the bindings take seconds under Jest.
    jest.requireActual<typeof Program>("../main").synthesize(designOf(deployment), made);
    takePlace(made, output);
  }
  return output;
}

/** Another test file may have been first, with the same bytes. */
function takePlace(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
