import type { Thing } from "../../facts/prices";
import type { Estate } from "../../synthesized/estate/estate";
import { siteOf } from "../../synthesized/estate/stacks";
import { mirrorPairs } from "../mirror/mirror-pairs";
import { type CostLine, linesOf, totalOf } from "./lines";

/**
 * Either site alone carries the peak at any time, so what the stacks of one site cost that have a
 * counterpart at the other is paid only to be ready. What sees both sites is not counted.
 */
export interface Readiness {
  readonly site: string;
  readonly stacks: number;
  /** Sum of the lines with a price: the least that is asked. */
  readonly usdPerMonth: number;
  readonly lines: number;
  /** What it has no price for, and so leaves out. */
  readonly without: readonly string[];
  /** Lines and sum of the things that every site has a price for: the only sums that may be held against each other. */
  readonly alike: { readonly lines: number; readonly usdPerMonth: number };
}

export function readinessOf(estate: Estate): readonly Readiness[] {
  const twins = mirrorPairs(estate).pairs.flat();
  const sites = [...new Set(twins.flatMap((template) => siteOf(template) ?? []))].toSorted();
  const bySite = sites.map((site) => {
    const own = twins.filter((template) => siteOf(template) === site);
    return { site, stacks: own.length, lines: linesOf(estate, own) };
  });
  return bySite.map(({ site, stacks, lines }) => {
    const alike = lines.filter(({ thing }) => bySite.every((other) => hasPrice(other.lines, thing)));
    return {
      site,
      stacks,
      usdPerMonth: totalOf(lines),
      lines: lines.length,
      without: lines.filter(({ price }) => price === null).map(({ one }) => one),
      alike: { lines: alike.length, usdPerMonth: totalOf(alike) },
    };
  });
}

function hasPrice(lines: readonly CostLine[], thing: Thing): boolean {
  const own = lines.filter((line) => line.thing === thing);
  return own.length > 0 && own.every(({ price }) => price !== null);
}
