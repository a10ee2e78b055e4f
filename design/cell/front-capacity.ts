import type { Deployment, SiteName } from "../../config/deployment";
import { applicationCapacityUnit } from "../../facts/load-balancer-capacity";
import { cellPeak } from "../layout/capacity";

/**
 * Capacity units that each of a cell's Application Load Balancers always has, so that neither a
 * failover nor a lost zone waits for scaling: the cell's whole peak over one of them, and every
 * payment on a connection of its own. A payment that comes on a connection that is there already
 * takes less. AWS spreads what is reserved evenly over the zones
 * (elasticloadbalancing/latest/application/capacity-unit-reservation, read 2026-12-01), so a lost
 * zone takes its share away, and the others' shares must be the whole.
 */
export function reservedCapacity(deployment: Deployment, site: SiteName): number {
  const { newConnectionsPerSecond, fewestReserved } = applicationCapacityUnit;
  const zones = deployment.sites[site].zones.length;
  const ofZone = Math.ceil(cellPeak(deployment) / newConnectionsPerSecond / (zones - 1));
  return Math.max(fewestReserved, ofZone * zones);
}
