import { scopesOf } from "../analysis/deployment-scope";
import type { DeployableStack } from "../analysis/deployment-steps";
import { gatesOf } from "../analysis/human-gates";
import type { SynthesizedStack } from "./synthesized-stacks";

/** Stacks of an output with what the order of their deployment depends on. */
export function deployableStacks(stacks: readonly SynthesizedStack[]): readonly DeployableStack[] {
  const templates = stacks.map(({ template }) => template);
  const scopes = scopesOf(templates);
  const known = new Set(stacks.map(({ name }) => name));
  return stacks.map(({ name, after, template }) => ({
    name,
    after: after.filter((earlier) => known.has(earlier)),
    scope: scopes.get(name) ?? "shared",
    gates: gatesOf(template, templates),
  }));
}
