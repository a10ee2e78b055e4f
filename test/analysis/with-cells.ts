import type { Template } from "../../synthesized/template";
import { synthesizedSweden } from "../sample-output";

const CELLS = ["cell-01-a", "cell-01-b", "ledger-01-a", "ledger-01-b"];

/** Stacks of an estate, and besides those of Sweden's cell that are not among them: flows end at what listens there. */
export function withCells(stacks: readonly Template[]): readonly Template[] {
  const named = stacks.map(({ stack }) => stack);
  const cells = [...synthesizedSweden().values()].filter(({ stack }) => CELLS.includes(stack) && !named.includes(stack));
  return [...stacks, ...cells];
}
