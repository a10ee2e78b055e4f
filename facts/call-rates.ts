import { dsqlQuotas } from "./dsql";
import { dsqlRegions } from "./ledger-regions";
import type { PaymentRate, RateUsage } from "./payment-rate";
import { regions, type Sourced } from "./regions";

const page = (source: string): Sourced => ({ source, asOf: "2026-11-30" });

const each = (value: number, names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name): readonly [string, number] => [name, value]));

const regionsWhere = (holds: (fact: (typeof regions)[number]) => boolean): readonly string[] =>
  regions.filter(holds).map(({ region }) => region);

const calls = (service: string, resource: string): RateUsage => ({
  kind: "metric",
  namespace: "AWS/Usage",
  metric: "CallCount",
  dimensions: { Service: service, Type: "API", Resource: resource, Class: "None" },
});

const none: RateUsage = { kind: "none" };

const sharedCalls = { unit: "requests", per: "second", within: "accountAndRegion" } as const;

/** Regions where AWS launches four times as fast as in the others. */
const fastLaunches: readonly string[] = [
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "us-east-1",
  "us-east-2",
  "us-west-2",
];
/** The page of Fargate's Regions names neither, and ECS has an endpoint in both. */
const fargateNotRead = ["ap-east-2", "ap-southeast-6"] as const;
const launches = { service: "fargate", within: "accountAndRegion", raised: "byServiceQuotas" } as const;
const launchedTasks = { unit: "tasks", notReadIn: fargateNotRead, usage: none } as const;
const launchPages = page("general/latest/gr/ecs-service; AmazonECS/latest/developerguide: throttling, AWS_Fargate-Regions");

const ledger = {
  service: "dsql",
  unit: "connections",
  within: "cluster",
  notOfferedIn: regionsWhere(({ region }) => !dsqlRegions.includes(region)),
} as const;
const ledgerPages = page("aurora-dsql/latest/userguide: CHAP_quotas, cloudwatch-monitoring");

/** Rates of what a payment's tasks call, connect to and write, and of their own launches. */
export const callRates = {
  /** One for all keys and callers. Its two pages disagree on eu-south-2: 20,000 in one, and 10,000 in the other, which stands. */
  kmsCalls: {
    name: "Cryptographic operations (symmetric) request rate",
    service: "kms",
    code: "L-6E3AF000",
    ...sharedCalls,
    standard: 10_000,
    raised: "byServiceQuotas",
    standardIn: {
      ...each(20_000, ["ap-northeast-1", "ap-southeast-1", "ap-southeast-2", "eu-central-1", "eu-west-2", "us-east-2"]),
      ...each(100_000, ["eu-west-1", "us-east-1", "us-west-2"]),
    },
    usage: calls("KMS", "CryptographicOperationsSymmetric"),
    counts:
      "Decrypt, Encrypt, GenerateDataKey, GenerateDataKeyWithoutPlaintext, GenerateMac, GenerateRandom, ReEncrypt and VerifyMac, of all callers, and of services that call for the account (S3, Secrets Manager, CloudWatch Logs)",
    ...page("kms/latest/developerguide/requests-per-second; general/latest/gr/kms; the metric's name from public code that reads it"),
  },
  pinCalls: {
    name: "Combined rate of data plane requests (symmetric)",
    service: "payment-cryptography",
    code: "L-B90266F0",
    ...sharedCalls,
    standard: 500,
    raised: "byServiceQuotas",
    notOfferedIn: regionsWhere(({ paymentCryptography }) => paymentCryptography === "notAvailable"),
    usage: none,
    counts: "Every data plane call with a symmetric key: PIN translations and verifications, cryptograms, MACs, card data",
    ...page(
      "payment-cryptography/latest/userguide/quotas; AmazonCloudWatch/latest/monitoring/AWS-API-Usage-Metrics, which does not list it",
    ),
  },
  secretReads: {
    name: "Rate of GetSecretValue API requests",
    service: "secretsmanager",
    ...sharedCalls,
    standard: 10_000,
    raised: "never",
    usage: { kind: "serviceListed", service: "Secrets Manager", resource: "GetSecretValue" },
    counts: "GetSecretValue of all callers; each also decrypts once with KMS",
    ...page("secretsmanager/latest/userguide/reference_limits; AmazonCloudWatch/latest/monitoring/AWS-API-Usage-Metrics"),
  },
  ledgerConnections: {
    name: "Maximum connections per cluster",
    ...ledger,
    per: "moment",
    standard: dsqlQuotas.connections,
    raised: "bySupport",
    usage: {
      kind: "metric",
      namespace: "AWS/Usage",
      metric: "ResourceCount",
      dimensions: { Service: "AuroraDSQL", Type: "Resource", Resource: "ClusterConnectionCount", ResourceId: "cluster/[cluster]" },
    },
    counts: "Open connections of all tasks at one member's endpoint",
    ...ledgerPages,
  },
  newLedgerConnections: {
    name: "Maximum connection rate per cluster",
    ...ledger,
    per: "second",
    standard: dsqlQuotas.newConnectionsPerSecond,
    raised: "never",
    usage: {
      kind: "metric",
      namespace: "AWS/Usage",
      metric: "CallCount",
      dimensions: { Service: "AuroraDSQL", Type: "API", Resource: "DbConnect", ResourceId: "cluster/[cluster]" },
    },
    counts: "New connections once a burst of 1000 is spent: pools that start, and that replace what AWS ends after an hour",
    ...ledgerPages,
  },
  logWrites: {
    name: "PutLogEvents throttle limit in transactions per second",
    service: "logs",
    code: "L-7E1FAE88",
    ...sharedCalls,
    standard: 5000,
    raised: "byServiceQuotas",
    usage: calls("Logs", "PutLogEvents"),
    counts: "Batches of at most 1 MB from every task's log driver",
    ...page("AmazonCloudWatch/latest/logs: cloudwatch_limits_cwl, CloudWatch-Logs-Monitoring-CloudWatch-Metrics"),
  },
  metricWrites: {
    name: "Rate of PutMetricData requests",
    service: "monitoring",
    code: "L-8BC498D4",
    ...sharedCalls,
    standard: 500,
    raised: "byServiceQuotas",
    usage: calls("CloudWatch", "PutMetricData"),
    counts: "PutMetricData of every task",
    ...page("AmazonCloudWatch/latest/monitoring: cloudwatch_limits, CloudWatch-Usage-Metrics"),
  },
  taskLaunches: {
    name: "Fargate On-Demand Sustained Launch Rate",
    code: "L-551A4E9D",
    ...launches,
    ...launchedTasks,
    per: "second",
    standard: 5,
    standardIn: each(20, fastLaunches),
    counts: "Tasks of all services that start: a deployment, and what replaces a lost zone",
    ...launchPages,
  },
  taskLaunchBurst: {
    name: "Fargate On-Demand Burst Launch Rate",
    code: "L-6BAD92DD",
    ...launches,
    ...launchedTasks,
    per: "moment",
    standard: 25,
    standardIn: each(100, fastLaunches),
    counts: "The same, at once after a pause",
    ...launchPages,
  },
  serviceLaunches: {
    name: "Rate of tasks launched by a service on AWS Fargate",
    service: "ecs",
    ...launchedTasks,
    per: "minute",
    within: "service",
    standard: 125,
    raised: "never",
    standardIn: each(500, fastLaunches),
    counts: "Tasks of one service that its scheduler starts",
    ...launchPages,
  },
} as const satisfies Readonly<Record<string, PaymentRate>>;
