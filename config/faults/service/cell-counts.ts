import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** Two digits stand for a cell in every name. */
const MOST_CELLS = 99;

export function cellCountFindings({ capacity }: Draft): readonly Finding[] {
  if (capacity === undefined) return [];
  const cells = Math.ceil(capacity.peakPaymentsPerSecond / capacity.cell.paymentsPerSecond);
  if (cells <= MOST_CELLS) return [];
  return [
    {
      path: ["capacity", "peakPaymentsPerSecond"],
      at: "value",
      what: `The peak needs ${cells} cells of ${capacity.cell.paymentsPerSecond} payments a second.`,
      allowed: `At most ${MOST_CELLS} cells.`,
      mend: "Measure whether a cell carries more, or divide the service into two deployments.",
    },
  ];
}
