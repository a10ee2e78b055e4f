import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "../../synthesized/diagnostics";
import { parseTerraformTest, type TestedState } from "../../synthesized/terraform-test";
import { copyStack } from "../files/stack-copy";
import type { SynthesizedStack } from "../files/synthesized-stacks";
import { withTemporaryFolder } from "../files/temporary-folder";
import type { RollOutFiles } from "./roll-out-files";
import { type Terraform, terraform } from "./terraform";

/** What Terraform made of one stack on its own mock of AWS. */
export interface RolledOut {
  /** The state after the apply; undefined where the apply came to no end. */
  readonly state: TestedState | undefined;
  /** Addresses that a plan after the apply would make, replace or remove; undefined where no plan was asked for, or it came to no end. */
  readonly moved: readonly string[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly seconds: number;
}

export interface RollOutSetting {
  readonly terraform: Terraform;
  /** A folder laid out as a mirror, with the stack's providers. */
  readonly providers: string;
  readonly files: RollOutFiles;
  readonly onStep: (step: "init" | "test") => void;
}

/** Runs init and test in a copy of the stack's folder. */
export function rollOutStack(stack: SynthesizedStack, setting: RollOutSetting): Promise<RolledOut> {
  const start = performance.now();
  return withTemporaryFolder(join(tmpdir(), "twinsite-rehearse-"), async (folder) => {
    copyStack(stack, folder, setting.files);
    return { ...(await runTest(stack.name, folder, setting)), seconds: (performance.now() - start) / 1000 };
  });
}

async function runTest(stack: string, folder: string, setting: RollOutSetting): Promise<Omit<RolledOut, "seconds">> {
  setting.onStep("init");
  const init = await terraform(setting.terraform, folder, ["init", "-input=false", "-no-color", `-plugin-dir=${setting.providers}`]);
  if (init.exitCode !== 0) return failed("terraform init failed", init.stderr);

  setting.onStep("test");
  const test = await terraform(setting.terraform, folder, ["test", "-json", "-verbose", "-no-color"]);
  const { diagnostics, state, moved, outcome } = parseTerraformTest(test.stdout, stack);
  const distinct = [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
  if (outcome === "passed" && test.exitCode === 0) return { state, moved, diagnostics: distinct };
  const told = distinct.some(({ severity }) => severity === "error");
  return { state: undefined, moved: undefined, diagnostics: told ? distinct : failed("terraform test failed", test.stderr).diagnostics };
}

function failed(summary: string, detail: string): Omit<RolledOut, "seconds"> {
  const diagnostics = [{ severity: "error", summary, detail: detail.trim(), address: undefined } as const];
  return { state: undefined, moved: undefined, diagnostics };
}
