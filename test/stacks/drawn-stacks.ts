import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { whileDrawing } from "../../stacks/drawing";
import type { Template } from "../../synthesized/template";
import { templatesIn } from "../sample-output";

/** The templates of stacks that are drawn by themselves, as they are on disk after synthesis, by name. */
export function drawnStacks(draw: (app: App) => void): ReadonlyMap<string, Template> {
  const outdir = mkdtempSync(join(tmpdir(), "twinsite-test-"));
  try {
    whileDrawing(() => {
      const app = new App({ outdir, stackTraces: false });
      draw(app);
      app.synth();
    });
    return templatesIn(outdir);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The template of the one stack of this name. */
export function drawnStack(name: string, draw: (app: App) => void): Template {
  const template = drawnStacks(draw).get(name);
  if (template === undefined) throw new Error(`${name} was not drawn`);
  return template;
}
