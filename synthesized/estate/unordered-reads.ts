import type { ReadingFault } from "../reading-fault";
import type { Estate } from "./estate";
import { remoteStatesOf, writerOf } from "./remote-states";

/**
 * Stacks that read the state of one that they do not wait for: at a first deployment there would be
 * nothing to read, and at every later one what was there before.
 */
export function unorderedReads(estate: Estate, afterOf: (stack: string) => readonly string[]): readonly ReadingFault[] {
  return estate.stacks.flatMap((reader) => {
    const before = everyEarlier(reader.stack, afterOf);
    return remoteStatesOf(reader).flatMap((state): readonly ReadingFault[] => {
      const writer = writerOf(estate, reader, state.address);
      // A state that no stack here writes is told where it is followed.
      if (writer.kind === "unknown" || before.has(writer.template.stack)) return [];
      return [
        {
          verdict: "notMet",
          stack: reader.stack,
          address: "manifest.json",
          attribute: `dependencies.${writer.template.stack}`,
          expected: `${writer.template.stack} among the stacks that it waits for, since it reads its state`,
          found: "it does not wait for it",
        },
      ];
    });
  });
}

/** Every stack that one waits for, and that these wait for. */
function everyEarlier(stack: string, afterOf: (stack: string) => readonly string[]): ReadonlySet<string> {
  const earlier = new Set<string>();
  const waiting = [...afterOf(stack)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (earlier.has(next)) continue;
    earlier.add(next);
    waiting.push(...afterOf(next));
  }
  return earlier;
}
