import type { Sourced } from "./regions";

/** What AWS keeps metrics of, as far as something of ours is watched by them. A new one asks for its row below. */
type MetricSubject =
  | "applicationBalancer"
  | "applicationTargets"
  | "auroraCluster"
  | "backupVault"
  | "bucketReplication"
  | "certificate"
  | "connection"
  | "dsqlCluster"
  | "dsqlConnectionQuota"
  | "dsqlConnects"
  | "ecsService"
  | "ecsServiceInsights"
  | "eventRules"
  | "healthCheck"
  | "firewall"
  | "hostedZone"
  | "kmsCalls"
  | "ledgerVault"
  | "logGroup"
  | "logWrites"
  | "metricWrites"
  | "networkTargets"
  | "resolverEndpoint"
  | "topic"
  | "transitAttachment"
  | "virtualInterface"
  | "webFilter";

/** A dimension by which subjects of a kind are told apart, or one that has the same value for all that is meant. */
export type MetricDimension = string | { readonly name: string; readonly always: string };

interface SubjectMetrics extends Sourced {
  readonly namespace: string;
  readonly dimensions: readonly MetricDimension[];
  /** Dimension whose values are many subjects, all of them meant. */
  readonly each?: string;
}

const loadBalancers = (kind: "application" | "network", asOf: string): Sourced => ({
  source: `elasticloadbalancing/latest/${kind}/load-balancer-cloudwatch-metrics`,
  asOf,
});
const containers: Sourced = { source: "AmazonECS/latest/developerguide/available-metrics", asOf: "2026-11-25" };
const directConnect: Sourced = { source: "directconnect/latest/UserGuide/monitoring-cloudwatch", asOf: "2026-11-23" };
const vaults: Sourced = { source: "aws-backup/latest/devguide/cloudwatch", asOf: "2026-11-27" };
const dsql: Sourced = { source: "aurora-dsql/latest/userguide/cloudwatch-monitoring, its table of AWS/Usage", asOf: "2026-12-01" };
/** The page names `ClusterId` for streams, `ResourceId` for processing units, and nothing for what is watched here. */
const dsqlCluster: Sourced = {
  source: "aurora-dsql/latest/userguide/cloudwatch-monitoring, which names no dimension here; ClusterId by those who read it so",
  asOf: "2026-12-01",
};
const calls = (service: string, resource: string) => ({
  namespace: "AWS/Usage",
  dimensions: [
    { name: "Service", always: service },
    { name: "Type", always: "API" },
    { name: "Resource", always: resource },
    { name: "Class", always: "None" },
  ],
});

/** Namespace and dimensions under which CloudWatch keeps the metrics of each subject. */
export const metricSubjects = {
  applicationBalancer: {
    namespace: "AWS/ApplicationELB",
    dimensions: ["LoadBalancer"],
    ...loadBalancers("application", "2026-11-25"),
  },
  applicationTargets: {
    namespace: "AWS/ApplicationELB",
    dimensions: ["LoadBalancer", "TargetGroup"],
    ...loadBalancers("application", "2026-11-25"),
  },
  auroraCluster: {
    namespace: "AWS/RDS",
    dimensions: ["DBClusterIdentifier"],
    source: "AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics and dimensions",
    asOf: "2026-11-27",
  },
  backupVault: { namespace: "AWS/Backup", dimensions: ["BackupVaultName"], ...vaults },
  bucketReplication: {
    namespace: "AWS/S3",
    dimensions: ["SourceBucket", "DestinationBucket", "RuleId"],
    source: "AmazonS3/latest/userguide/repl-metrics",
    asOf: "2026-11-23",
  },
  certificate: {
    namespace: "AWS/CertificateManager",
    dimensions: ["CertificateArn"],
    source: "acm/latest/userguide/cloudwatch-metrics",
    asOf: "2026-11-25",
  },
  connection: { namespace: "AWS/DX", dimensions: ["ConnectionId"], ...directConnect },
  dsqlCluster: { namespace: "AWS/AuroraDSQL", dimensions: ["ClusterId"], ...dsqlCluster },
  dsqlConnectionQuota: {
    namespace: "AWS/Usage",
    dimensions: [{ name: "Service", always: "AuroraDSQL" }, { name: "Resource", always: "ClusterConnectionCount" }, "ResourceId"],
    ...dsql,
  },
  dsqlConnects: {
    namespace: "AWS/Usage",
    dimensions: [{ name: "Service", always: "AuroraDSQL" }, { name: "Resource", always: "DbConnect" }, "ResourceId"],
    ...dsql,
  },
  ecsService: { namespace: "AWS/ECS", dimensions: ["ClusterName", "ServiceName"], ...containers },
  ecsServiceInsights: { namespace: "ECS/ContainerInsights", dimensions: ["ClusterName", "ServiceName"], ...containers },
  eventRules: {
    namespace: "AWS/Events",
    dimensions: [],
    each: "RuleName",
    source: "eventbridge/latest/userguide/eb-monitoring",
    asOf: "2026-11-23",
  },
  firewall: {
    namespace: "AWS/NetworkFirewall",
    dimensions: ["FirewallName", { name: "Engine", always: "Stateful" }],
    source: "network-firewall/latest/developerguide/monitoring-cloudwatch",
    asOf: "2026-11-30",
  },
  healthCheck: {
    namespace: "AWS/Route53",
    dimensions: ["HealthCheckId"],
    source: "Route53/latest/DeveloperGuide/monitoring-health-checks",
    asOf: "2026-11-25",
  },
  hostedZone: {
    namespace: "AWS/Route53",
    dimensions: ["HostedZoneId"],
    source: "Route53/latest/DeveloperGuide/monitoring-hosted-zones-with-cloudwatch",
    asOf: "2026-11-25",
  },
  kmsCalls: {
    ...calls("KMS", "CryptographicOperationsSymmetric"),
    source:
      "aws.amazon.com/blogs/security/manage-your-aws-kms-api-request-rates-using-service-quotas-and-amazon-cloudwatch, and public code",
    asOf: "2026-12-01",
  },
  ledgerVault: { namespace: "AWS/Backup", dimensions: ["BackupVaultName", { name: "ResourceType", always: "Aurora" }], ...vaults },
  logGroup: {
    namespace: "AWS/Logs",
    dimensions: ["LogGroupName"],
    source:
      "AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics, as quoted in the metrics that aws-cdk-lib knows of it",
    asOf: "2026-11-30",
  },
  logWrites: {
    ...calls("Logs", "PutLogEvents"),
    source: "AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics, usage metrics",
    asOf: "2026-11-30",
  },
  metricWrites: {
    ...calls("CloudWatch", "PutMetricData"),
    source: "AmazonCloudWatch/latest/monitoring/CloudWatch-Usage-Metrics",
    asOf: "2026-12-01",
  },
  networkTargets: {
    namespace: "AWS/NetworkELB",
    dimensions: ["LoadBalancer", "TargetGroup"],
    ...loadBalancers("network", "2026-11-30"),
  },
  resolverEndpoint: {
    namespace: "AWS/Route53Resolver",
    dimensions: ["EndpointId"],
    source: "Route53/latest/DeveloperGuide/monitoring-resolver-with-cloudwatch",
    asOf: "2026-12-01",
  },
  topic: {
    namespace: "AWS/SNS",
    dimensions: ["TopicName"],
    source: "sns/latest/dg/sns-monitoring-using-cloudwatch, its Topic Metrics",
    asOf: "2026-11-30",
  },
  transitAttachment: {
    namespace: "AWS/TransitGateway",
    dimensions: ["TransitGateway", "TransitGatewayAttachment"],
    source: "vpc/latest/tgw/transit-gateway-cloudwatch-metrics",
    asOf: "2026-11-30",
  },
  virtualInterface: { namespace: "AWS/DX", dimensions: ["VirtualInterfaceId"], ...directConnect },
  webFilter: {
    namespace: "AWS/WAFV2",
    dimensions: ["WebACL", "Region", { name: "Rule", always: "ALL" }],
    source: "waf/latest/developerguide/waf-metrics; the rule ALL stands for the whole web ACL",
    asOf: "2026-11-30",
  },
} as const satisfies Readonly<Record<MetricSubject, SubjectMetrics>>;
