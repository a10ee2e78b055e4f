/** What a judgement comes to. What cannot be read from the Terraform is undetermined, never met. */
export type Verdict = "met" | "notMet" | "undetermined";

/** One thing that is not as it must be, or cannot be told. */
export interface Finding {
  readonly verdict: "notMet" | "undetermined";
  readonly stack: string;
  readonly address: string;
  readonly attribute: string;
  readonly expected: string;
  readonly found: string;
}

/** The verdict on a whole whose parts were judged one by one. */
export function overall(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("notMet")) return "notMet";
  return verdicts.includes("undetermined") ? "undetermined" : "met";
}
