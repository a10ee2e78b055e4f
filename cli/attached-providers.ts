import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { isObject, parseJson } from "../synthesized/json";
import { killGroup } from "./child-process";
import { undoIfInterrupted } from "./interruption";
import { withTemporaryFolder } from "./temporary-folder";
import { offlineEnvironment } from "./terraform";

/**
 * Providers that stay up from one Terraform command to the next, as their debug mode is made for:
 * https://developer.hashicorp.com/terraform/plugin/debugging. Where Terraform starts its own, every
 * command begins with 4 s of the AWS provider's start and schemas; a stack's plan takes about
 * half the processor time with one that is up (Terraform 1.11, AWS provider 5.100, measured in November 2026).
 */
export interface AttachedProviders {
  /**
   * Runs a job that has a provider of the folder to itself. What it is given goes to Terraform as
   * TF_REATTACH_PROVIDERS; undefined where the provider cannot be had so, and Terraform starts it.
   */
  readonly lend: <T>(folder: string, job: (attached: string | undefined) => Promise<T>) => Promise<T>;
}

interface Started {
  readonly attached: string | undefined;
  readonly stop: () => void;
}

/** Ends every provider that was started, also when the job fails or is interrupted. */
export function withAttachedProviders<T>(job: (providers: AttachedProviders) => Promise<T>): Promise<T> {
  return withTemporaryFolder(join(tmpdir(), "twinsite-provider-"), async (sockets) => {
    const idle = new Map<string, Started[]>();
    const started: Started[] = [];
    const lend: AttachedProviders["lend"] = async (folder, borrower) => {
      const provider = idle.get(folder)?.pop() ?? (await start(folder, sockets));
      if (!started.includes(provider)) started.push(provider);
      try {
        return await borrower(provider.attached);
      } finally {
        idle.set(folder, [...(idle.get(folder) ?? []), provider]);
      }
    };
    try {
      return await job({ lend });
    } finally {
      for (const { stop } of started) stop();
    }
  });
}

const PATIENCE_MS = 30_000;

async function start(folder: string, sockets: string): Promise<Started> {
  const provider = soleProvider(folder);
  if (provider === undefined) return { attached: undefined, stop: () => undefined };
  // Its own process group, as every child; its socket lies where we remove it.
  const environment = { ...offlineEnvironment(process.env), TMPDIR: sockets };
  const child = spawn(provider.program, ["-debug"], { env: environment, stdio: ["ignore", "pipe", "ignore"], detached: true });
  const finished = undoIfInterrupted(() => killGroup(child.pid));
  const stop = (): void => {
    finished();
    killGroup(child.pid);
  };
  const announced = await announcement(child);
  if (announced === undefined) stop();
  return { attached: announced === undefined ? undefined : addressed(announced, provider.address), stop };
}

interface Provider {
  /** Such as `registry.terraform.io/hashicorp/aws`. */
  readonly address: string;
  readonly program: string;
}

/** The one provider of a folder that is laid out as a mirror: host, namespace, type, version, platform. */
function soleProvider(mirror: string): Provider | undefined {
  const entries = (path: string): readonly string[] => readdirSync(join(mirror, path)).map((name) => join(path, name));
  const levels = 5;
  try {
    const platforms = Array.from({ length: levels }).reduce<readonly string[]>((paths) => paths.flatMap(entries), [""]);
    const programs = platforms.flatMap(entries).filter((path) => /[\\/]terraform-provider-[^\\/]+$/.test(path));
    const [program, another] = programs;
    if (program === undefined || another !== undefined) return undefined;
    return { address: program.split(/[\\/]/).slice(0, 3).join("/"), program: join(mirror, program) };
  } catch {
    // Laid out otherwise: Terraform will say what it thinks of it.
    return undefined;
  }
}

/** What a provider prints once it listens; undefined where it ends, cannot be run, or says nothing in time. */
function announcement(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    const end = (text: string | undefined): void => {
      clearTimeout(timer);
      resolve(text);
    };
    child.on("error", () => end(undefined));
    child.on("close", () => end(undefined));
    if (child.stdout === null) return end(undefined);
    createInterface({ input: child.stdout }).on("line", (line) => {
      const [, text] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(line) ?? [];
      if (text !== undefined) end(text);
    });
  });
}

/** A provider names itself by HashiCorp's registry, where OpenTofu knows it by its own. */
function addressed(announced: string, address: string): string | undefined {
  try {
    const providers = parseJson(announced);
    const [handshake] = isObject(providers) ? Object.values(providers) : [];
    return handshake === undefined ? undefined : JSON.stringify({ [address]: handshake });
  } catch {
    return undefined;
  }
}
