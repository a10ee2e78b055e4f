import { type ConfigRuleName, configRulePages } from "../../facts/config-rule-pages";
import { configRules } from "../../facts/config-rules";
import type { JsonObject } from "../../synthesized/json";
import type { Template } from "../../synthesized/template";
import { edited, replacingText, resourceNamed, setting } from "../analysis/edited-template";
import { australia } from "../australia";
import { synthesizedSweden } from "../sample-output";
import { synthesizedDeployment } from "../synthesized-deployment";
import * as evidence from "./rule-failures/evidence-failures";
import { each, type Failures, found, nothingOfOurs, text } from "./rule-failures/failing";
import * as network from "./rule-failures/network-failures";
import * as tasks from "./rule-failures/task-failures";

const stacks = synthesizedSweden();
const templates = [...stacks.values()];

const parameter = (rule: ConfigRuleName, name: string): string =>
  configRules.find((one) => one.name === rule)?.parameters[name] ?? `${rule} has no ${name}`;

const passwordPolicy: Readonly<Record<string, string>> = {
  MaxPasswordAge: "max_password_age",
  MinimumPasswordLength: "minimum_password_length",
  PasswordReusePrevention: "password_reuse_prevention",
  RequireLowercaseCharacters: "require_lowercase_characters",
  RequireNumbers: "require_numbers",
  RequireSymbols: "require_symbols",
  RequireUppercaseCharacters: "require_uppercase_characters",
};
const meetsPasswordRule = (policy: JsonObject): boolean =>
  Object.entries(passwordPolicy).every(([name, argument]) => parameter("iam-password-policy", name) === String(policy[argument]));

/** What each rule would find wrong in the stacks, in AWS's words on its page or on Security Hub's. */
const failures: Readonly<Record<ConfigRuleName, Failures>> = {
  "access-keys-rotated": nothingOfOurs,
  "acm-certificate-expiration-check": nothingOfOurs,
  "alb-desync-mode-check": network.desyncModes(parameter("alb-desync-mode-check", "desyncMode")),
  "alb-http-drop-invalid-header-enabled": network.keptInvalidHeaders,
  "cloud-trail-cloud-watch-logs-enabled": evidence.trailWith((trail) => text(trail["cloud_watch_logs_group_arn"]) !== ""),
  "cloud-trail-encryption-enabled": evidence.trailWith((trail) => text(trail["kms_key_id"]) !== ""),
  "cloud-trail-log-file-validation-enabled": evidence.trailWith((trail) => trail["enable_log_file_validation"] === true),
  "cloudtrail-enabled": evidence.trailWith((trail) => trail["enable_logging"] === true),
  "cloudtrail-security-trail-enabled": evidence.incompleteTrails,
  "cloudwatch-alarm-action-check": evidence.silentAlarms,
  "cloudwatch-log-group-encrypted": evidence.openLogs,
  "cmk-backing-key-rotation-enabled": evidence.unrotatedKeys,
  "cw-loggroup-retention-period-check": evidence.shortLogs(parameter("cw-loggroup-retention-period-check", "MinRetentionTime")),
  "ec2-ebs-encryption-by-default": each("aws_ebs_encryption_by_default", (encryption) => encryption["enabled"] !== false),
  "ecr-private-image-scanning-enabled": tasks.unscannedImages,
  "ecs-containers-nonprivileged": tasks.privileged,
  "ecs-containers-readonly-access": tasks.writable,
  "ecs-fargate-latest-platform-version": tasks.oldPlatforms(parameter("ecs-fargate-latest-platform-version", "latestLinuxVersion")),
  "ecs-no-environment-secrets": tasks.withSecrets(parameter("ecs-no-environment-secrets", "secretKeys")),
  "ecs-task-definition-log-configuration": tasks.withoutLogs,
  "guardduty-enabled-centralized": each("aws_guardduty_detector", (detector) => detector["enable"] !== false),
  "iam-password-policy": each("aws_iam_account_password_policy", meetsPasswordRule),
  "iam-policy-no-statements-with-admin-access": evidence.administratorPolicies,
  "iam-root-access-key-check": nothingOfOurs,
  "iam-user-unused-credentials-check": nothingOfOurs,
  "mfa-enabled-for-iam-console-access": nothingOfOurs,
  "multi-region-cloudtrail-enabled": evidence.incompleteTrails,
  "nacl-no-unrestricted-ssh-rdp": network.aclsOpenToAnyone,
  "netfw-logging-enabled": network.firewallsWithoutLogs,
  "rds-cluster-iam-authentication-enabled": (from) =>
    found(from, "aws_rds_cluster").length === 0
      ? []
      : each("aws_rds_cluster", (cluster) => cluster["iam_database_authentication_enabled"] === true)(from),
  "restricted-common-ports": network.openToAnyone([20, 21, 3306, 3389, 4333]),
  "restricted-ssh": network.openToAnyone([22]),
  "root-account-hardware-mfa-enabled": nothingOfOurs,
  "root-account-mfa-enabled": nothingOfOurs,
  "s3-account-level-public-access-blocks-periodic": evidence.publicAccount,
  "s3-bucket-level-public-access-prohibited": evidence.publicBuckets,
  "s3-bucket-ssl-requests-only": evidence.bucketsWithoutTls,
  "s3-bucket-versioning-enabled": evidence.bucketsWithoutVersions,
  "sns-encrypted-kms": each("aws_sns_topic", (topic) => text(topic["kms_master_key_id"]) !== ""),
  "subnet-auto-assign-public-ip-disabled": network.publicSubnets,
  "vpc-default-security-group-closed": network.openDefaultGroups,
  "vpc-flow-logs-enabled": network.networksWithoutFlowLogs,
  "vpc-network-acl-unused-check": network.unusedAcls,
  "wafv2-logging-enabled": network.filtersWithoutLogs,
  "wafv2-webacl-not-empty": network.emptyFilters,
};

test("every rule whose page was read runs, and every rule that runs is held against the stacks", () => {
  const running = configRules.map(({ name }) => name).toSorted();
  expect(running).toEqual(Object.keys(configRulePages).toSorted());
  expect(running).toEqual(Object.keys(failures).toSorted());
});

test.each(Object.entries(failures))("%s can pass: the stacks say nothing against it", (_, failing) => {
  expect(failing(templates)).toEqual([]);
});

test("a ledger of Aurora's says nothing against any rule either", () => {
  const others = [...synthesizedDeployment(australia()).values()];
  const failed = Object.entries(failures).filter(([, failing]) => failing(others).length > 0);
  expect(failed.map(([rule]) => rule)).toEqual([]);
});

const stack = (name: string): Template => {
  const template = stacks.get(name);
  if (template === undefined) throw new Error(`no stack ${name}`);
  return template;
};
const failedIn = (mutant: Template): readonly string[] => {
  const mutated = templates.map((template) => (template.stack === mutant.stack ? mutant : template));
  return Object.entries(failures)
    .filter(([, failing]) => failing(mutated).length > 0)
    .map(([rule]) => rule);
};

const balancer = resourceNamed(stack("cell-01-a"), "aws_lb", "internet-front_balancer").address;
const service = resourceNamed(stack("cell-01-a"), "aws_ecs_service", "payment-service").address;
const imagesKey = resourceNamed(stack("site-a"), "aws_kms_key", "images-key").address;
const acl = resourceNamed(stack("site-a"), "aws_network_acl", "acls_edge").address;

test.each([
  ["alb-desync-mode-check", edited(stack("cell-01-a"), { [balancer]: setting({ desync_mitigation_mode: "monitor" }) })],
  ["ecs-fargate-latest-platform-version", edited(stack("cell-01-a"), { [service]: setting({ platform_version: "1.3.0" }) })],
  ["cmk-backing-key-rotation-enabled", edited(stack("site-a"), { [imagesKey]: replacingText("AWSServiceRoleForConfig", "SomeoneElse") })],
  ["nacl-no-unrestricted-ssh-rdp", edited(stack("site-a"), { [acl]: replacingText('"to_port":443', '"to_port":3400') })],
] as const)("%s alone fails where a stack contradicts it", (rule, mutant) => {
  expect(failedIn(mutant)).toEqual([rule]);
});
