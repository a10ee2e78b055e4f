import type { ReadingFault } from "../reading-fault";
import type { Template } from "../template";

/**
 * An output, read once and whole as Terraform would read it, and then asked by name. Every question
 * takes the estate first: what refers to what, across states too, is answered in one place.
 */
export interface Estate {
  readonly source: EstateSource;
  readonly stacks: readonly Template[];
  /** What Terraform would read here and the judge does not understand, and what is not as the manifest says. */
  readonly faults: readonly ReadingFault[];
}

/** What it was read from: a folder that a synth wrote, a folder of plan JSON, or states. */
export type EstateSource = "synthesized" | "plan" | "state";

/** The estate of templates that were read already and without a fault. */
export function estateOf(stacks: readonly Template[]): Estate {
  return { source: "synthesized", stacks, faults: [] };
}
