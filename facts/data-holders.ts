import type { DataClass } from "./market-rules";
import type { Sourced } from "./regions";

const judged: Sourced = {
  source: "twinsite's own judgement of each type of the Terraform provider hashicorp/aws 5.100.0; not what AWS promises",
  asOf: "2026-11-25",
};

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
