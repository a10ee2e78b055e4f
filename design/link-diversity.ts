import type { Separation } from "../facts/link-market";
import { type PlannedLink, UNKNOWN } from "./link-losses";

/** The most links of which no two share a way or end on one device. A carrier is no way: two of its circuits can be apart. */
export function diversePaths(links: readonly PlannedLink[]): number {
  return mostApart(links.filter(wayIsKnown));
}

/** How far a link's way is its own among links whose way is known. */
export function separationFrom(link: PlannedLink, others: readonly PlannedLink[]): Separation {
  if (!wayIsKnown(link)) return "possiblyShared";
  return others.some((other) => wayIsKnown(other) && shareWay(link, other)) ? "partial" : "entire";
}

export function wayIsKnown({ accessCircuit: { route, ducts, buildingEntry } }: PlannedLink): boolean {
  return route !== UNKNOWN && ducts.length > 0 && buildingEntry !== UNKNOWN;
}

function shareWay({ accessCircuit: one }: PlannedLink, { accessCircuit: other }: PlannedLink): boolean {
  const entry = one.dataCentre === other.dataCentre && one.buildingEntry === other.buildingEntry;
  return entry || one.route === other.route || one.ducts.some((duct) => other.ducts.includes(duct));
}

function haveInCommon(one: PlannedLink, other: PlannedLink): boolean {
  return shareWay(one, other) || (one.dxLocation === other.dxLocation && one.device === other.device);
}

/** The one with most in its way is in the answer, or it is not; without any in its way each counts. */
function mostApart(links: readonly PlannedLink[]): number {
  const [most] = links
    .map((link) => ({ link, apart: links.filter((other) => other !== link && !haveInCommon(link, other)) }))
    .toSorted((one, other) => one.apart.length - other.apart.length);
  if (most === undefined || most.apart.length === links.length - 1) return links.length;
  return Math.max(1 + mostApart(most.apart), mostApart(links.filter((link) => link !== most.link)));
}
