import type { PortSpeed } from "../../../facts/direct-connect-locations";

export function gbpsOf(speed: PortSpeed): number {
  return Number.parseInt(speed, 10);
}

/**
 * What links carry together. Flows are spread evenly over sessions of equal preference, whatever the
 * ports' speeds: so each carries as much as the slowest in use, and a slow one is better left out.
 */
export function usableGbps(speeds: readonly PortSpeed[]): number {
  const fastestFirst = speeds.map(gbpsOf).toSorted((one, other) => other - one);
  return Math.max(0, ...fastestFirst.map((gbps, index) => gbps * (index + 1)));
}
