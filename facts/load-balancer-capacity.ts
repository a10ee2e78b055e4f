import type { Sourced } from "./regions";

/** What one capacity unit (LCU) of an Application Load Balancer stands for, and how few may be reserved. */
export const applicationCapacityUnit: Sourced & {
  readonly newConnectionsPerSecond: number;
  readonly fewestReserved: number;
  /** The default of the quota L-8A66D0E6: nothing can be reserved before it is raised. */
  readonly reservablePerRegion: number;
} = {
  newConnectionsPerSecond: 25,
  fewestReserved: 100,
  reservablePerRegion: 0,
  source:
    "Elastic Load Balancing pricing, LCU details; elasticloadbalancing/latest/application, capacity-unit-reservation and load-balancer-limits",
  asOf: "2026-11-25",
};
