import { outside, type Scope } from "../../findings/scope";
import { filterTypes } from "../flows/filters";
import { networkTypes } from "../flows/networks";
import { transitTypes } from "../flows/transit";
import { ledgerTypes } from "./ledgers";
import { lineTypes } from "./lines";
import { nameTypes } from "./names";
import { taskTypes } from "./tasks";

const own = new Set([nameTypes, lineTypes, taskTypes, ledgerTypes].flatMap((types) => Object.keys(types)));

/** What a payment does not meet, or meets under another judgement. */
export const outsideTypes: Scope = {
  ...outside(
    "whether packets pass it, both ways, is the judgement on flows' to say: its account covers each of its arguments",
    [networkTypes, transitTypes, filterTypes].flatMap((types) => Object.keys(types)).filter((type) => !own.has(type)),
  ),
  ...outside("it watches, records or wakes people after the fact: a payment goes through without it", [
    "aws_accessanalyzer_analyzer",
    "aws_cloudtrail",
    "aws_cloudwatch_dashboard",
    "aws_cloudwatch_event_rule",
    "aws_cloudwatch_event_target",
    "aws_cloudwatch_log_metric_filter",
    "aws_config_configuration_recorder",
    "aws_config_configuration_recorder_status",
    "aws_config_conformance_pack",
    "aws_config_delivery_channel",
    "aws_ecr_registry_scanning_configuration",
    "aws_flow_log",
    "aws_guardduty_detector",
    "aws_guardduty_detector_feature",
    "aws_inspector2_enabler",
    "aws_networkfirewall_logging_configuration",
    "aws_route53_resolver_query_log_config",
    "aws_route53_resolver_query_log_config_association",
    "aws_securityhub_account",
    "aws_securityhub_standards_subscription",
    "aws_sns_topic",
    "aws_sns_topic_policy",
    "aws_sns_topic_subscription",
  ]),
  ...outside("it copies what was booked, and no payment waits for the copy", [
    "aws_backup_plan",
    "aws_backup_restore_testing_plan",
    "aws_backup_restore_testing_selection",
    "aws_backup_selection",
    "aws_backup_vault",
    "aws_backup_vault_lock_configuration",
    "aws_s3_bucket_replication_configuration",
  ]),
  ...outside("it bounds what people of the account may do, and the tasks' roles are read by themselves", [
    "aws_ebs_default_kms_key",
    "aws_ebs_encryption_by_default",
    "aws_iam_account_password_policy",
    "aws_iam_policy",
    "aws_iam_service_linked_role",
    "aws_s3_account_public_access_block",
  ]),
  ...outside("it says how long and in which form a bucket keeps what has arrived there", [
    "aws_s3_bucket_lifecycle_configuration",
    "aws_s3_bucket_logging",
    "aws_s3_bucket_object_lock_configuration",
    "aws_s3_bucket_ownership_controls",
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_versioning",
  ]),
  ...outside("it reads what another stack hands on, and each value is followed to where it comes from", ["data.terraform_remote_state"]),
};
