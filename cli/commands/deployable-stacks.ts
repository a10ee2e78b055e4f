import { scopesOf } from "../../analysis/rollout/deployment-scope";
import type { DeployableStack } from "../../analysis/rollout/deployment-steps";
import { gatesOf } from "../../analysis/rollout/human-gates";
import { estateOf } from "../../synthesized/estate/estate";
import type { SynthesizedStack } from "../files/synthesized-stacks";

/** Stacks of an output with what the order of their deployment depends on. */
export function deployableStacks(stacks: readonly SynthesizedStack[]): readonly DeployableStack[] {
  const estate = estateOf(stacks.map(({ template }) => template));
  const scopes = scopesOf(estate);
  const known = new Set(stacks.map(({ name }) => name));
  return stacks.map(({ name, after, template }) => ({
    name,
    after: after.filter((earlier) => known.has(earlier)),
    scope: scopes.get(name) ?? "shared",
    gates: gatesOf(estate, template),
  }));
}
