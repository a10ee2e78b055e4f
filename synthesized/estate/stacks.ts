import type { StackRole } from "../evidence";
import { isObject } from "../json";
import { type Template, templateOf } from "../template";
import type { Estate } from "./estate";
import { remembered } from "./remembered";

/** A stack by its name. */
export function stackNamed(estate: Estate, name: string): Template | undefined {
  return templateOf(name, estate.stacks);
}

/** The site that a stack belongs to, as its evidence says; none for a stack of both, or one that says nothing. */
export function siteOf({ evidence }: Template): string | undefined {
  return evidence.kind === "read" ? (evidence.evidence.site ?? undefined) : undefined;
}

/** The cell that a stack belongs to, as its evidence says. */
export function cellOf({ evidence }: Template): string | undefined {
  return evidence.kind === "read" ? (evidence.evidence.cell ?? undefined) : undefined;
}

/** Every site that some stack says it belongs to, by name. */
export const sitesOf = remembered((estate: Estate): readonly string[] =>
  [...new Set(estate.stacks.flatMap((stack) => siteOf(stack) ?? []))].toSorted(),
);

/** Every cell that some stack says it belongs to, in the order of the stacks. */
export const cellsOf = remembered((estate: Estate): readonly string[] => [
  ...new Set(estate.stacks.flatMap((stack) => cellOf(stack) ?? [])),
]);

/** What a stack is for, as its evidence says; none where it does not, and never a guess from its name. */
export function roleOf({ evidence }: Template): StackRole | undefined {
  return evidence.kind === "read" ? evidence.evidence.role : undefined;
}

export function stacksOfRole(estate: Estate, role: StackRole): readonly Template[] {
  return estate.stacks.filter((stack) => roleOf(stack) === role);
}

export function stacksOfSite(estate: Estate, site: string): readonly Template[] {
  return estate.stacks.filter((stack) => siteOf(stack) === site);
}

/** The stacks of every site but one; those of no site are nobody's. */
export function stacksOfOtherSites(estate: Estate, site: string): readonly Template[] {
  return estate.stacks.filter((stack) => ![undefined, site].includes(siteOf(stack)));
}

export function stacksOfCell(estate: Estate, cell: string): readonly Template[] {
  return estate.stacks.filter((stack) => cellOf(stack) === cell);
}

/** Whether two stacks are of two sites: a stack of no site is nobody's twin. */
export function areOfTwoSites(one: Template, other: Template): boolean {
  return siteOf(one) !== undefined && siteOf(other) !== undefined && siteOf(one) !== siteOf(other);
}

/** Modules that a stack calls: their content is in files that are not here, so nobody can tell what they make. */
export function modulesOf({ document }: Template): readonly string[] {
  const { module: modules } = document;
  return isObject(modules) ? Object.keys(modules).map((name) => `module.${name}`) : [];
}
