import type { Estate } from "../../synthesized/estate/estate";
import type { Observation } from "./finding";
import type { Reason, Scope } from "./scope";
import type { Verdict } from "./verdict";

/** A claim about an estate, and how it is judged. */
export interface Judgement<Detail> {
  /** What is true where it is met, as a sentence. */
  readonly claim: string;
  /** Whether it stops a deployment, or only tells. */
  readonly weight: "gates" | "informs";
  readonly judge: (estate: Estate) => Judged<Detail>;
  /** What it stands on, argument by argument; or why it has no table of arguments: it compares or searches every text of every block. */
  readonly scope: { readonly types: Scope } | { readonly wholeText: Reason };
}

export interface Judged<Detail> {
  readonly verdict: Verdict | "notApplicable";
  readonly observations: readonly Observation[];
  /** What its own report is drawn from. */
  readonly detail: Detail;
}
