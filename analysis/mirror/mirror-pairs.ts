import { siteOf } from "../../synthesized/estate/site";
import type { Template } from "../../synthesized/template";

/** Stacks of two sites that are one design drawn twice, and those of a site that have no such counterpart. */
export interface MirrorPairs {
  readonly pairs: readonly (readonly [Template, Template])[];
  readonly alone: readonly Template[];
}

/**
 * Counterparts are of different sites and of the same cell, and of all such the ones with the most
 * blocks in common. Names decide only for stacks whose evidence does not say whose they are.
 */
export function mirrorPairs(templates: readonly Template[]): MirrorPairs {
  const ofSites = templates.filter((template) => siteOf(template) !== undefined);
  const [first] = ofSites.flatMap((template) => siteOf(template) ?? []).toSorted();
  const pairs = first === undefined ? [] : pairsByEvidence(ofSites, first);
  const byName = pairsByName(templates.filter((template) => !pairs.flat().includes(template)));
  const paired = new Set([...pairs, ...byName].flat());
  return { pairs: [...pairs, ...byName], alone: ofSites.filter((template) => !paired.has(template)) };
}

function pairsByEvidence(ofSites: readonly Template[], site: string): MirrorPairs["pairs"] {
  const here = ofSites.filter((template) => siteOf(template) === site);
  const there = ofSites.filter((template) => siteOf(template) !== site);
  const candidates = here.flatMap((a) => there.filter((b) => cellOf(a) === cellOf(b)).map((b) => ({ a, b, common: commonBlocks(a, b) })));
  const best = candidates.filter(({ common }) => common > 0).toSorted((one, other) => other.common - one.common);
  return best.reduce<MirrorPairs["pairs"]>(
    (pairs, { a, b }) => (pairs.flat().some((taken) => taken === a || taken === b) ? pairs : [...pairs, [a, b]]),
    [],
  );
}

function cellOf({ evidence }: Template): string | undefined {
  return evidence.kind === "read" ? (evidence.evidence.cell ?? undefined) : undefined;
}

function commonBlocks(a: Template, b: Template): number {
  const addresses = new Set(a.resources.map(({ address }) => address));
  return b.resources.filter(({ address }) => addresses.has(address)).length;
}

function pairsByName(templates: readonly Template[]): MirrorPairs["pairs"] {
  return templates
    .filter(({ stack }) => stack.endsWith("-a"))
    .flatMap((a) => {
      const b = templates.find(({ stack }) => stack === a.stack.replace(/-a$/, "-b"));
      const silent = [a, b].some((template) => template?.evidence.kind !== "read");
      return b !== undefined && silent ? [[a, b] as const] : [];
    });
}
