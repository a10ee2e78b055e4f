import type { Sourced } from "./regions";

/** What AWS's page of a managed rule says: which parameters it takes, and which Regions do not know it. */
export interface ConfigRulePage extends Sourced {
  /** Without a default: a conformance pack that leaves one out is refused as a whole. */
  readonly required: readonly string[];
  /** With a default, and yet not "(Optional)": passed all the same, since nothing says that a default is enough. */
  readonly defaulted: readonly string[];
  readonly optional: readonly string[];
  /** Of AWS's commercial Regions, those that any readable copy of the page names; one such rule fails its whole pack. */
  readonly missingIn: readonly string[];
}

type Says = Partial<Pick<ConfigRulePage, "required" | "defaulted" | "optional" | "missingIn">>;

const asOf = "2026-11-30";

/** Two English copies, months apart, name the same Regions of this partition. */
const read = (name: string, says: Says = {}): ConfigRulePage => ({
  required: [],
  defaulted: [],
  optional: [],
  missingIn: [],
  ...says,
  source: `AWS documentation, config/latest/developerguide/${name}, read to its end in two English copies`,
  asOf,
});

/** An older copy names more Regions than the newest: theirs stand too, and docs/how-we-know.md says so. */
const disputed = (name: string, says: Says): ConfigRulePage => ({
  ...read(name, says),
  source: `AWS documentation, config/latest/developerguide/${name}: the union of two English copies and, where found, its translations`,
});

/** Opened from 2024 on: rules reach them last. */
const youngRegions = ["ap-east-2", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "mx-central-1"] as const;

/** Rules of load balancers, images and tasks that the newest copy gives to all Regions, and an older one to all but these. */
const lateIn = [...youngRegions, "ca-west-1"] as const;

/** Where AWS Config records no IAM: the Regions that it came to after February 2022. */
const withoutIdentities = [
  ...lateIn,
  "ap-south-2",
  "ap-southeast-4",
  "eu-central-2",
  "eu-south-2",
  "il-central-1",
  "me-central-1",
] as const;

const withoutRootUser = [...lateIn, "il-central-1", "me-central-1"] as const;

const pages = {
  "access-keys-rotated": read("access-keys-rotated", { defaulted: ["maxAccessKeyAge"], missingIn: withoutIdentities }),
  "acm-certificate-expiration-check": read("acm-certificate-expiration-check", { optional: ["daysToExpiration"] }),
  "alb-desync-mode-check": disputed("alb-desync-mode-check", { required: ["desyncMode"], missingIn: lateIn }),
  "alb-http-drop-invalid-header-enabled": read("alb-http-drop-invalid-header-enabled"),
  "cloud-trail-cloud-watch-logs-enabled": read("cloud-trail-cloud-watch-logs-enabled", { optional: ["expectedDeliveryWindowAge"] }),
  "cloud-trail-encryption-enabled": read("cloud-trail-encryption-enabled"),
  "cloud-trail-log-file-validation-enabled": read("cloud-trail-log-file-validation-enabled"),
  "cloudtrail-enabled": read("cloudtrail-enabled", { optional: ["s3BucketName", "snsTopicArn", "cloudWatchLogsLogGroupArn"] }),
  "cloudtrail-security-trail-enabled": read("cloudtrail-security-trail-enabled"),
  "cloudwatch-alarm-action-check": disputed("cloudwatch-alarm-action-check", {
    defaulted: ["alarmActionRequired", "insufficientDataActionRequired", "okActionRequired"],
    optional: ["action1", "action2", "action3", "action4", "action5"],
    missingIn: ["ap-east-2", "ap-southeast-7", "mx-central-1"],
  }),
  "cloudwatch-log-group-encrypted": read("cloudwatch-log-group-encrypted", { optional: ["KmsKeyId"] }),
  "cmk-backing-key-rotation-enabled": read("cmk-backing-key-rotation-enabled"),
  "cw-loggroup-retention-period-check": read("cw-loggroup-retention-period-check", { optional: ["LogGroupNames", "MinRetentionTime"] }),
  "ec2-ebs-encryption-by-default": read("ec2-ebs-encryption-by-default"),
  "ecr-private-image-scanning-enabled": disputed("ecr-private-image-scanning-enabled", { missingIn: lateIn }),
  "ecs-containers-nonprivileged": disputed("ecs-containers-nonprivileged", { missingIn: lateIn }),
  "ecs-containers-readonly-access": disputed("ecs-containers-readonly-access", { missingIn: lateIn }),
  "ecs-fargate-latest-platform-version": disputed("ecs-fargate-latest-platform-version", {
    optional: ["latestLinuxVersion", "latestWindowsVersion"],
    missingIn: ["ap-southeast-5"],
  }),
  "ecs-no-environment-secrets": disputed("ecs-no-environment-secrets", {
    required: ["secretKeys"],
    missingIn: ["ap-east-2", "ap-southeast-7", "mx-central-1"],
  }),
  "ecs-task-definition-log-configuration": disputed("ecs-task-definition-log-configuration", { missingIn: lateIn }),
  "guardduty-enabled-centralized": read("guardduty-enabled-centralized", {
    optional: ["CentralMonitoringAccount"],
    missingIn: ["ap-east-2", "ap-southeast-6", "ap-southeast-7", "mx-central-1"],
  }),
  "iam-password-policy": read("iam-password-policy", {
    optional: [
      "MaxPasswordAge",
      "MinimumPasswordLength",
      "PasswordReusePrevention",
      "RequireLowercaseCharacters",
      "RequireNumbers",
      "RequireSymbols",
      "RequireUppercaseCharacters",
    ],
  }),
  "iam-policy-no-statements-with-admin-access": read("iam-policy-no-statements-with-admin-access", {
    optional: ["excludePermissionBoundaryPolicy"],
    missingIn: withoutIdentities,
  }),
  "iam-root-access-key-check": read("iam-root-access-key-check", { missingIn: [...withoutRootUser, "eu-central-2", "eu-south-2"] }),
  "iam-user-unused-credentials-check": read("iam-user-unused-credentials-check", {
    defaulted: ["maxCredentialUsageAge"],
    missingIn: withoutIdentities,
  }),
  "mfa-enabled-for-iam-console-access": read("mfa-enabled-for-iam-console-access", { missingIn: withoutIdentities }),
  "multi-region-cloudtrail-enabled": read("multi-region-cloudtrail-enabled", {
    optional: ["s3BucketName", "snsTopicArn", "cloudWatchLogsLogGroupArn", "includeManagementEvents", "readWriteType"],
  }),
  "nacl-no-unrestricted-ssh-rdp": disputed("nacl-no-unrestricted-ssh-rdp", {
    missingIn: ["ap-east-2", "ap-southeast-7", "mx-central-1"],
  }),
  "netfw-logging-enabled": disputed("netfw-logging-enabled", { optional: ["logType"], missingIn: lateIn }),
  "rds-cluster-iam-authentication-enabled": read("rds-cluster-iam-authentication-enabled"),
  "restricted-common-ports": read("restricted-common-ports", {
    optional: ["blockedPort1", "blockedPort2", "blockedPort3", "blockedPort4", "blockedPort5", "blockedPorts"],
  }),
  "restricted-ssh": read("restricted-ssh"),
  "root-account-hardware-mfa-enabled": read("root-account-hardware-mfa-enabled", { missingIn: withoutRootUser }),
  "root-account-mfa-enabled": read("root-account-mfa-enabled", { missingIn: withoutRootUser }),
  "s3-account-level-public-access-blocks-periodic": read("s3-account-level-public-access-blocks-periodic", {
    optional: ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"],
  }),
  "s3-bucket-level-public-access-prohibited": read("s3-bucket-level-public-access-prohibited", { optional: ["excludedPublicBuckets"] }),
  "s3-bucket-ssl-requests-only": read("s3-bucket-ssl-requests-only"),
  "s3-bucket-versioning-enabled": read("s3-bucket-versioning-enabled", { optional: ["isMfaDeleteEnabled"] }),
  "sns-encrypted-kms": read("sns-encrypted-kms", { optional: ["kmsKeyIds"] }),
  "subnet-auto-assign-public-ip-disabled": read("subnet-auto-assign-public-ip-disabled"),
  "vpc-default-security-group-closed": disputed("vpc-default-security-group-closed", {
    missingIn: ["ap-east-2", "ap-southeast-7", "mx-central-1"],
  }),
  "vpc-flow-logs-enabled": read("vpc-flow-logs-enabled", { optional: ["trafficType"] }),
  "vpc-network-acl-unused-check": read("vpc-network-acl-unused-check"),
  "wafv2-logging-enabled": read("wafv2-logging-enabled", { optional: ["KinesisFirehoseDeliveryStreamArns"] }),
  "wafv2-webacl-not-empty": disputed("wafv2-webacl-not-empty", {
    missingIn: [
      "ap-east-2",
      "ap-southeast-5",
      "ap-southeast-7",
      "mx-central-1",
      "ca-west-1",
      "ap-south-2",
      "ap-southeast-3",
      "eu-central-2",
      "eu-south-2",
      "me-central-1",
    ],
  }),
} as const satisfies Readonly<Record<string, ConfigRulePage>>;

export type ConfigRuleName = keyof typeof pages;

/** By the rule's name: one whose page nobody has read cannot be named. */
export const configRulePages: Readonly<Record<ConfigRuleName, ConfigRulePage>> = pages;
