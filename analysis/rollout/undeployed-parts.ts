import type { DeployedState } from "../../synthesized/state";
import type { Template } from "../../synthesized/template";

/**
 * What of a template its state does not have yet: nothing, where the stack is deployed. Outputs
 * alone would not do: Terraform writes those that depend on nothing even when an apply has failed.
 */
export function undeployedParts(state: DeployedState, template: Template): readonly string[] {
  // Terraform gives a resource that is counted to none no place in the state.
  const certain = template.resources.filter(({ attributes }) => !("count" in attributes || "for_each" in attributes));
  return [
    ...certain.map(({ address }) => address).filter((address) => !state.addresses.has(address)),
    ...Object.keys(template.outputs)
      .filter((output) => !state.outputs.has(output))
      .map((output) => `output.${output}`),
  ];
}
