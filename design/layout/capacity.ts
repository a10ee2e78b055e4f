import type { Deployment } from "../../config/deployment";
import { cellCount } from "../../config/sections/capacity";

/** One vertical slice of the service, at both sites: a ledger, load balancers, tasks. */
export interface Cell {
  /** Number of the cell, from 1. */
  readonly number: number;
  /** Number in two digits, as in names of stacks: `01`. */
  readonly id: string;
}

/** As many cells as the peak needs; each takes the same share of it. */
export function cellsOf({ capacity }: Deployment): readonly Cell[] {
  return Array.from({ length: cellCount(capacity) }, (_, index) => ({ number: index + 1, id: String(index + 1).padStart(2, "0") }));
}

/** Payments a second of one cell at the peak, at one site: the other may be gone. */
export function cellPeak(deployment: Deployment): number {
  return Math.ceil(deployment.capacity.peakPaymentsPerSecond / cellsOf(deployment).length);
}

/** Tasks that carry a cell's whole peak, with none in reserve. */
export function tasksAtPeak(deployment: Deployment): number {
  return Math.ceil(cellPeak(deployment) / deployment.capacity.task.paymentsPerSecond);
}

/**
 * Tasks that a cell keeps running at each site, so that those of the other zones carry its whole
 * peak when one zone is lost. Equally many in each zone.
 *
 * @param zones zones of a site, two or more.
 */
export function tasksPerCell(deployment: Deployment, zones: number): number {
  return Math.ceil(tasksAtPeak(deployment) / (zones - 1)) * zones;
}

/** How far a deployment of a new version may go beyond the tasks that are always there. */
export interface Rollout {
  /** Tasks that may run in a deployment, in per cent of the desired count; ECS rounds the tasks down. */
  readonly maximumPercent: number;
  /** Old and new tasks together. */
  readonly mostTasks: number;
}

/** A quarter at a time, so that a deployment takes a quarter more of quotas and addresses, not twice as much. */
const BATCH_PERCENT = 25;

/** A deployment adds at least one task in every zone: with none more, ECS could neither deploy nor even out the zones. */
export function rollout(tasks: number, zones: number): Rollout {
  const maximumPercent = 100 + Math.max(BATCH_PERCENT, Math.ceil((100 * zones) / tasks));
  return { maximumPercent, mostTasks: Math.floor((tasks * maximumPercent) / 100) };
}
