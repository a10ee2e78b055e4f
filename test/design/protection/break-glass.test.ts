import { bucketName, roleArn, userArn } from "../../../design/foundation/naming";
import { breakGlassDesign } from "../../../design/protection/break-glass";
import { decide, type PolicyRequest } from "../../policy-decision";
import { sweden } from "../../sweden";

const deployment = sweden();
const breakGlass = breakGlassDesign(deployment);
const holder = { role: roleArn(deployment, breakGlass.role) };

/**
 * What STS knows of MFA when someone calls AssumeRole: by who calls with which credentials
 * (IAM/latest/UserGuide/id_credentials_mfa_configure-api-require and reference_policies_condition-keys,
 * read 2026-11-23).
 */
const mfaContexts = {
  "access key and code": { "aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "0" },
  "session opened with a code half an hour ago": { "aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "1800" },
  "session opened with a code hours ago": { "aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "9000" },
  "session opened with a password alone": { "aws:MultiFactorAuthPresent": "false" },
  "access key alone": {},
  // Whatever the role asked of who took it: sessions of AssumeRole carry nothing of it.
  "session of a role": {},
} as const;

const [first = "", second = ""] = deployment.access.breakGlassUsers.map((user) => userArn(deployment, user));
const take = (by: PolicyRequest["by"], credentials: keyof typeof mfaContexts) =>
  decide(breakGlass.trust, { action: "sts:AssumeRole", by, context: mfaContexts[credentials] });

test("every named user takes it with MFA of the last hour", () => {
  for (const user of [first, second]) {
    expect(take({ user }, "access key and code")).toBe("allowed");
    expect(take({ user }, "session opened with a code half an hour ago")).toBe("allowed");
  }
});

test.each(["session opened with a code hours ago", "session opened with a password alone", "access key alone"] as const)(
  "a named user with %s does not take it",
  (credentials) => {
    expect(take({ user: first }, credentials)).toBe("notMentioned");
  },
);

test("it asks for MFA by its own word too, which is what scanners of policies look for", () => {
  expect(breakGlass.trust).toContain('"Bool":{"aws:MultiFactorAuthPresent":"true"}');
});

test("nobody else takes it: no role, since none can say that it had MFA, and no other user", () => {
  for (const role of [deployment.access.deployerRole, deployment.access.keyAdministratorRole, deployment.access.auditorRole])
    expect(take({ role: roleArn(deployment, role) }, "session of a role")).toBe("notMentioned");
  expect(take({ user: userArn(deployment, "break-glass/third") }, "access key and code")).toBe("notMentioned");
  expect(take({ user: first.replace("111122223333", "999999999999") }, "access key and code")).toBe("notMentioned");
});

test("a session lasts an hour", () => {
  expect(breakGlass.maxSessionSeconds).toBe(3600);
});

const archive = `arn:aws:s3:::${bucketName(deployment, "archive", deployment.homeRegion)}`;
const forbidden = [
  ["stop the trail", "cloudtrail:StopLogging", "*"],
  ["delete a detector", "guardduty:DeleteDetector", "*"],
  ["stop the recorder", "config:StopConfigurationRecorder", "*"],
  ["delete a flow log", "ec2:DeleteFlowLogs", "*"],
  ["delete a log group", "logs:DeleteLogGroup", "*"],
  ["delete an alarm", "cloudwatch:DeleteAlarms", "*"],
  ["put another alarm in an alarm's place", "cloudwatch:PutMetricAlarm", "*"],
  ["put another rule in a rule's place", "events:PutRule", "*"],
  ["send an alert elsewhere", "events:PutTargets", "*"],
  ["filter what on-call gets", "sns:SetSubscriptionAttributes", "*"],
  ["weaken the key of new volumes", "ec2:ModifyEbsDefaultKmsKeyId", "*"],
  ["delete the firewall", "network-firewall:DeleteFirewall", "*"],
  ["delete a database", "dsql:DeleteCluster", "*"],
  ["take a member out of a copied ledger", "rds:RemoveFromGlobalCluster", "*"],
  ["delete a secret", "secretsmanager:DeleteSecret", "*"],
  ["switch off a rule that tells on-call", "events:DisableRule", "*"],
  ["delete a key", "kms:ScheduleKeyDeletion", "*"],
  ["delete a recovery point", "backup:DeleteRecoveryPoint", "*"],
  ["open the account to public buckets", "s3:PutAccountPublicAccessBlock", "*"],
  ["write into the archive", "s3:PutObject", `${archive}/x`],
  ["change the archive's policy", "s3:PutBucketPolicy", archive],
  ["lift its own boundary", "iam:DeleteRolePermissionsBoundary", "*"],
  ["make a role without the boundary", "iam:CreateRole", "*"],
  ["go on to another role", "sts:AssumeRole", "*"],
] as const;

test.each(forbidden)("it can never %s", (_, action, resource) => {
  expect(decide(breakGlass.boundary.policy, { action, resource, by: holder })).toBe("denied");
});

const needed = [
  ["start a service again", "ecs:UpdateService"],
  ["open a security group", "ec2:AuthorizeSecurityGroupIngress"],
  ["mend a route", "ec2:ReplaceRoute"],
  ["change the firewall's rules", "network-firewall:UpdateRuleGroup"],
  ["shift traffic", "route53:ChangeResourceRecordSets"],
  ["restore a backup", "backup:StartRestoreJob"],
  ["promote a ledger's copy whose primary is lost", "rds:FailoverGlobalCluster"],
  ["promote it with both well", "rds:SwitchoverGlobalCluster"],
  ["keep a key from being deleted", "kms:CancelKeyDeletion"],
  ["read the archive", "s3:GetObject"],
  ["hand a role to AWS Backup", "iam:PassRole"],
] as const;

test.each(needed)("its boundary leaves it free to %s", (_, action) => {
  expect(decide(breakGlass.boundary.policy, { action, resource: `${archive}/x`, by: holder })).toBe("allowed");
});

test("it hands out the deployment's own roles to AWS Backup, and nothing to whoever runs code", () => {
  const pass = (role: string, service: string) =>
    decide(breakGlass.permissions, {
      action: "iam:PassRole",
      resource: roleArn(deployment, role),
      by: holder,
      context: { "iam:PassedToService": service },
    });
  expect(pass("twinsite-sweden-site-a-backup", "backup.amazonaws.com")).toBe("allowed");
  for (const service of ["ecs-tasks", "ec2", "lambda"])
    expect(pass("twinsite-sweden-site-a-payment-service", `${service}.amazonaws.com`)).toBe("notMentioned");
  expect(pass(deployment.access.deployerRole, "backup.amazonaws.com")).toBe("notMentioned");
});

test("the boundary fits the 6144 characters that IAM allows", () => {
  expect(breakGlass.boundary.policy.length).toBeLessThanOrEqual(6144);
});
