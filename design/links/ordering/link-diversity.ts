import { mostDiverse, sharedWay, unknownOf } from "../../../config/link-ways";
import type { Separation } from "../../../facts/link-market";
import type { PlannedLink } from "./link-losses";

/** The most links of which no two share a way or end on one device. */
export function diversePaths(links: readonly PlannedLink[]): number {
  return mostDiverse(links).length;
}

/** How far a link's way is its own among links whose way is known. */
export function separationFrom(link: PlannedLink, others: readonly PlannedLink[]): Separation {
  if (!wayIsKnown(link)) return "possiblyShared";
  const shares = ({ accessCircuit }: PlannedLink): boolean => sharedWay(link.accessCircuit, accessCircuit).length > 0;
  return others.some((other) => wayIsKnown(other) && shares(other)) ? "partial" : "entire";
}

export function wayIsKnown({ accessCircuit }: PlannedLink): boolean {
  return unknownOf(accessCircuit).length === 0;
}
