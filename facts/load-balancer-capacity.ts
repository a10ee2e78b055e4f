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

/** Addresses that an Application Load Balancer takes of its subnets. */
export const applicationBalancerAddresses: Sourced & {
  /** Addresses that must be free in each subnet for it to grow. */
  readonly freePerSubnet: number;
  /** Addresses over all subnets, each a network interface. */
  readonly most: number;
} = {
  freePerSubnet: 8,
  most: 100,
  source: "elasticloadbalancing/latest/application/application-load-balancers, subnets for your load balancer",
  asOf: "2026-11-25",
};
