import type { DataClass } from "./market-rules";
import type { Sourced } from "./regions";

const judged: Sourced = {
  source: "twinsite's own judgement of each attribute of the Terraform provider hashicorp/aws 5.100.0; not what AWS promises",
  asOf: "2026-11-25",
};

/** An attribute by which a resource sends data on; blocks within are joined by points. */
export interface DataSender extends Sourced {
  /** Type and attribute. */
  readonly id: string;
  readonly type: string;
  readonly attribute: string;
  readonly does: "rests" | "passes";
  readonly data: DataClass;
  readonly what: string;
}

type Attributes = readonly (readonly [type: string, attribute: string])[];

const sends = (data: DataClass, what: string, ...attributes: Attributes): readonly DataSender[] =>
  attributes.map(([type, attribute]) => ({ id: `${type} ${attribute}`, type, attribute, does: "rests", data, what, ...judged }));

const joins = (what: string, ...attributes: Attributes): readonly DataSender[] =>
  sends("paymentData", what, ...attributes).map((sender) => ({ ...sender, does: "passes" }));

export const dataSenders: readonly DataSender[] = [
  ...sends("operations", "audit trail", ["aws_cloudtrail", "s3_bucket_name"], ["aws_cloudtrail", "cloud_watch_logs_group_arn"]),
  ...sends("operations", "records of settings", ["aws_config_delivery_channel", "s3_bucket_name"]),
  ...sends(
    "operations",
    "addresses and ports of the network",
    ["aws_flow_log", "log_destination"],
    ["aws_lb", "connection_logs.bucket"],
    ["aws_networkfirewall_logging_configuration", "logging_configuration.log_destination_config.log_destination.logGroup"],
    ["aws_networkfirewall_logging_configuration", "logging_configuration.log_destination_config.log_destination.bucketName"],
  ),
  ...sends(
    "operations",
    "names that are asked for",
    ["aws_route53_query_log", "cloudwatch_log_group_arn"],
    ["aws_route53_resolver_query_log_config", "destination_arn"],
  ),
  ...sends("operations", "who looks at files", ["aws_s3_bucket_logging", "target_bucket"]),
  // Paths, headers and client certificates: what a client puts there no template can tell.
  ...sends(
    "paymentData",
    "requests as clients make them",
    ["aws_lb", "access_logs.bucket"],
    ["aws_wafv2_web_acl_logging_configuration", "log_destination_configs"],
  ),
  ...sends("operations", "where authorities' certificates come from", ["aws_lb_trust_store", "ca_certificates_bundle_s3_bucket"]),
  ...sends("operations", "where a copy of a secret is", ["aws_secretsmanager_secret", "replica.region"]),
  ...sends("operations", "where an event is handed on", ["aws_cloudwatch_event_target", "arn"]),
  ...sends("operations", "where the key of a line is", ["aws_dx_macsec_key_association", "secret_arn"]),
  ...sends("operations", "where copies of images are", [
    "aws_ecr_replication_configuration",
    "replication_configuration.rule.destination.region",
  ]),
  ...sends(
    "ledgerLog",
    "witness: the ledger's log",
    ["aws_dsql_cluster", "multi_region_properties.witness_region"],
    ["aws_dsql_cluster_peering", "witness_region"],
  ),
  ...sends(
    "paymentData",
    "another member of the ledger",
    ["aws_dsql_cluster", "multi_region_properties.clusters"],
    ["aws_dsql_cluster_peering", "clusters"],
  ),
  ...sends(
    "paymentData",
    "copies of backups",
    ["aws_backup_plan", "rule.copy_action.destination_vault_arn"],
    ["aws_db_snapshot_copy", "destination_region"],
    ["aws_rds_cluster_snapshot_copy", "destination_region"],
  ),
  ...sends("paymentData", "copies of files", ["aws_s3_bucket_replication_configuration", "rule.destination.bucket"]),
  ...sends("paymentData", "copy of a table", ["aws_dynamodb_table", "replica.region_name"]),
  ...sends("paymentData", "copy of a disk", ["aws_efs_replication_configuration", "destination.region"]),
  ...joins(
    "network at the other end",
    ["aws_ec2_transit_gateway_peering_attachment", "peer_region"],
    ["aws_vpc_peering_connection", "peer_region"],
    ["aws_vpc_endpoint", "service_region"],
  ),
];
