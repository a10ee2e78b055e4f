import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { SynthesizedStack } from "./synthesized-stacks";

/**
 * A stack's folder copied into another, with files added by path. What Terraform itself left in it
 * stays behind: providers, locks and states.
 */
export function copyStack({ templateFile }: SynthesizedStack, folder: string, added: Readonly<Record<string, string>>): void {
  const own = (path: string): boolean => !/^\.terraform|\.tfstate(\.|$)/.test(basename(path));
  cpSync(dirname(templateFile), folder, { recursive: true, filter: own });
  for (const [path, text] of Object.entries(added)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
