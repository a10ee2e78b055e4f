import type { Reason } from "../findings/scope";

/** Arguments that any block may have, and that tell no judgement on traffic what it is about. */
export const argumentsOfEvery: Readonly<Record<string, Reason>> = {
  "//": "cdktf writes there where a block comes from, and Terraform passes over it",
  tags: "a tag is a label: policies that ask for one are read as they stand, and hygiene reads the tags themselves",
  depends_on: "it orders the work of one apply, and changes nothing that is made",
  timeouts: "they bound how long an apply waits",
  "lifecycle.prevent_destroy": "it refuses a later plan, and changes nothing that is made",
  "lifecycle.create_before_destroy": "it orders a replacement",
  "lifecycle.precondition": "what only an apply can tell is listed by itself",
  "lifecycle.postcondition": "what only an apply can tell is listed by itself",
};
