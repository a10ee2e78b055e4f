import { spawn } from "node:child_process";
import type { ChildCommand } from "./child-process";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a program that talks to the person at the terminal itself, to its end. An interruption is
 * its own to answer: killed in the middle of an apply, Terraform would leave a lock and lose what
 * it made. A terminal tells both of us; what only we are told is handed on.
 */
export function runAttended({ program, args, folder, environment }: ChildCommand): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, env: environment, stdio: "inherit" });
    const handOn = (signal: NodeJS.Signals): void => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of signals) process.on(signal, handOn);
    const finish = (): void => {
      for (const signal of signals) process.off(signal, handOn);
    };
    child.on("error", (error) => {
      finish();
      reject(error);
    });
    child.on("close", (exitCode) => {
      finish();
      resolve(exitCode ?? 1);
    });
  });
}
