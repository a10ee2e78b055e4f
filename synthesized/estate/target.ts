import type { Json } from "../json";
import type { Template } from "../template";
import type { StackBlock } from "./stack-block";

/**
 * What a value names in the end, with local values and other stacks' outputs followed as far as they
 * lead. What nobody can tell is said, with the reason: it could be anything.
 */
export type Target =
  | NamedBlock
  /** What AWS is asked for: somebody made it, and nobody here says who. */
  | (Named & { readonly kind: "lookedUp" })
  /** A block that its stack does not have: Terraform would refuse it. */
  | { readonly kind: "absent"; readonly template: Template; readonly address: string; readonly attribute: string }
  /** A value that is written out, or none at all. */
  | { readonly kind: "literal"; readonly value: Json }
  /** `why` ends the sentence "it cannot be followed: it is …". */
  | { readonly kind: "unresolved"; readonly why: string };

export interface NamedBlock extends Named {
  readonly kind: "block";
}

export interface Named extends StackBlock {
  readonly address: string;
  /** The attribute of the block that the value is, such as `id`. */
  readonly attribute: string;
}
