import { valueAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { regionOf } from "../../synthesized/estate/provider";
import type { StackBlock } from "../../synthesized/estate/stack-block";

/** The Region that a block is made in, which is a reading of what says so. */
export function placeOf(estate: Estate, made: StackBlock): string | undefined {
  valueAt(made.block.attributes, "provider");
  valueAt(made.block.attributes, "region");
  return regionOf(estate, made);
}
