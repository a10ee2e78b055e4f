import type { DataClass } from "./market-rules";
import type { Sourced } from "./regions";

/** What one type of resource has to do with data. */
export interface DataHolder extends Sourced {
  readonly type: string;
  readonly does: "rests" | "passes";
  /** `asUsed`: a store for anything; whatever uses it decides, and nothing that can be read makes it payment data. */
  readonly data: readonly DataClass[] | "asUsed";
  readonly what: string;
  /** The provider's Region, or the one that steers a global service. */
  readonly place: "provider" | "us-east-1" | "us-west-2";
}

const judged: Sourced = {
  source: "twinsite's own judgement of each type of the Terraform provider hashicorp/aws 5.100.0; not what AWS promises",
  asOf: "2026-11-25",
};

const global: Sourced = { source: "AWS Fault Isolation Boundaries whitepaper, global services and appendix A", asOf: "2026-11-25" };

type Row = readonly [what: string, ...types: readonly string[]];

const holders = (common: Omit<DataHolder, "type" | "what">, rows: readonly Row[]): readonly DataHolder[] =>
  rows.flatMap(([what, ...types]) => types.map((type) => ({ type, what, ...common })));

export const dataHolders: readonly DataHolder[] = [
  ...holders({ does: "rests", data: ["paymentData", "ledgerLog"], place: "provider", ...judged }, [
    ["ledger: payments and their log", "aws_dsql_cluster", "aws_rds_cluster", "aws_db_instance"],
  ]),
  ...holders({ does: "rests", data: ["paymentData"], place: "provider", ...judged }, [
    ["ledger's instance", "aws_rds_cluster_instance"],
    [
      "copy of a database",
      "aws_db_snapshot",
      "aws_db_cluster_snapshot",
      "aws_db_snapshot_copy",
      "aws_rds_cluster_snapshot_copy",
      "aws_db_instance_automated_backups_replication",
      "aws_ebs_snapshot",
      "aws_ebs_snapshot_copy",
    ],
    ["backups", "aws_backup_vault", "aws_backup_logically_air_gapped_vault", "aws_backup_restore_testing_plan"],
    ["table", "aws_dynamodb_table", "aws_dynamodb_table_replica"],
    ["messages that wait", "aws_sqs_queue", "aws_kinesis_stream", "aws_kinesis_firehose_delivery_stream"],
    ["cache", "aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_elasticache_serverless_cache"],
    ["disk", "aws_ebs_volume", "aws_instance", "aws_efs_file_system"],
  ]),
  ...holders({ does: "rests", data: "asUsed", place: "provider", ...judged }, [
    ["files", "aws_s3_bucket"],
    ["key", "aws_kms_key", "aws_kms_external_key"],
    ["copy of a key", "aws_kms_replica_key", "aws_kms_replica_external_key"],
    ["log", "aws_cloudwatch_log_group"],
  ]),
  ...holders({ does: "passes", data: ["paymentData"], place: "provider", ...judged }, [
    ["network", "aws_vpc", "aws_ec2_transit_gateway", "aws_networkfirewall_firewall", "aws_internet_gateway", "aws_nat_gateway"],
    ["load balancer", "aws_lb", "aws_alb"],
    ["web filter", "aws_wafv2_web_acl"],
    ["payment service", "aws_ecs_service"],
    ["door to a service", "aws_vpc_endpoint"],
    [
      "network's way to another",
      "aws_ec2_transit_gateway_peering_attachment",
      "aws_ec2_transit_gateway_peering_attachment_accepter",
      "aws_vpc_peering_connection",
      "aws_vpc_peering_connection_accepter",
    ],
  ]),
  ...holders({ does: "rests", data: ["operations"], place: "provider", ...judged }, [
    ["audit trail", "aws_cloudtrail"],
    ["metrics and alarms", "aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"],
    [
      "findings and records of settings",
      "aws_config_configuration_recorder",
      "aws_config_conformance_pack",
      "aws_config_delivery_channel",
      "aws_guardduty_detector",
      "aws_securityhub_account",
      "aws_inspector2_enabler",
      "aws_accessanalyzer_analyzer",
    ],
    ["secret", "aws_secretsmanager_secret", "aws_ssm_parameter"],
    ["key of a line", "aws_dx_macsec_key_association"],
    ["container images", "aws_ecr_repository"],
    ["certificate", "aws_acm_certificate", "aws_lb_trust_store"],
    ["messages to on-call", "aws_sns_topic"],
    ["which key encrypts new disks", "aws_ebs_default_kms_key"],
    ["names that are asked for", "aws_route53_resolver_endpoint"],
    ["port of a line", "aws_dx_connection"],
  ]),
  ...holders({ does: "rests", data: ["operations"], place: "us-east-1", ...global }, [
    ["names, as Route 53 is told them", "aws_route53_zone", "aws_route53_record", "aws_route53_health_check"],
    ["key that signs a zone", "aws_route53_key_signing_key"],
    [
      "who may do what",
      "aws_iam_role",
      "aws_iam_policy",
      "aws_iam_role_policy",
      "aws_iam_role_policy_attachment",
      "aws_iam_service_linked_role",
      "aws_iam_account_password_policy",
    ],
  ]),
  ...holders({ does: "rests", data: ["operations"], place: "us-west-2", ...global }, [
    [
      "routing controls, as they are set up",
      "aws_route53recoverycontrolconfig_cluster",
      "aws_route53recoverycontrolconfig_control_panel",
      "aws_route53recoverycontrolconfig_routing_control",
      "aws_route53recoverycontrolconfig_safety_rule",
    ],
  ]),
];

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

/** A log that a service writes under a name that it makes itself: no attribute leads there. */
export interface NamedLog extends Sourced {
  /** How the name of its group begins. */
  readonly name: string;
  readonly data: DataClass;
  readonly what: string;
}

export const namedLogs: readonly NamedLog[] = [
  { name: "/aws/ecs/containerinsights/", data: "operations", what: "measurements of tasks", ...judged },
  { name: "/aws/rds/", data: "paymentData", what: "statements that a database writes down", ...judged },
];

/** Types that hold no data of their own, and carry none: settings, rules and what ties others together. */
export const typesWithoutData: Sourced & { readonly types: readonly string[] } = {
  types: [
    "aws_acm_certificate_validation",
    "aws_backup_plan",
    "aws_backup_restore_testing_selection",
    "aws_backup_selection",
    "aws_backup_vault_lock_configuration",
    "aws_backup_vault_policy",
    "aws_cloudwatch_event_rule",
    "aws_cloudwatch_event_target",
    "aws_cloudwatch_log_metric_filter",
    "aws_cloudwatch_log_resource_policy",
    "aws_config_configuration_recorder_status",
    "aws_db_parameter_group",
    "aws_db_subnet_group",
    "aws_default_network_acl",
    "aws_default_route_table",
    "aws_default_security_group",
    "aws_dsql_cluster_peering",
    "aws_dsql_cluster_policy",
    "aws_dx_gateway",
    "aws_dx_gateway_association",
    "aws_dx_transit_virtual_interface",
    "aws_ebs_encryption_by_default",
    "aws_ec2_subnet_cidr_reservation",
    "aws_ec2_transit_gateway_route",
    "aws_ec2_transit_gateway_route_table",
    "aws_ec2_transit_gateway_route_table_association",
    "aws_ec2_transit_gateway_route_table_propagation",
    "aws_ec2_transit_gateway_vpc_attachment",
    "aws_ecr_lifecycle_policy",
    "aws_ecr_registry_scanning_configuration",
    "aws_ecr_replication_configuration",
    "aws_ecr_repository_policy",
    "aws_ecs_cluster",
    "aws_ecs_cluster_capacity_providers",
    "aws_ecs_task_definition",
    "aws_efs_replication_configuration",
    "aws_eip",
    "aws_flow_log",
    "aws_guardduty_detector_feature",
    "aws_kms_alias",
    "aws_kms_key_policy",
    "aws_lb_listener",
    "aws_lb_listener_rule",
    "aws_lb_target_group",
    "aws_lb_target_group_attachment",
    "aws_network_acl",
    "aws_network_acl_rule",
    "aws_networkfirewall_firewall_policy",
    "aws_networkfirewall_logging_configuration",
    "aws_networkfirewall_rule_group",
    "aws_rds_cluster_parameter_group",
    // Its members hold the data, each where it is.
    "aws_rds_global_cluster",
    "aws_route",
    "aws_route53_hosted_zone_dnssec",
    "aws_route53_query_log",
    "aws_route53_resolver_firewall_config",
    "aws_route53_resolver_firewall_domain_list",
    "aws_route53_resolver_firewall_rule",
    "aws_route53_resolver_firewall_rule_group",
    "aws_route53_resolver_firewall_rule_group_association",
    "aws_route53_resolver_query_log_config",
    "aws_route53_resolver_query_log_config_association",
    "aws_route_table",
    "aws_route_table_association",
    "aws_s3_account_public_access_block",
    "aws_s3_bucket_lifecycle_configuration",
    "aws_s3_bucket_logging",
    "aws_s3_bucket_object_lock_configuration",
    "aws_s3_bucket_ownership_controls",
    "aws_s3_bucket_policy",
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_replication_configuration",
    "aws_s3_bucket_server_side_encryption_configuration",
    "aws_s3_bucket_versioning",
    "aws_secretsmanager_secret_policy",
    "aws_security_group",
    "aws_securityhub_standards_subscription",
    // What it sends on is read by its endpoint.
    "aws_sns_topic_subscription",
    "aws_sns_topic_policy",
    "aws_subnet",
    "aws_vpc_security_group_egress_rule",
    "aws_vpc_security_group_ingress_rule",
    "aws_wafv2_web_acl_association",
    "aws_wafv2_web_acl_logging_configuration",
  ],
  ...judged,
};
