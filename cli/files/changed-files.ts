import { dirname } from "node:path";
import { differencesOf, sumsOf } from "./stack-folder";
import type { SynthesizedStack } from "./synthesized-stacks";

/** Files of a stack's folder that are not as they were when the output was read: cdktf would deploy what nobody has judged. */
export function changedFiles(stacks: readonly SynthesizedStack[], name: string): readonly string[] {
  const stack = stacks.find((candidate) => candidate.name === name);
  if (stack === undefined) return [];
  const also = [...stack.sums.keys()].filter((path) => path.startsWith(".."));
  return differencesOf(stack.sums, sumsOf(dirname(stack.templateFile), { also }));
}
