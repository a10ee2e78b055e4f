import { checkerRangesByRegion } from "../../facts/health-checkers";
import { textsAt } from "../../synthesized/attributes";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import { covers } from "../flows/terms/interval";
import { prefixOf } from "../flows/terms/prefix";
import type { Payment } from "./payment";

/** Why some of a check's checkers are not let in by the flows that are declared for them; none, where all are. */
export function whyNotLetIn({ block }: StackBlock, { legs }: Payment): string | undefined {
  const regions = textsAt(block.attributes, "regions");
  if (regions === undefined || regions.length === 0)
    return "asks from every Region that has checkers, which the declared flows do not let in";
  const declared = legs.asking.flatMap(({ flow }) => flow.from.prefixes).flatMap((text) => prefixOf(text) ?? []);
  const outside = ["GLOBAL", ...regions].filter((region) => {
    const ranges = checkerRangesByRegion.find((one) => one.region === region)?.prefixes ?? [];
    const all = ranges.flatMap((text) => prefixOf(text) ?? []);
    return all.length === 0 || !all.every((range) => declared.some((prefix) => covers(prefix, range)));
  });
  return outside.length === 0 ? undefined : `asks from ${outside.join(", ")}, which the declared flows do not let in`;
}
