import type { ExitCode } from "./exit-codes";

/** A reason not to go on that the user can mend: told without a stack trace. */
export class Refusal extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.name = "Refusal";
    this.exitCode = exitCode;
  }
}
