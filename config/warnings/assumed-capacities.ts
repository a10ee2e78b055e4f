import type { Deployment } from "../deployment";
import type { Finding } from "../fault";

/** Cells and tasks follow from capacities; one that nobody measured is a guess that everything rests on. */
export function assumedCapacityWarnings({ capacity }: Deployment): readonly Finding[] {
  return (["cell", "task"] as const).flatMap((part): readonly Finding[] => {
    const { basis, paymentsPerSecond } = capacity[part];
    if (basis.kind === "measured") return [];
    return [
      {
        path: ["capacity", part, "basis"],
        at: "value",
        what: `That a ${part} carries ${paymentsPerSecond} payments a second is assumed, by ${basis.owner} in ${basis.asOf}.`,
        allowed: "A capacity that was measured, with its source and month.",
        mend: `Put a ${part} under load, then write what it carried and \`basis: { kind: measured, source: ..., asOf: ... }\`.`,
      },
    ];
  });
}
