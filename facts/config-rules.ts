import type { ConfigRuleName } from "./config-rule-pages";
import { passwordRules } from "./password-rules";
import type { Sourced } from "./regions";

/**
 * A managed rule of AWS Config that bears on a PCI DSS v4.0.1 requirement. Which parameters it must be
 * given, and which Regions do not know it, stands in facts/config-rule-pages.ts; source and date here
 * are those of who says that it bears on the requirement.
 */
export interface ConfigRule extends Sourced {
  readonly name: ConfigRuleName;
  /** AWS's id of the rule, which is not always its name in capitals. */
  readonly identifier: string;
  readonly requirements: readonly string[];
  /** Who says that the rule bears on them. */
  readonly mappedBy: "securityHub" | "conformancePack" | "twinsite";
  /** IAM is one for the whole account: its rules run where it is recorded. */
  readonly where: "everyRegion" | "oncePerAccount";
  readonly parameters: Readonly<Record<string, string>>;
}

type Row = readonly [name: ConfigRuleName, requirements: readonly string[], more?: Partial<Pick<ConfigRule, "identifier" | "parameters">>];

/** The control pages name these requirements of v4.0.1 beside the rule. */
const securityHub: Sourced & Pick<ConfigRule, "mappedBy"> = {
  mappedBy: "securityHub",
  source: "AWS documentation, securityhub/latest/userguide: control pages per service, 'Related requirements'; undated copy",
  asOf: "2026-11-23",
};

const conformancePack: Sourced & Pick<ConfigRule, "mappedBy"> = {
  mappedBy: "conformancePack",
  source: "AWS documentation, config/latest/developerguide: Operational Best Practices for PCI DSS 4.0; undated copy",
  asOf: "2026-11-23",
};

/** AWS maps these to v3.2.1 only, or to nothing; the requirement is this project's judgement. */
const twinsite: Sourced & Pick<ConfigRule, "mappedBy"> = {
  mappedBy: "twinsite",
  source: "twinsite's own judgement; rule in AWS documentation, config/latest/developerguide: managed rules; undated copy",
  asOf: "2026-11-23",
};

const fromSecurityHub: readonly Row[] = [
  ["acm-certificate-expiration-check", ["4.2.1"], { parameters: { daysToExpiration: "30" } }],
  ["alb-http-drop-invalid-header-enabled", ["6.2.4"]],
  ["cloud-trail-encryption-enabled", ["10.3.2"]],
  ["cloud-trail-log-file-validation-enabled", ["10.3.2"]],
  ["cloudtrail-enabled", ["10.2.1"], { identifier: "CLOUD_TRAIL_ENABLED" }],
  ["cmk-backing-key-rotation-enabled", ["3.7.4"]],
  ["ecr-private-image-scanning-enabled", ["6.2.3", "6.2.4"]],
  // Without it no service with a platform version of its own passes. Security Hub's ECS.10 gives the rule this one too.
  ["ecs-fargate-latest-platform-version", ["6.3.3"], { parameters: { latestLinuxVersion: "1.4.0" } }],
  [
    "ecs-no-environment-secrets",
    ["8.6.2"],
    { parameters: { secretKeys: "AWS_ACCESS_KEY_ID,AWS_SECRET_ACCESS_KEY,ECS_ENGINE_AUTH_DATA,PASSWORD,SECRET" } },
  ],
  ["guardduty-enabled-centralized", ["11.5.1"]],
  ["nacl-no-unrestricted-ssh-rdp", ["1.3.1"]],
  ["restricted-common-ports", ["1.3.1"], { identifier: "RESTRICTED_INCOMING_TRAFFIC" }],
  ["restricted-ssh", ["1.3.1"], { identifier: "INCOMING_SSH_DISABLED" }],
  ["s3-account-level-public-access-blocks-periodic", ["1.4.4"]],
  ["s3-bucket-level-public-access-prohibited", ["1.4.4"]],
  ["s3-bucket-ssl-requests-only", ["4.2.1"]],
  ["subnet-auto-assign-public-ip-disabled", ["1.4.4"]],
  ["vpc-network-acl-unused-check", ["1.2.7"]],
  ["wafv2-logging-enabled", ["10.4.2"]],
];

/** Values in small letters: the rule reads "TRUE" as false. */
const passwordParameters = {
  MaxPasswordAge: String(passwordRules.maximumAgeDays),
  MinimumPasswordLength: String(passwordRules.minimumLength),
  PasswordReusePrevention: String(passwordRules.rememberedPasswords),
  RequireLowercaseCharacters: "true",
  RequireNumbers: "true",
  RequireSymbols: "true",
  RequireUppercaseCharacters: "true",
};

const fromSecurityHubOnce: readonly Row[] = [
  ["access-keys-rotated", ["8.3.9", "8.6.3"], { parameters: { maxAccessKeyAge: "90" } }],
  ["iam-password-policy", ["8.3.6", "8.3.7", "8.3.9", "8.6.3"], { parameters: passwordParameters }],
  ["iam-user-unused-credentials-check", ["8.2.6"], { parameters: { maxCredentialUsageAge: "90" } }],
  ["mfa-enabled-for-iam-console-access", ["8.4.2"]],
  ["root-account-hardware-mfa-enabled", ["8.4.2"]],
  ["root-account-mfa-enabled", ["8.4.2"]],
];

const fromConformancePack: readonly Row[] = [
  [
    "cloudwatch-alarm-action-check",
    ["10.4.1", "10.4.1.1", "10.4.2", "10.7.1"],
    { parameters: { alarmActionRequired: "true", insufficientDataActionRequired: "false", okActionRequired: "false" } },
  ],
  ["cloudtrail-security-trail-enabled", ["10.3.3", "10.3.4"]],
  ["cw-loggroup-retention-period-check", ["10.5.1"], { parameters: { MinRetentionTime: "365" } }],
  ["ecs-task-definition-log-configuration", ["10.2.2", "10.3.1"]],
  ["multi-region-cloudtrail-enabled", ["10.2.2", "10.3.1"], { identifier: "MULTI_REGION_CLOUD_TRAIL_ENABLED" }],
  ["netfw-logging-enabled", ["10.2.1.7", "10.2.2"]],
  ["rds-cluster-iam-authentication-enabled", ["7.3.2", "7.3.3"]],
  ["s3-bucket-versioning-enabled", ["10.3.4"]],
  ["wafv2-webacl-not-empty", ["6.4.2"]],
];

const fromTwinsite: readonly Row[] = [
  // Both modes, as AWS's own pack for load balancing (awslabs/aws-config-rules) passes them.
  ["alb-desync-mode-check", ["6.2.4"], { parameters: { desyncMode: "defensive, strictest" } }],
  ["cloud-trail-cloud-watch-logs-enabled", ["10.4.1.1"]],
  ["cloudwatch-log-group-encrypted", ["10.3.1"]],
  ["ec2-ebs-encryption-by-default", ["3.5.1"]],
  ["ecs-containers-nonprivileged", ["2.2.4"]],
  ["ecs-containers-readonly-access", ["2.2.4"]],
  ["sns-encrypted-kms", ["10.3.1"]],
  ["vpc-default-security-group-closed", ["1.3.1", "1.3.2"]],
  ["vpc-flow-logs-enabled", ["10.2.1"], { parameters: { trafficType: "ALL" } }],
];

const fromTwinsiteOnce: readonly Row[] = [
  // A boundary allows everything and then takes away: it is no grant.
  ["iam-policy-no-statements-with-admin-access", ["7.2.2"], { parameters: { excludePermissionBoundaryPolicy: "true" } }],
  ["iam-root-access-key-check", ["8.2.2"]],
];

export const configRules: readonly ConfigRule[] = [
  ...fromSecurityHub.map(ruleOf("everyRegion", securityHub)),
  ...fromSecurityHubOnce.map(ruleOf("oncePerAccount", securityHub)),
  ...fromConformancePack.map(ruleOf("everyRegion", conformancePack)),
  ...fromTwinsite.map(ruleOf("everyRegion", twinsite)),
  ...fromTwinsiteOnce.map(ruleOf("oncePerAccount", twinsite)),
];

/** A rule that bears on a requirement and would be wrong here every day: a standing failure hides a real one. */
export interface ExcludedConfigRule extends Sourced {
  readonly name: string;
  readonly requirements: readonly string[];
  readonly reason: string;
}

export const excludedConfigRules: readonly ExcludedConfigRule[] = [
  {
    name: "alb-waf-enabled",
    requirements: ["6.4.2"],
    reason:
      "It asks for a web filter at every load balancer. The one behind the fixed addresses has none: only private lines reach it, and a filter that cannot be asked refuses everything. The internet's has one, and wafv2-webacl-not-empty looks into it",
    source: "AWS documentation, config/latest/developerguide: alb-waf-enabled",
    asOf: "2026-11-30",
  },
  {
    name: "cloudtrail-s3-dataevents-enabled",
    requirements: ["10.2.1.1"],
    reason: "It asks for the data events of every bucket in the account; the trail writes down those of this deployment's",
    source: "AWS documentation, config/latest/developerguide: cloudtrail-s3-dataevents-enabled; undated copy",
    asOf: "2026-11-23",
  },
  {
    name: "secretsmanager-rotation-enabled-check",
    requirements: ["8.3.9", "8.6.3"],
    reason: "It asks for rotation by a function; the clearing system's sign-in is changed by hand, when that system gives a new one",
    source: "AWS documentation, config/latest/developerguide: secretsmanager-rotation-enabled-check; undated copy",
    asOf: "2026-11-23",
  },
  {
    name: "secretsmanager-secret-periodic-rotation",
    requirements: ["8.3.9", "8.6.3"],
    reason:
      "It asks when a secret was last rotated, which a value that people put does not change; a rule of EventBridge asks for a new sign-in every quarter, and docs/runbooks/clearing-sign-in.md looks at the value's own date",
    source:
      "AWS documentation, config/latest/developerguide: secretsmanager-secret-periodic-rotation; that the date stands still: cloud-custodian/cloud-custodian, issue 10416",
    asOf: "2026-12-01",
  },
];

function ruleOf(where: ConfigRule["where"], mapping: Sourced & Pick<ConfigRule, "mappedBy">): (row: Row) => ConfigRule {
  return ([name, requirements, more = {}]) => ({
    name,
    identifier: more.identifier ?? name.toUpperCase().replaceAll("-", "_"),
    requirements,
    parameters: more.parameters ?? {},
    where,
    ...mapping,
  });
}
