import type { Estate } from "../../synthesized/estate/estate";
import { cellOf, siteOf, sitesOf, stacksOfOtherSites, stacksOfSite } from "../../synthesized/estate/stacks";
import type { Template } from "../../synthesized/template";

/** Stacks of two sites that are one design drawn twice, and those of a site that have no such counterpart. */
export interface MirrorPairs {
  readonly pairs: readonly MirrorPair[];
  readonly alone: readonly Template[];
  /** Stacks without a counterpart that do not say whose they are: each could be the one that another lacks. */
  readonly silent: readonly Template[];
}

export type MirrorPair = readonly [Template, Template];

/**
 * Counterparts are of different sites and of the same cell, and of all such the ones with the most
 * blocks in common. A stack whose evidence does not say whose it is may be the counterpart of any.
 */
export function mirrorPairs(estate: Estate): MirrorPairs {
  const [first] = sitesOf(estate);
  const bySite = first === undefined ? [] : pairsByEvidence(estate, first);
  const left = estate.stacks.filter((stack) => (isSilent(stack) || siteOf(stack) !== undefined) && !bySite.flat().includes(stack));
  const pairs = [...bySite, ...pairsOfSilent(left)];
  const unpaired = left.filter((stack) => !pairs.flat().includes(stack));
  return { pairs, alone: unpaired.filter((stack) => !isSilent(stack)), silent: unpaired.filter(isSilent) };
}

function pairsByEvidence(estate: Estate, site: string): readonly MirrorPair[] {
  const here = stacksOfSite(estate, site);
  const there = stacksOfOtherSites(estate, site);
  return bestPairs(here.flatMap((a) => there.filter((b) => cellOf(a) === cellOf(b)).map((b) => [a, b] as const)));
}

function pairsOfSilent(stacks: readonly Template[]): readonly MirrorPair[] {
  return bestPairs(
    stacks.flatMap((a, place) => stacks.slice(place + 1).flatMap((b) => (isSilent(a) || isSilent(b) ? [[a, b] as const] : []))),
  );
}

function bestPairs(candidates: readonly MirrorPair[]): readonly MirrorPair[] {
  const best = candidates
    .map((pair) => ({ pair, common: commonBlocks(...pair) }))
    .filter(({ common }) => common > 0)
    .toSorted((one, other) => other.common - one.common);
  return best.reduce<readonly MirrorPair[]>(
    (pairs, { pair }) => (pairs.flat().some((taken) => pair.includes(taken)) ? pairs : [...pairs, pair]),
    [],
  );
}

function isSilent({ evidence }: Template): boolean {
  return evidence.kind !== "read";
}

function commonBlocks(a: Template, b: Template): number {
  const addresses = new Set(a.resources.map(({ address }) => address));
  return b.resources.filter(({ address }) => addresses.has(address)).length;
}
