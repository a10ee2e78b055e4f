import type { Deployment } from "../deployment";
import type { Finding } from "../fault";

/** When more links must be ordered follows from the traffic; where nobody measured it, that is a guess. */
export function assumedTrafficWarnings({ linkTraffic }: Deployment): readonly Finding[] {
  if (linkTraffic === undefined) return [];
  const { payment, other } = linkTraffic;
  const numbers = [
    { part: "payment", words: `That a payment puts ${payment.bytes} bytes on the lines`, basis: payment.basis },
    ...(other === undefined
      ? []
      : [{ part: "other", words: `That the lines carry ${other.gbps} Gbit/s besides payments`, basis: other.basis }]),
  ];
  return numbers.flatMap(({ part, words, basis }): readonly Finding[] => {
    if (basis.kind === "measured") return [];
    return [
      {
        path: ["linkTraffic", part, "basis"],
        at: "value",
        what: `${words} is assumed, by ${basis.owner} in ${basis.asOf}.`,
        allowed: "Traffic that was measured, with its source and month.",
        mend: "Read it from the routers at the peak, then write it and `basis: { kind: measured, source: ..., asOf: ... }`.",
      },
    ];
  });
}
