import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type JsonObject, jsonValue, parseJson } from "../../synthesized/json";
import { killGroup } from "../processes/child-process";
import { undoIfInterrupted } from "../processes/interruption";
import { offlineEnvironment } from "./terraform";

/** A provider in its debug mode. */
export interface Started {
  readonly folder: string;
  /** How it is attached to; undefined where it cannot be. */
  readonly handshake: Handshake | undefined;
  readonly stop: () => void;
}

const PATIENCE_MS = 30_000;

export async function startProvider(folder: string, sockets: string): Promise<Started> {
  const provider = soleProvider(folder);
  if (provider === undefined) return { folder, handshake: undefined, stop: () => undefined };
  // Like every child it has its own process group; its socket lies where we remove it.
  const environment = { ...offlineEnvironment(process.env), TMPDIR: sockets };
  const child = spawn(provider.program, ["-debug"], { env: environment, stdio: ["ignore", "pipe", "ignore"], detached: true });
  const finished = undoIfInterrupted(() => killGroup(child.pid));
  const stop = (): void => {
    finished();
    killGroup(child.pid);
  };
  const handshake = handshakeIn((await announcement(child)) ?? "", provider.address);
  if (handshake === undefined) stop();
  return { folder, handshake, stop };
}

interface Provider {
  /** The provider's full name, such as `registry.terraform.io/hashicorp/aws`. */
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
    // A folder that is laid out otherwise is left to Terraform to judge.
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

/** How a provider that is up is reached. */
export interface Handshake {
  /** A provider names itself by HashiCorp's registry, where OpenTofu knows it by its own. */
  readonly address: string;
  readonly socket: string;
  readonly told: JsonObject;
}

const announcedSchema = z.record(
  z.string(),
  z.object({ Addr: z.object({ Network: z.literal("unix"), String: z.string() }) }).catchall(jsonValue),
);

function handshakeIn(text: string, address: string): Handshake | undefined {
  try {
    const [told] = Object.values(announcedSchema.parse(parseJson(text)));
    return told === undefined ? undefined : { address, socket: told.Addr.String, told };
  } catch {
    return undefined;
  }
}

/** A provider that is up, as TF_REATTACH_PROVIDERS names it. */
export function attachedAt({ address, socket, told }: Handshake): string {
  return JSON.stringify({ [address]: { ...told, Addr: { Network: "unix", String: socket } } });
}
