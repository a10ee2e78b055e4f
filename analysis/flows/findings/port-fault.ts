import { numberAt } from "../../../synthesized/attributes";
import type { PermittedFlow } from "../../../synthesized/evidence";
import type { Block } from "../../../synthesized/template";
import type { Misplacement } from "../network/placements";

/** A door on a port that none of some flows is for. */
export function portFault(
  { address, attributes, key }: Block & { readonly key: string },
  flows: readonly PermittedFlow[],
  which: string,
): readonly Misplacement[] {
  const port = numberAt(attributes, key);
  if (flows.some((flow) => flow.protocol === "tcp" && flow.port === port)) return [];
  return [{ address, attribute: key, why: `is ${port ?? "no number"}, a port of no declared flow ${which}` }];
}
