import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { isObject, type Json } from "../../synthesized/json";
import type { Template } from "../../synthesized/template";
import type { SynthesizedStack } from "../files/synthesized-stacks";
import { withTemporaryFolder } from "../files/temporary-folder";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";
import { missingSettings, type Terraform, terraform } from "./terraform";

const HOW_TO_GET_PROVIDERS =
  "`terraform init` gets providers from registry.terraform.io. Without that network, let TF_CLI_CONFIG_FILE name a file with a " +
  "provider_installation block: https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation";

/**
 * Folders with the providers that stacks require, by stack, laid out as a mirror for `-plugin-dir`.
 *
 * Terraform's own plugin cache cannot take two inits at once. So one init fetches the providers
 * into a folder that nobody sees before it is whole, and that is kept for the next run.
 */
export async function providerFolders(installed: Terraform, stacks: readonly SynthesizedStack[]): Promise<ReadonlyMap<string, string>> {
  const folders = new Map<string, string>();
  for (const { name, template } of stacks) folders.set(name, await providerFolder(installed, template));
  return folders;
}

async function providerFolder(installed: Terraform, template: Template): Promise<string> {
  const required = JSON.stringify({ terraform: { required_providers: requiredProviders(template) } });
  const cache = cacheFolder();
  const kept = join(cache, createHash("sha256").update(required).digest("hex").slice(0, 16));
  if (isWhole(kept)) return kept;
  await withTemporaryFolder(join(cache, "fetching-"), async (folder) => {
    writeFileSync(join(folder, "main.tf.json"), required);
    const { exitCode, stderr } = await terraform(installed, folder, ["init", "-input=false", "-no-color"]);
    if (exitCode !== 0) {
      const mend = missingSettings() ?? HOW_TO_GET_PROVIDERS;
      throw new Refusal(exitCodes.toolMissing, `the providers cannot be had.\n${stderr.trim()}\n\n${mend}`);
    }
    const fetched = join(folder, ".terraform", "providers");
    // Terraform makes none for stacks that need none.
    mkdirSync(fetched, { recursive: true });
    keep(fetched, kept);
  });
  return kept;
}

function requiredProviders({ document }: Template): Json {
  const { terraform: settings } = document;
  return (isObject(settings) ? settings["required_providers"] : undefined) ?? {};
}

function cacheFolder(): string {
  const named = process.env["XDG_CACHE_HOME"] ?? "";
  // The XDG specification has relative paths ignored.
  const folder = join(isAbsolute(named) ? named : join(homedir(), ".cache"), "twinsite", "providers");
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    throw new Refusal(
      exitCodes.badInput,
      `${folder} cannot be written: providers are kept there. Let XDG_CACHE_HOME name a folder that can.`,
    );
  }
}

/** A mirror that was linked to may have gone since: then its links lead nowhere. */
function isWhole(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder, { recursive: true, encoding: "utf8" }).every((path) => existsSync(join(folder, path)));
}

function keep(fetched: string, kept: string): void {
  if (isWhole(kept)) return;
  rmSync(kept, { recursive: true, force: true });
  renameSync(fetched, kept);
}
