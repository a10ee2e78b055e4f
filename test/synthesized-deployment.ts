import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deployment } from "../config/deployment";
import { designOf } from "../design/design";
import { synthesize } from "../main";
import { parseManifest } from "../synthesized/manifest";
import { parseTemplate, type Template } from "../synthesized/template";

/** Every stack's template as `app.synth()` writes it, by name; the files are gone when it returns. */
export function synthesizedDeployment(deployment: Deployment): ReadonlyMap<string, Template> {
  const outdir = mkdtempSync(join(tmpdir(), "twinsite-test-"));
  try {
    synthesize(designOf(deployment), outdir);
    const stacks = parseManifest(readFileSync(join(outdir, "manifest.json"), "utf8"));
    return new Map(stacks.map(({ name, templatePath }) => [name, parseTemplate(readFileSync(join(outdir, templatePath), "utf8"), name)]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
