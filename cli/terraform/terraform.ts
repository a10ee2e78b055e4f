import { existsSync } from "node:fs";
import { devNull } from "node:os";
import { resolve, sep } from "node:path";
import { type Finished, runChild } from "../processes/child-process";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";

/** The Terraform (or OpenTofu) of this machine. */
export interface Terraform {
  readonly program: string;
  /** The program and its version, such as `Terraform v1.11.4`. */
  readonly version: string;
  /** A provider that is up already, as TF_REATTACH_PROVIDERS names it: see `attached-providers.ts`. */
  readonly attached?: string | undefined;
}

const HOW_TO_GET_TERRAFORM =
  "Get Terraform 1.10 or later from https://developer.hashicorp.com/terraform/install, or OpenTofu from " +
  "https://opentofu.org/docs/intro/install and set TERRAFORM_BINARY_NAME=tofu.";

/** Finds the program that TERRAFORM_BINARY_NAME names, `terraform` by default; refuses where there is none. */
export async function findTerraform(): Promise<Terraform> {
  const named = process.env["TERRAFORM_BINARY_NAME"] ?? "";
  const program = placeOf(named === "" ? "terraform" : named);
  const answer = await terraform({ program }, process.cwd(), ["version"]).catch(() => undefined);
  if (answer === undefined) return refuse(`${program} cannot be run.`);
  const version = answer.stdout.split("\n")[0]?.trim() ?? "";
  if (!isNewEnough(version)) return refuse(`${program} is no Terraform that can be used: it says "${version.slice(0, 60)}" of itself.`);
  return { program, version };
}

function refuse(problem: string): never {
  throw new Refusal(exitCodes.toolMissing, `${problem} ${HOW_TO_GET_TERRAFORM}`);
}

/** A path holds from where the user is, and Terraform runs elsewhere; a mere name is looked up in PATH. */
function placeOf(program: string): string {
  return program.includes("/") || program.includes(sep) ? resolve(program) : program;
}

function isNewEnough(version: string): boolean {
  const [, major = "0", minor = "0"] = /^(?:Terraform|OpenTofu) v(\d+)\.(\d+)\./.exec(version) ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 10);
}

/** What is wrong with a settings file that is not there: Terraform itself only warns, and then looks for the providers where they are not. */
export function missingSettings(): string | undefined {
  const file = process.env["TF_CLI_CONFIG_FILE"] ?? "";
  if (file === "" || existsSync(file)) return undefined;
  return `TF_CLI_CONFIG_FILE names ${resolve(file)}, which does not exist: mend the path, or unset the variable.`;
}

/** Runs Terraform in a folder, where it can reach no AWS account: see `offlineEnvironment`. */
export function terraform({ program, attached }: Omit<Terraform, "version">, folder: string, args: readonly string[]): Promise<Finished> {
  const provider = attached === undefined ? {} : { TF_REATTACH_PROVIDERS: attached };
  return runChild({ program, args, folder, environment: { ...offlineEnvironment(process.env), ...provider } });
}

/**
 * The environment without what would change a plan: AWS credentials, profiles and files, variables,
 * extra arguments, workspace, somebody's provider under a debugger. What leads to the providers stays: HOME, TF_CLI_CONFIG_FILE, proxies.
 */
export function offlineEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => !/^(AWS_|TF_VAR_|TF_CLI_ARGS|TF_LOG|TF_REATTACH_PROVIDERS$|TF_(WORKSPACE|DATA_DIR|INPUT)$)/.test(name),
  );
  const { TF_CLI_CONFIG_FILE = "", GOGC = "400" } = environment;
  return {
    ...Object.fromEntries(kept),
    ...(TF_CLI_CONFIG_FILE === "" ? {} : { TF_CLI_CONFIG_FILE: resolve(TF_CLI_CONFIG_FILE) }),
    // Most of the time goes into the provider's schemas: a quarter less with rarer garbage collection,
    // for 70 MB more each (Terraform 1.11, AWS provider 5.100, measured in November 2026).
    GOGC,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
  };
}
