import type { Deployment } from "../deployment";
import type { Finding } from "../fault";

/** Whether the peak fits AWS's rates follows from what a payment uses; told together, since one load test measures all of it. */
export function assumedUseWarnings({ capacity }: Deployment): readonly Finding[] {
  return (["perPayment", "perTask"] as const).flatMap((part): readonly Finding[] => {
    const assumed = Object.entries(capacity[part] ?? {}).flatMap(([use, { count, basis }]) =>
      basis.kind === "assumed" ? [{ words: `${use} ${count}`, by: `${basis.owner} in ${basis.asOf}` }] : [],
    );
    if (assumed.length === 0) return [];
    const owners = [...new Set(assumed.map(({ by }) => by))].join(" and ");
    return [
      {
        path: ["capacity", part],
        at: "key",
        what: `What a ${part === "perPayment" ? "payment" : "task"} uses of AWS is assumed, by ${owners}: ${assumed.map(({ words }) => words).join(", ")}.`,
        allowed: "Figures that were measured, with their source and month.",
        mend: "Count them in a load test, then write what was counted and `basis: { kind: measured, source: ..., asOf: ... }`.",
      },
    ];
  });
}
