import { spawn } from "node:child_process";
import { undoIfInterrupted } from "./interruption";

export interface ChildCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, without standard input; it dies with us, and its own children too. */
export function runChild({ program, args, folder, environment }: ChildCommand): Promise<Finished> {
  return new Promise((resolve, reject) => {
    // Its own process group: Terraform's provider plugins are killed with it.
    const child = spawn(program, args, { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const finished = undoIfInterrupted(() => killGroup(child.pid));
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (error) => {
      finished();
      reject(error);
    });
    child.on("close", (exitCode) => {
      finished();
      resolve({ exitCode: exitCode ?? 1, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

/** Kills a child that has its own process group, and what it started. */
export function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
