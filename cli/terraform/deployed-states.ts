import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { JsonObject } from "../../synthesized/json";
import { type DeployedState, parseState } from "../../synthesized/state";
import type { SynthesizedStack } from "../files/synthesized-stacks";
import { withTemporaryFolder } from "../files/temporary-folder";
import { type Finished, runChild } from "../processes/child-process";
import type { Terraform } from "./terraform";

/** What is deployed of a stack, as its state says; or why nobody can say. */
export type StateReading =
  | { readonly kind: "read"; readonly state: DeployedState }
  | { readonly kind: "noBucket" }
  | { readonly kind: "unreadable"; readonly why: string };

/** Asks for each stack's state once. */
export function stateReader(terraform: Terraform): (stack: SynthesizedStack) => Promise<StateReading> {
  const readings = new Map<string, Promise<StateReading>>();
  return (stack) => {
    const reading = readings.get(stack.name) ?? readState(terraform, stack);
    readings.set(stack.name, reading);
    return reading;
  };
}

/**
 * Pulls the state through the stack's own backend, in a folder that has nothing else: so no
 * provider is needed, and nothing is written beside the template.
 */
function readState({ program }: Terraform, stack: SynthesizedStack): Promise<StateReading> {
  const { backend } = stack.template;
  if (backend === undefined) return Promise.resolve({ kind: "unreadable", why: "its template names no backend" });
  const settings = backend.kind === "local" ? placed(backend.settings, dirname(stack.templateFile)) : backend.settings;
  return withTemporaryFolder(join(tmpdir(), "twinsite-state-"), async (folder) => {
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: { backend: { [backend.kind]: settings } } }));
    const ask = (...args: readonly string[]): Promise<Finished> => runChild({ program, args, folder, environment: readingEnvironment() });
    const init = await ask("init", "-input=false", "-no-color");
    if (init.exitCode !== 0) return refused(init.stderr);
    const pull = await ask("state", "pull");
    return pull.exitCode === 0 ? { kind: "read", state: parseState(pull.stdout, stack.name) } : refused(pull.stderr);
  });
}

/** A path holds from the stack's own folder. */
function placed(settings: JsonObject, folder: string): JsonObject {
  const { path } = settings;
  return typeof path === "string" ? { ...settings, path: resolve(folder, path) } : settings;
}

/** The words of Terraform, or of S3, where a bucket is missing. */
function refused(stderr: string): StateReading {
  if (/NoSuchBucket|S3 bucket .* does not exist/s.test(stderr)) return { kind: "noBucket" };
  return { kind: "unreadable", why: stderr.trim() };
}

/** The user's own environment, keys and all, without what would change where Terraform looks. */
function readingEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(TF_DATA_DIR|TF_CLI_ARGS\w*)$/.test(name));
  return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" };
}
