import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { z } from "zod";
import { withTemporaryFolder } from "../files/temporary-folder";
import { runAttended } from "../processes/attended-child";
import { runChild } from "../processes/child-process";
import { exitCodes } from "../terminal/exit-codes";
import { plainLines } from "../terminal/plain-lines";
import { Refusal } from "../terminal/refusal";

/** What came of a stack: applied (or nothing was to be changed), turned down by whoever was asked, or failed. */
export type CdktfOutcome = "deployed" | "dismissed" | "failed";

export interface CdktfCommand {
  readonly stack: string;
  /** The output folder, as it was judged. */
  readonly output: string;
  readonly approval: "asked" | "given";
  /** Whether a terminal shows what cdktf draws; a file or a pipe gets lines. */
  readonly shownOn: "linesOnly" | "terminal";
}

/** Finds the program that CDKTF_BINARY_NAME names, by default the one that the project depends on. */
export async function findCdktf(): Promise<string> {
  const named = process.env["CDKTF_BINARY_NAME"] ?? "";
  const program = named === "" ? ownCdktf() : placeOf(named);
  const answer = await runChild({ program, args: ["--version"], folder: process.cwd(), environment: process.env }).catch(() => undefined);
  if (answer?.exitCode === 0) return program;
  throw new Refusal(exitCodes.toolMissing, `${program} cannot be run. It is among the project's own dependencies: npm ci gets it.`);
}

function placeOf(named: string): string {
  return named.includes("/") || named.includes(sep) ? resolve(named) : named;
}

function ownCdktf(): string {
  const program = resolve("bin", "cdktf.js");
  return existsSync(program) ? program : "cdktf";
}

/**
 * Has cdktf deploy one stack of an output exactly as it lies there. One at a time: told to pass
 * over what else a stack waits for, cdktf 0.21 does not keep to any order either, and goes on to
 * the next stack when one was turned down.
 */
export function deployWithCdktf(program: string, { stack, output, approval, shownOn }: CdktfCommand): Promise<CdktfOutcome> {
  return withTemporaryFolder(join(tmpdir(), "twinsite-deploy-"), async (folder) => {
    const outputs = join(folder, "outputs.json");
    const args = [
      "deploy",
      stack,
      "--skip-synth",
      `--output=${resolve(output)}`,
      `--outputs-file=${outputs}`,
      // Every stack has one output, its evidence, and that is marked as sensitive.
      "--outputs-file-include-sensitive-outputs",
      "--ignore-missing-stack-dependencies",
      // The provider's version is exact; locking it would ask the registry for another platform too.
      "--skip-provider-lock",
      ...(approval === "given" ? ["--auto-approve"] : []),
      ...(shownOn === "linesOnly" || (process.env["NO_COLOR"] ?? "") !== "" ? ["--no-color"] : []),
    ];
    const command = { program, args, folder: process.cwd(), environment: process.env };
    const exitCode = await runAttended(command, shownOn === "linesOnly" ? plainLines(stack) : undefined);
    if (exitCode !== 0) return "failed";
    return isApplied(outputs, stack) ? "deployed" : "dismissed";
  });
}

const outputsSchema = z.record(z.string(), z.unknown());

/** cdktf ends with 0 also when a person turned the stack down; it then has no outputs of it. */
function isApplied(file: string, stack: string): boolean {
  if (!existsSync(file)) return false;
  return stack in outputsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}
