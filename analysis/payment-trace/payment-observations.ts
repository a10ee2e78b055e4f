import type { Observation } from "../findings/finding";
import type { PieceState } from "./step";
import type { PaymentTrace, PaymentTraces } from "./trace";

const EVIDENCE = "output.twinsite_evidence";

/** Every piece that a payment lacks on its way, at the flow that it enters by where it has no block of its own. */
export function paymentObservations({ traces, unread }: PaymentTraces): readonly Observation[] {
  return [
    ...unread.map(({ stack, why }) => ({
      verdict: "undetermined" as const,
      stack,
      address: EVIDENCE,
      attribute: "value",
      expected: "a network, a cell and the flows that payments enter by",
      found: why,
    })),
    ...traces.flatMap(lacking),
  ];
}

const verdicts: Readonly<Record<Exclude<PieceState, "found">, Observation["verdict"]>> = { missing: "notMet", unreadable: "undetermined" };

function lacking({ site, cell, flow, steps }: PaymentTrace): readonly Observation[] {
  return steps.flatMap(({ kind, pieces }) =>
    pieces.flatMap(({ state, text }) =>
      state === "found"
        ? []
        : [
            {
              verdict: verdicts[state],
              stack: site,
              address: EVIDENCE,
              attribute: `value.permittedFlows["${flow}"].${cell}.${kind}`,
              expected: "every piece that a payment needs on its way",
              found: text,
            },
          ],
    ),
  );
}
