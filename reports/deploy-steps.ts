import type { StackRow } from "./stacks";

/**
 * The commands that deploy everything in order and never touch both sites in one run: `cdktf deploy`
 * itself would. A step waits for all before it.
 */
export function deploySteps(stacks: readonly StackRow[]): string {
  return waves(stacks)
    .flatMap((wave) => oneSiteAtATime(wave, sitesOf(stacks)))
    .map((step) => `npx cdktf deploy --ignore-missing-stack-dependencies ${step.join(" ")}`)
    .join("\n");
}

/** Stacks by how many others stand before them in a row. */
function waves(stacks: readonly StackRow[]): readonly (readonly StackRow[])[] {
  const depth = (name: string): number => {
    const after = stacks.find((stack) => stack.name === name)?.after ?? [];
    return Math.max(0, ...after.map((earlier) => depth(earlier) + 1));
  };
  const depths = stacks.map(({ name }) => depth(name));
  return Array.from({ length: Math.max(...depths, 0) + 1 }, (_, wave) => stacks.filter((_stack, index) => depths[index] === wave));
}

/** The Region of each site. */
function sitesOf(stacks: readonly StackRow[]): readonly string[] {
  return stacks.filter(({ name }) => /^site-[ab]$/.test(name)).flatMap(({ regions }) => regions);
}

/** First what concerns no site, then each site by itself, then one after the other what concerns both. */
function oneSiteAtATime(wave: readonly StackRow[], sites: readonly string[]): readonly (readonly string[])[] {
  const ofBoth = wave.filter(concernsBothSites);
  const others = wave.filter((stack) => !concernsBothSites(stack));
  const of = (site: string): readonly StackRow[] => others.filter(({ regions }) => regions[0] === site);
  const ofNone = others.filter(({ regions }) => !regions.some((region) => sites.includes(region)));
  const steps = [ofNone, ...sites.map(of), ...ofBoth.map((stack) => [stack])];
  return steps.filter((step) => step.length > 0).map((step) => step.map(({ name }) => name));
}

/** A Direct Connect location serves both sites, whichever Region sells its ports. */
function concernsBothSites({ name, regions }: StackRow): boolean {
  return regions.length > 1 || /^(ports|links)-/.test(name);
}
