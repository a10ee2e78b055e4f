import type { Estate } from "../../synthesized/estate/estate";
import type { Observation } from "./finding";
import type { Verdict } from "./verdict";

/** A claim about an estate, and how it is judged. */
export interface Judgement<Detail> {
  /** What is true where it is met, as a sentence. */
  readonly claim: string;
  /** Whether it stops a deployment, or only tells. */
  readonly weight: "gates" | "informs";
  readonly judge: (estate: Estate) => Judged<Detail>;
}

export interface Judged<Detail> {
  readonly verdict: Verdict | "notApplicable";
  readonly observations: readonly Observation[];
  /** What its own report is drawn from. */
  readonly detail: Detail;
}
