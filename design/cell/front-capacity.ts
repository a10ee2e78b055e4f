import type { Deployment } from "../../config/deployment";
import { applicationCapacityUnit } from "../../facts/load-balancer-capacity";
import { cellPeak } from "../layout/capacity";

/**
 * Capacity units that each of a cell's Application Load Balancers always has, so that a failover
 * waits for no scaling: the cell's whole peak over one of them, and every payment on a connection
 * of its own. A payment that comes on a connection that is there already takes less.
 */
export function reservedCapacity(deployment: Deployment): number {
  const { newConnectionsPerSecond, fewestReserved } = applicationCapacityUnit;
  return Math.max(fewestReserved, Math.ceil(cellPeak(deployment) / newConnectionsPerSecond));
}
