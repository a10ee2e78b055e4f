import type { Rule } from "./rules";

/**
 * What a judgement stands on. Where it is met, every argument of every block in its scope was read
 * by it, keeps a rule of its table, or has no effect on it for a reason that stands there; else it
 * is undetermined. `data.` stands before the types of data sources.
 */
export type Scope = Readonly<Record<string, TypeScope>>;

/** Which blocks of a resource type are in scope, and what their arguments must be. Paths have no indices: `health_check.interval`. */
export type TypeScope =
  | {
      readonly blocks: BlocksInScope;
      /** Arguments that must be so for the claim to hold, besides what the judgement itself reads. */
      readonly must?: Readonly<Record<string, Rule>>;
      /** Arguments that cannot make the claim untrue; what stands below a path goes with it. */
      readonly withoutEffect?: Readonly<Record<string, Reason>>;
    }
  | { readonly blocks: "none"; readonly why: Reason };

/**
 * `every` block of the type; those that the judgement `asked` something; or these and those that
 * are `hanging` on a block that it asked, by a reference anywhere in them.
 */
export type BlocksInScope = "every" | "asked" | "hanging";

/** Why the claim holds whatever stands there; ends the sentence "It does not matter, since …". */
export type Reason = string;

/** Types of which no block is in scope, for one reason. */
export function outside(why: Reason, types: readonly string[]): Scope {
  return Object.fromEntries(types.map((type) => [type, { blocks: "none", why }]));
}
