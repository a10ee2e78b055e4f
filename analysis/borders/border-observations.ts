import type { Observation } from "../findings/finding";
import type { Border } from "./borders";

/** Every place of data that may not be where it is, or of which that cannot be told. */
export function borderObservations(borders: readonly Border[]): readonly Observation[] {
  return borders.flatMap(({ verdict, stack, address, what, data, why, where, country }) =>
    verdict === "met" || verdict === "notApplicable"
      ? []
      : [
          {
            verdict,
            stack,
            address,
            attribute: "",
            expected: "data where the deployment promises it",
            found: `${what} (${data}) in ${country ?? (where.kind === "unknown" ? "a place that cannot be told" : where.kind)}: ${why}`,
          },
        ],
  );
}
