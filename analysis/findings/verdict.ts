/** What a judgement comes to. What cannot be read from the Terraform is undetermined, never met. */
export type Verdict = "met" | "notMet" | "undetermined";

/** The verdict on a whole whose parts were judged one by one. */
export function overall(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("notMet")) return "notMet";
  return verdicts.includes("undetermined") ? "undetermined" : "met";
}
