import type { Sourced } from "./regions";

/** AWS's quotas that a declared peak can reach; each counts in one account and one Region. */
export interface ServiceQuota extends Sourced {
  /** As AWS calls it. */
  readonly name: string;
  /** What `aws service-quotas` calls the service. */
  readonly service: "ecs" | "elasticloadbalancing" | "fargate" | "wafv2";
  /** Absent where AWS's pages do not tell it. */
  readonly code?: string;
  /** What an account has that asked for no more; a new one may start lower. */
  readonly standard: number;
}

const page = (source: string): Sourced => ({ source, asOf: "2026-11-25" });
const containers = page("general/latest/gr/ecs-service");
const applicationLoadBalancers = page("elasticloadbalancing/latest/application/load-balancer-limits");
const networkLoadBalancers = page("elasticloadbalancing/latest/network/load-balancer-limits");

/** AWS raises them on request. */
export const adjustableQuotas = {
  fargateVcpus: { name: "Fargate On-Demand vCPU resource count", service: "fargate", code: "L-3032A538", standard: 6, ...containers },
  applicationLoadBalancers: {
    name: "Application Load Balancers per Region",
    service: "elasticloadbalancing",
    code: "L-53DA6B97",
    standard: 50,
    ...applicationLoadBalancers,
  },
  networkLoadBalancers: {
    name: "Network Load Balancers per Region",
    service: "elasticloadbalancing",
    code: "L-69A177A2",
    standard: 50,
    ...networkLoadBalancers,
  },
  /** Units (LCU) that may be kept ready: none before it is raised. */
  reservedCapacityUnits: {
    name: "Reserved Application Load Balancer capacity units",
    service: "elasticloadbalancing",
    code: "L-8A66D0E6",
    standard: 0,
    ...page("elasticloadbalancing/latest/application, capacity-unit-reservation and load-balancer-limits"),
  },
  targetsPerApplicationLoadBalancer: {
    name: "Targets per Application Load Balancer",
    service: "elasticloadbalancing",
    code: "L-7E6692B2",
    standard: 1000,
    ...applicationLoadBalancers,
  },
  targetsPerTargetGroup: {
    name: "Targets per Target Group per Region",
    service: "elasticloadbalancing",
    code: "L-A0D0B863",
    standard: 1000,
    ...applicationLoadBalancers,
  },
  requestsPerWebAcl: {
    name: "Maximum number of requests per second per web ACL",
    service: "wafv2",
    standard: 100_000,
    ...page("waf/latest/developerguide/limits"),
  },
} as const satisfies Readonly<Record<string, ServiceQuota>>;

export type AdjustableQuota = keyof typeof adjustableQuotas;

/** AWS raises it for nobody. */
export const tasksPerService = { name: "Tasks per service", service: "ecs", standard: 5000, ...containers } as const satisfies ServiceQuota;
