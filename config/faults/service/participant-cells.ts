import type { Draft } from "../../draft";
import type { Finding } from "../../fault";
import { cellCount } from "../../sections/capacity";

/** A participant's name leads to its cell, so the cell must be there; how many there are follows from the peak. */
export function participantCellFindings({ participants, capacity }: Draft): readonly Finding[] {
  if (capacity === undefined) return [];
  const cells = cellCount(capacity);
  return participants.flatMap(({ cell }, index) =>
    cell !== undefined && cell > cells
      ? [
          {
            path: ["participants", index, "cell"],
            at: "value" as const,
            what: `There is no cell ${cell}: the peak needs ${cells === 1 ? "one" : cells}.`,
            allowed: cells === 1 ? "Cell 1." : `A cell from 1 to ${cells}.`,
            mend: "Choose one of these, or declare the peak that needs more cells.",
          },
        ]
      : [],
  );
}
