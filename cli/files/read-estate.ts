import type { Estate } from "../../synthesized/estate/estate";
import { readSynthesizedOutput, type SynthesizedStack } from "./synthesized-stacks";

export interface EstateReading {
  readonly estate: Estate;
  /** The stacks with their files, in an order in which they can be deployed; none of what no synth wrote. */
  readonly stacks: readonly SynthesizedStack[];
}

/** Reads what lies in a folder, whole and as Terraform would read it: the output of a synth, plans or states. */
export function readEstate(folder: string): EstateReading {
  const { stacks, faults } = readSynthesizedOutput(folder);
  const templates = stacks.map(({ template }) => template);
  return {
    estate: { source: "synthesized", stacks: templates, faults: [...faults, ...templates.flatMap((template) => template.faults)] },
    stacks,
  };
}
