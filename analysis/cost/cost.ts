import { chargedByUse, freeTypes } from "../../facts/unpriced-types";
import type { Estate } from "../../synthesized/estate/estate";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import { cellsOf } from "../../synthesized/estate/stacks";
import { amountsOf } from "./charges-of";
import { type CostLine, linesOf, totalOf } from "./lines";
import { type Readiness, readinessOf } from "./readiness";

/** What an output costs a month by AWS's list prices, as far as it can be told from the files: always at least so much. */
export interface Cost {
  readonly cells: number;
  readonly stacks: number;
  readonly resources: number;
  readonly lines: readonly CostLine[];
  /** Sum of all lines with a price. */
  readonly usdPerMonth: number;
  readonly readiness: readonly Readiness[];
  readonly notPriced: readonly NotPriced[];
  /** Resources of types that AWS charges nothing for. */
  readonly free: number;
}

export interface NotPriced {
  readonly type: string;
  readonly resources: number;
  readonly why: "byUse" | "unreadable" | "unknown";
  /** What AWS counts; none where nobody knows. */
  readonly by: string | null;
}

export function costOf(estate: Estate): Cost {
  const { stacks } = estate;
  const lines = linesOf(estate, stacks);
  return {
    cells: cellsOf(estate).length,
    stacks: stacks.length,
    resources: stacks.reduce((sum, { resources }) => sum + resources.length, 0),
    lines,
    usdPerMonth: totalOf(lines),
    readiness: readinessOf(estate),
    notPriced: notPricedIn(estate),
    free: stacks.reduce((sum, { resources }) => sum + resources.filter(({ type }) => freeTypes.types.has(type)).length, 0),
  };
}

function notPricedIn(estate: Estate): readonly NotPriced[] {
  const counted = new Map<string, NotPriced>();
  for (const found of estate.stacks.flatMap((template) => template.resources.flatMap((block) => whyNot(estate, { template, block })))) {
    const key = `${found.type} ${found.why}`;
    counted.set(key, { ...found, resources: (counted.get(key)?.resources ?? 0) + 1 });
  }
  return [...counted.values()].toSorted((a, b) => b.resources - a.resources || a.type.localeCompare(b.type));
}

function whyNot(estate: Estate, { template, block }: StackBlock): readonly Omit<NotPriced, "resources">[] {
  const { type } = block;
  const amounts = amountsOf(estate, { template, block });
  const by = chargedByUse.types.get(type);
  if (amounts === "unreadable") return [{ type, why: "unreadable", by: by ?? null }];
  if (by !== undefined) return [{ type, why: "byUse", by }];
  return amounts === undefined && !freeTypes.types.has(type) ? [{ type, why: "unknown", by: null }] : [];
}
