import { shellWord } from "../text/shell-word";

/** What a person has to do, so that somebody who never did it can. */
export interface Instructions {
  readonly title: string;
  /** What to do, in order; the last act shows that it is done. */
  readonly acts: readonly Act[];
  readonly runbook: string;
}

export interface Act {
  readonly say: string;
  readonly commands: readonly string[];
}

export function act(say: string, ...commands: readonly string[]): Act {
  return { say, commands };
}

/** Terraform in the folder of a stack. */
export function terraformIn(output: string, stack: string, words: string): string {
  return `terraform -chdir=${shellWord(`${output}/stacks/${stack}`)} ${words}`;
}
