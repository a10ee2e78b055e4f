import type { Sourced } from "./regions";

/** What one capacity unit (LCU) of an Application Load Balancer stands for, and how few may be reserved. */
export const applicationCapacityUnit: Sourced & {
  readonly newConnectionsPerSecond: number;
  readonly fewestReserved: number;
} = {
  newConnectionsPerSecond: 25,
  fewestReserved: 100,
  source: "Elastic Load Balancing pricing, LCU details; elasticloadbalancing/latest/application, capacity-unit-reservation",
  asOf: "2026-11-25",
};
