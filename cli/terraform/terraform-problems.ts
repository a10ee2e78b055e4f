import type { Problem } from "../../reports/problems";
import type { Diagnostic } from "../../synthesized/diagnostics";

/** What Terraform says, as reports tell it. */
export function problemOf({ address, ...diagnostic }: Diagnostic): Problem {
  return { ...diagnostic, address: address ?? null };
}
