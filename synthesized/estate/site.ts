import type { Template } from "../template";

/** The site that a stack belongs to, as its evidence says; none for a stack of both, or one that says nothing. */
export function siteOf({ evidence }: Template): string | undefined {
  return evidence.kind === "read" ? (evidence.evidence.site ?? undefined) : undefined;
}
