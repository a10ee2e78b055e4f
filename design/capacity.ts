import type { Deployment } from "../config/deployment";

/** One vertical slice of the service, at both sites: a ledger, load balancers, tasks. */
export interface Cell {
  /** From 1. */
  readonly number: number;
  /** Two digits, as in names of stacks: `01`. */
  readonly id: string;
}

/** As many cells as the peak needs; each takes the same share of it. */
export function cellsOf({ capacity }: Deployment): readonly Cell[] {
  const count = Math.ceil(capacity.peakPaymentsPerSecond / capacity.cell.paymentsPerSecond);
  return Array.from({ length: count }, (_, index) => ({ number: index + 1, id: String(index + 1).padStart(2, "0") }));
}

/** Payments a second of one cell at the peak, at one site: the other may be gone. */
export function cellPeak(deployment: Deployment): number {
  return Math.ceil(deployment.capacity.peakPaymentsPerSecond / cellsOf(deployment).length);
}

/**
 * Tasks that a cell keeps running at each site, so that those of the other zones carry its whole
 * peak when one zone is lost. Equally many in each zone.
 *
 * @param zones zones of a site, two or more.
 */
export function tasksPerCell(deployment: Deployment, zones: number): number {
  const needed = Math.ceil(cellPeak(deployment) / deployment.capacity.task.paymentsPerSecond);
  return Math.ceil(needed / (zones - 1)) * zones;
}
