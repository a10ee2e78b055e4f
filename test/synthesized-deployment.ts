import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deployment } from "../config/deployment";
import { designOf } from "../design/design";
import { synthesize } from "../main";
import type { Template } from "../synthesized/template";
import { templatesIn } from "./sample-output";

/** Every stack's template as `app.synth()` writes it, by name; the files are gone when it returns. */
export function synthesizedDeployment(deployment: Deployment): ReadonlyMap<string, Template> {
  const outdir = mkdtempSync(join(tmpdir(), "twinsite-test-"));
  try {
    synthesize(designOf(deployment), outdir);
    return templatesIn(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
