import type { Sourced } from "./regions";

/** A kind of resource of which AWS keeps one: a second state with it takes the first one's over, and its destruction takes it away from both. */
export interface SingleSetting extends Sourced {
  readonly type: string;
  /** Within what there is one. */
  readonly scope: "account" | "accountAndRegion";
  /** The argument of which there is one for each value; none where there is one at all. */
  readonly each?: string;
}

const asOf = "2026-12-01";

const resource = (page: string): Sourced => ({
  source: `terraform-provider-aws 5.100, website/docs/r/${page}: imported by account or Region, or said to be the only one there`,
  asOf,
});

const ofRegion = (type: string, page: string): SingleSetting => ({ type, scope: "accountAndRegion", ...resource(page) });
const ofAccount = (type: string, page: string): SingleSetting => ({ type, scope: "account", ...resource(page) });

export const singleSettings: readonly SingleSetting[] = [
  {
    type: "aws_accessanalyzer_analyzer",
    scope: "accountAndRegion",
    each: "type",
    source: "IAM/latest/UserGuide/access-analyzer-quotas: one account-level analyzer of a type in an account and Region",
    asOf,
  },
  ofAccount("aws_backup_global_settings", "backup_global_settings"),
  ofRegion("aws_backup_region_settings", "backup_region_settings"),
  ofRegion("aws_config_configuration_recorder", "config_configuration_recorder"),
  ofRegion("aws_config_configuration_recorder_status", "config_configuration_recorder_status"),
  ofRegion("aws_config_delivery_channel", "config_delivery_channel"),
  ofRegion("aws_ebs_default_kms_key", "ebs_default_kms_key"),
  ofRegion("aws_ebs_encryption_by_default", "ebs_encryption_by_default"),
  ofRegion("aws_ebs_snapshot_block_public_access", "ebs_snapshot_block_public_access"),
  ofRegion("aws_ec2_image_block_public_access", "ec2_image_block_public_access"),
  ofRegion("aws_ec2_instance_metadata_defaults", "ec2_instance_metadata_defaults"),
  ofRegion("aws_ec2_serial_console_access", "ec2_serial_console_access"),
  { ...ofRegion("aws_ecr_account_setting", "ecr_account_setting"), each: "name" },
  ofRegion("aws_ecr_registry_policy", "ecr_registry_policy"),
  ofRegion("aws_ecr_registry_scanning_configuration", "ecr_registry_scanning_configuration"),
  ofRegion("aws_ecr_replication_configuration", "ecr_replication_configuration"),
  { ...ofRegion("aws_ecs_account_setting_default", "ecs_account_setting_default"), each: "name" },
  ofRegion("aws_guardduty_detector", "guardduty_detector"),
  ofAccount("aws_iam_account_alias", "iam_account_alias"),
  ofAccount("aws_iam_account_password_policy", "iam_account_password_policy"),
  { ...ofAccount("aws_iam_service_linked_role", "iam_service_linked_role"), each: "aws_service_name" },
  ofRegion("aws_inspector2_enabler", "inspector2_enabler"),
  ofRegion("aws_macie2_account", "macie2_account"),
  ofAccount("aws_s3_account_public_access_block", "s3_account_public_access_block"),
  ofRegion("aws_securityhub_account", "securityhub_account"),
  { ...ofRegion("aws_securityhub_standards_subscription", "securityhub_standards_subscription"), each: "standards_arn" },
  ofRegion("aws_vpc_block_public_access_options", "vpc_block_public_access_options"),
];
