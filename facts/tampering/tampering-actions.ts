import type { Sourced } from "../regions";

/** IAM actions that blind those who watch; what an emergency never needs. */
export interface TamperingActions extends Sourced {
  readonly id: string;
  readonly actions: readonly string[];
}

const authorization: Sourced = {
  source: "AWS Service Authorization Reference, actions per service; names of S3's own differ from its API's; not tried on AWS",
  asOf: "2026-11-23",
};

export const tamperingActions: readonly TamperingActions[] = [
  {
    id: "KeepWatchers",
    actions: [
      "access-analyzer:ApplyArchiveRule",
      "access-analyzer:CreateArchiveRule",
      "access-analyzer:DeleteAnalyzer",
      "access-analyzer:UpdateArchiveRule",
      "cloudtrail:DeleteTrail",
      "cloudtrail:PutEventSelectors",
      "cloudtrail:StopLogging",
      "cloudtrail:UpdateTrail",
      "config:Delete*",
      "config:PutConfigurationRecorder",
      "config:PutConformancePack",
      "config:PutDeliveryChannel",
      "config:PutRetentionConfiguration",
      "config:StopConfigurationRecorder",
      "guardduty:ArchiveFindings",
      "guardduty:CreateFilter",
      "guardduty:CreateIPSet",
      "guardduty:CreateThreatIntelSet",
      "guardduty:Delete*",
      "guardduty:Disassociate*",
      "guardduty:Stop*",
      "guardduty:Update*",
      "inspector2:CreateFilter",
      "inspector2:Disable*",
      "inspector2:UpdateFilter",
      "organizations:LeaveOrganization",
      "securityhub:BatchDisableStandards",
      "securityhub:BatchUpdateFindings",
      "securityhub:BatchUpdateStandardsControlAssociations",
      "securityhub:CreateAutomationRule",
      "securityhub:Disable*",
      "securityhub:UpdateSecurityControl",
      "securityhub:UpdateSecurityHubConfiguration",
      "securityhub:UpdateStandardsControl",
    ],
    ...authorization,
  },
  {
    id: "KeepLogsAndFirewall",
    actions: [
      "ec2:DeleteFlowLogs",
      "logs:DeleteLogGroup",
      "logs:DeleteLogStream",
      "logs:DeleteResourcePolicy",
      "logs:DeleteRetentionPolicy",
      "logs:DisassociateKmsKey",
      "logs:PutResourcePolicy",
      "logs:PutRetentionPolicy",
      "network-firewall:DeleteFirewall*",
      "network-firewall:DisassociateSubnets",
      "network-firewall:UpdateFirewall*Protection",
      "network-firewall:UpdateLoggingConfiguration",
      "network-firewall:UpdateSubnetChangeProtection",
      "route53resolver:DeleteResolverQueryLogConfig",
      "route53resolver:DisassociateResolverQueryLogConfig",
      "wafv2:DeleteLoggingConfiguration",
    ],
    ...authorization,
  },
  {
    id: "KeepAlerts",
    actions: [
      "cloudwatch:DeleteAlarms",
      "cloudwatch:DisableAlarmActions",
      "cloudwatch:PutMetricAlarm",
      "cloudwatch:SetAlarmState",
      "events:DeleteRule",
      "events:DisableRule",
      "events:PutRule",
      "events:PutTargets",
      "events:RemoveTargets",
      "logs:DeleteMetricFilter",
      "logs:PutMetricFilter",
      "sns:AddPermission",
      "sns:DeleteTopic",
      "sns:RemovePermission",
      "sns:SetSubscriptionAttributes",
      "sns:SetTopicAttributes",
      "sns:Unsubscribe",
    ],
    ...authorization,
  },
  {
    id: "KeepKeysAndBackups",
    actions: [
      "backup:Delete*",
      "backup:Disassociate*",
      "backup:PutBackupVaultAccessPolicy",
      "backup:UpdateBackupPlan",
      "ec2:DisableEbsEncryptionByDefault",
      "ec2:ModifyEbsDefaultKmsKeyId",
      "ec2:ResetEbsDefaultKmsKeyId",
      "kms:DeleteAlias",
      "kms:DisableKey",
      "kms:DisableKeyRotation",
      "kms:PutKeyPolicy",
      "kms:ScheduleKeyDeletion",
      "kms:UpdateAlias",
      "s3:DeleteBucketPolicy",
      "s3:PutAccountPublicAccessBlock",
      "s3:PutBucketPublicAccessBlock",
      "s3:PutEncryptionConfiguration",
    ],
    ...authorization,
  },
  {
    id: "KeepNames",
    actions: [
      "acm:DeleteCertificate",
      "route53:DeactivateKeySigningKey",
      "route53:DeleteHostedZone",
      "route53:DeleteKeySigningKey",
      "route53:DeleteQueryLoggingConfig",
      "route53:DisableHostedZoneDNSSEC",
      "route53:DisassociateVPCFromHostedZone",
    ],
    ...authorization,
  },
  {
    id: "KeepMoney",
    actions: ["dsql:Delete*", "ecr:BatchDeleteImage", "rds:Delete*", "rds:RemoveFromGlobalCluster", "secretsmanager:DeleteSecret"],
    ...authorization,
  },
  {
    // Another role would not be bound by the boundary.
    id: "KeepBounds",
    actions: [
      "iam:Add*",
      "iam:Attach*",
      "iam:CreateAccessKey",
      "iam:CreateLoginProfile",
      "iam:CreatePolicy*",
      "iam:CreateRole",
      "iam:CreateUser",
      "iam:Deactivate*",
      "iam:Delete*",
      "iam:Detach*",
      "iam:EnableMFADevice",
      "iam:Put*",
      "iam:Set*",
      "iam:Update*",
      "iam:Upload*",
      "sts:AssumeRole",
    ],
    ...authorization,
  },
];

/** The same for what a bucket holds; S3 names its buckets, so only the ones with evidence are meant. */
export const evidenceBucketActions: TamperingActions = {
  id: "KeepEvidence",
  actions: [
    "s3:BypassGovernanceRetention",
    "s3:DeleteBucket*",
    "s3:DeleteObject*",
    "s3:PutBucket*",
    "s3:PutEncryptionConfiguration",
    "s3:PutLifecycleConfiguration",
    "s3:PutObject*",
    "s3:PutReplicationConfiguration",
  ],
  ...authorization,
};

const judgement: Sourced = { source: "twinsite's own judgement of who makes these calls every day", asOf: "2026-11-23" };

/** What is forbidden in an emergency and paged to nobody when somebody else does it, each with the reason. */
export const untoldActions: readonly (Sourced & { readonly actions: readonly string[]; readonly reason: string })[] = [
  {
    actions: ["dsql:Delete*", "ecr:BatchDeleteImage", "rds:Delete*", "secretsmanager:DeleteSecret"],
    reason: "Part of others' daily work, AWS Backup's restore tests included; deletion protection and backups are against the harm",
    ...judgement,
  },
  {
    actions: ["rds:RemoveFromGlobalCluster"],
    reason: "It makes two ledgers of one, and a promotion needs none of it; the deployer's step where a copy is made anew by its runbook",
    source: "twinsite's own judgement",
    asOf: "2026-11-27",
  },
  {
    actions: ["securityhub:BatchUpdateFindings"],
    reason: "The daily work of whoever goes through the findings",
    ...judgement,
  },
  {
    actions: ["organizations:LeaveOrganization"],
    reason: "The organization's management account is told, and decides",
    ...judgement,
  },
  {
    actions: ["s3:BypassGovernanceRetention", "s3:DeleteObject*", "s3:PutObject*"],
    reason: "Writes of objects, which the trail keeps; a page for each would be one for every log file delivered",
    ...judgement,
  },
  {
    actions: ["iam:CreateRole", "iam:Upload*", "sts:AssumeRole"],
    reason: "Everyday calls of everyone but a session that is bound by a boundary and would shed it so",
    ...judgement,
  },
];
