import { spawn } from "node:child_process";
import type { ChildCommand } from "./child-process";
import { unheardOutput } from "./unheard-output";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a program that talks to the person at the terminal itself, to its end. An interruption is
 * its own to answer: killed in the middle of an apply, Terraform would leave a lock and lose what
 * it made. A terminal tells both of us; what only we are told is handed on.
 *
 * @param plain makes lines of what it draws, where nobody's terminal shows it; ends with `undefined`.
 */
export function runAttended(
  { program, args, folder, environment }: ChildCommand,
  plain?: (chunk: string | undefined) => string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: environment,
      stdio: ["inherit", plain === undefined ? "inherit" : "pipe", "inherit"],
    });
    const output = unheardOutput();
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => output.write(plain?.(chunk) ?? chunk));
    const handOn = (signal: NodeJS.Signals): void => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of signals) process.on(signal, handOn);
    const finish = (): void => {
      for (const signal of signals) process.off(signal, handOn);
      output.write(plain?.(undefined) ?? "");
      output.end();
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
