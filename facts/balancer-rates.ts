import { applicationCapacityUnit } from "./load-balancer-capacity";
import type { PaymentRate, RateUsage } from "./payment-rate";
import { regions, type Sourced } from "./regions";
import { adjustableQuotas } from "./service-quotas";

const page = (source: string): Sourced => ({ source, asOf: "2026-11-30" });

const balancerPages = page(
  "elasticloadbalancing/latest/application: load-balancer-limits, capacity-unit-reservation, load-balancer-cloudwatch-metrics",
);

/** Since nothing publishes what is reserved in a Region, what one load balancer needs stands in: a minute's sum. */
const unitsNeeded: RateUsage = {
  kind: "metric",
  namespace: "AWS/ApplicationELB",
  metric: "PeakLCUs",
  dimensions: { LoadBalancer: "[balancer]" },
};

/** Where Network Load Balancers can keep units ready, 2,750 in each zone at the least. */
const fixedUnitsIn: readonly string[] = [
  "ap-east-1",
  "ap-northeast-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "us-east-1",
  "us-east-2",
  "us-west-2",
];

/** Rates of a payment's load balancers and of the web filter that stands before them. */
export const balancerRates = {
  balancerUnits: {
    name: adjustableQuotas.reservedCapacityUnits.name,
    service: adjustableQuotas.reservedCapacityUnits.service,
    code: adjustableQuotas.reservedCapacityUnits.code,
    unit: "capacityUnits",
    per: "moment",
    within: "accountAndRegion",
    raised: "byServiceQuotas",
    standard: adjustableQuotas.reservedCapacityUnits.standard,
    usage: unitsNeeded,
    counts: `Units kept ready by all Application Load Balancers, ${applicationCapacityUnit.newConnectionsPerSecond} new connections a second each`,
    ...balancerPages,
  },
  unitsOfABalancer: {
    name: "Reserved Application Load Balancer Capacity Units (LCUs) per Application Load Balancer",
    service: "elasticloadbalancing",
    unit: "capacityUnits",
    per: "moment",
    within: "balancer",
    standard: 15_000,
    raised: "byServiceQuotas",
    usage: unitsNeeded,
    counts: "Units kept ready by one of them, spread evenly over its zones",
    ...balancerPages,
  },
  fixedBalancerUnits: {
    name: "Reserved Network Load Balancer Capacity Units (LCU) per Region",
    service: "elasticloadbalancing",
    code: "L-723DCCB6",
    unit: "capacityUnits",
    per: "moment",
    within: "accountAndRegion",
    standard: 0,
    raised: "byServiceQuotas",
    notOfferedIn: regions.map(({ region }) => region).filter((region) => !fixedUnitsIn.includes(region)),
    usage: {
      kind: "metric",
      namespace: "AWS/NetworkELB",
      metric: "ProcessedBytes",
      dimensions: { LoadBalancer: "[balancer]", AvailabilityZone: "[zone]" },
    },
    counts: "Units kept ready by all Network Load Balancers, 2.2 Mbit/s each",
    ...page("elasticloadbalancing/latest/network: load-balancer-limits, capacity-unit-reservation"),
  },
  webFilterRequests: {
    name: adjustableQuotas.requestsPerWebAcl.name,
    service: adjustableQuotas.requestsPerWebAcl.service,
    unit: "requests",
    per: "second",
    within: "webFilter",
    raised: "byServiceQuotas",
    standard: adjustableQuotas.requestsPerWebAcl.standard,
    usage: { kind: "none" },
    counts: "Requests that reach a load balancer which the filter stands before, health checks included",
    ...page("waf/latest/developerguide/limits"),
  },
} as const satisfies Readonly<Record<string, PaymentRate>>;
