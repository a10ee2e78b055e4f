import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const root = join(__dirname, "../..");

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as a user does, in another folder and environment where these matter. */
export function twinsite(
  args: readonly string[],
  { folder = root, environment = {} }: { readonly folder?: string; readonly environment?: NodeJS.ProcessEnv } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "bin/twinsite.js"), ...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return { exitCode: status, stdout, stderr };
}
