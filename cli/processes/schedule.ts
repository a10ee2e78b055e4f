/** Each stack keeps a core busy: Terraform and its provider take turns. */
export const SIDE_BY_SIDE = 2;

interface Scheduled {
  readonly name: string;
  /** Names of those that must be done before it; others than the scheduled ones count as done. */
  readonly after: readonly string[];
}

/** Runs a job for every stack, so many side by side, and none before those it waits for. */
export async function inDependencyOrder<Stack extends Scheduled, Result>(
  stacks: readonly Stack[],
  sideBySide: number,
  job: (stack: Stack) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<string, Result>();
  const running = new Map<string, Promise<void>>();
  const unfinished = (name: string): boolean => stacks.some((stack) => stack.name === name) && !results.has(name);
  const mayStart = ({ name, after }: Stack): boolean => unfinished(name) && !running.has(name) && !after.some(unfinished);
  try {
    while (results.size < stacks.length) {
      for (const stack of stacks.filter(mayStart).slice(0, sideBySide - running.size)) {
        running.set(
          stack.name,
          job(stack).then((result) => void results.set(stack.name, result)),
        );
      }
      if (running.size === 0)
        throw new Error(
          `stacks wait for each other: ${stacks
            .map(({ name }) => name)
            .filter(unfinished)
            .join(", ")}`,
        );
      await Promise.race(running.values());
      for (const name of results.keys()) running.delete(name);
    }
  } finally {
    // A job that failed leaves others running: their children and folders must be gone first.
    await Promise.allSettled(running.values());
  }
  return stacks.flatMap(({ name }) => results.get(name) ?? []);
}
