import type { HygieneVerdict } from "../../analysis/hygiene/output-hygiene";

const SHOWN_AT_MOST = 12;

/** Whether the output is fit to be handed over, as lines for a terminal. */
export function hygieneReport({ verdict, findings }: HygieneVerdict): readonly string[] {
  if (verdict === "met") return ["output: every stack is bound to its account and state, every resource is tagged, no leftovers"];
  const shown = findings
    .slice(0, SHOWN_AT_MOST)
    .flatMap(({ stack, address, attribute, expected, found }) => [
      `  ${stack} ${address} ${attribute}`.trimEnd(),
      `    expected ${expected}, found ${found}`,
    ]);
  const more = findings.length > SHOWN_AT_MOST ? [`  and ${findings.length - SHOWN_AT_MOST} more`] : [];
  return [`output: not fit to be deployed, ${findings.length} findings`, ...shown, ...more];
}
