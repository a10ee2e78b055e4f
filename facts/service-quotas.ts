import { dnsQuotas } from "./dns-failover";
import { dsqlQuotas } from "./dsql";
import type { Sourced } from "./regions";

/** AWS's quotas that a declared peak can reach; each counts in one account and one Region. */
export interface ServiceQuota extends Sourced {
  /** Name of the quota as AWS calls it. */
  readonly name: string;
  /** What `aws service-quotas` calls the service. */
  readonly service: "dsql" | "ecs" | "elasticloadbalancing" | "fargate" | "rds" | "route53" | "vpc" | "wafv2";
  /** Code of the quota, absent where AWS's pages do not tell it. */
  readonly code?: string;
  /** What an account has that asked for no more; a new one may start lower. */
  readonly standard: number;
  /** Default in Regions where it is another. */
  readonly standardIn?: Readonly<Record<string, number>>;
  /** Region where it is asked for; absent where that is each site's Region. */
  readonly askedIn?: "us-east-1";
}

const page = (source: string): Sourced => ({ source, asOf: "2026-11-25" });
const containers = page("general/latest/gr/ecs-service");
const applicationLoadBalancers = page("elasticloadbalancing/latest/application/load-balancer-limits");
const databases: Sourced = { source: "AmazonRDS/latest/AuroraUserGuide/CHAP_Limits", asOf: "2026-11-27" };
const networkLoadBalancers = page("elasticloadbalancing/latest/network/load-balancer-limits");

/** Quotas that AWS raises on request. */
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
  trustStores: {
    name: "Trust stores per account",
    service: "elasticloadbalancing",
    code: "L-A8F7060B",
    standard: 20,
    ...applicationLoadBalancers,
  },
  /** Endpoints of Gateway Load Balancers count as well, and a firewall has one of them in each zone. */
  interfaceEndpoints: {
    name: "Interface VPC endpoints per VPC",
    service: "vpc",
    code: "L-29B6F2EB",
    standard: 50,
    ...page("vpc/latest/privatelink/vpc-limits-endpoints"),
  },
  networkInterfaces: {
    name: "Network interfaces per Region",
    service: "vpc",
    code: "L-DF5E4CA3",
    standard: 5000,
    ...page("vpc/latest/userguide/amazon-vpc-limits"),
  },
  /** Aurora's clusters only; how many global ones there may be AWS tells nowhere. */
  databaseClusters: { name: "DB clusters", service: "rds", code: "L-952B80B8", standard: 40, ...databases },
  /** Instances of RDS, Aurora, Neptune and DocumentDB together. */
  databaseInstances: {
    name: "DB instances",
    service: "rds",
    code: "L-7B6409FD",
    standard: 40,
    standardIn: { "ap-south-1": 20 },
    ...databases,
  },
  databaseParameterGroups: { name: "DB cluster parameter groups", service: "rds", code: "L-E4C808A8", standard: 50, ...databases },
  databaseSubnetGroups: {
    name: "DB subnet groups",
    service: "rds",
    code: "L-48C6BF61",
    standard: 50,
    standardIn: { "ap-south-1": 20 },
    ...databases,
  },
  /** Health checks of the whole account: Route 53 knows no Regions. */
  healthChecks: {
    name: "Health checks",
    service: "route53",
    standard: dnsQuotas.healthChecks,
    askedIn: "us-east-1",
    source: dnsQuotas.source,
    asOf: dnsQuotas.asOf,
  },
  requestsPerWebAcl: {
    name: "Maximum number of requests per second per web ACL",
    service: "wafv2",
    standard: 100_000,
    ...page("waf/latest/developerguide/limits"),
  },
} as const satisfies Readonly<Record<string, ServiceQuota>>;

/** What an account has in a Region that asked for no more. */
export function standardIn({ standard, standardIn: elsewhere }: ServiceQuota, region: string): number {
  return elsewhere?.[region] ?? standard;
}

export type AdjustableQuota = keyof typeof adjustableQuotas;

/** A quota that AWS raises for nobody. */
export const tasksPerService = { name: "Tasks per service", service: "ecs", standard: 5000, ...containers } as const satisfies ServiceQuota;

/** Clusters of Aurora DSQL, each in one account and Region. AWS raises it on request. */
export const multiRegionClusters = {
  name: "Maximum multi-Region clusters",
  service: "dsql",
  standard: dsqlQuotas.multiRegionClusters,
  source: dsqlQuotas.source,
  asOf: dsqlQuotas.asOf,
} as const satisfies ServiceQuota;
