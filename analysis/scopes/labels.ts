import type { Reason } from "../findings/scope";

const LABEL: Reason = "it is a label for people; what names the block by it is followed as a reference";

/** Arguments that only people read. */
export function labels(...paths: readonly string[]): Readonly<Record<string, Reason>> {
  return Object.fromEntries(paths.map((path) => [path, LABEL]));
}
