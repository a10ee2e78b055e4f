import { z } from "zod";
import { designOf } from "../../../design/design";
import { configRoleArn, roleArn } from "../../../design/foundation/naming";
import { breakGlassRoleArn } from "../../../design/protection/break-glass";
import type { KeyUse } from "../../../design/protection/key-uses";
import { keyDesign } from "../../../design/protection/keys";
import { decide, type PolicyRequest } from "../../policy-decision";
import { sweden } from "../../sweden";

const deployment = sweden();
const deployer = { role: roleArn(deployment, deployment.access.deployerRole) };
const administrator = { role: roleArn(deployment, deployment.access.keyAdministratorRole) };
const breakGlass = { role: breakGlassRoleArn(deployment) };
const recorder = { role: configRoleArn(deployment) };
const workload = { role: "arn:aws:iam::111122223333:role/twinsite-sweden-site-a-payment-service" };
const stranger = { role: "arn:aws:iam::999999999999:role/platform/twinsite-deployer" };
const everyone: readonly PolicyRequest["by"][] = [
  breakGlass,
  recorder,
  workload,
  stranger,
  { role: "arn:aws:iam::111122223333:root" },
  { role: "arn:aws:iam::111122223333:role/copy-of/platform/twinsite-deployer" },
  ...["backup", "cloudtrail", "cloudwatch", "config", "ecr", "events", "logs.eu-north-1", "s3"].map((name) => ({
    service: `${name}.amazonaws.com`,
  })),
];

const keySchema = z.looseObject({ alias: z.string().startsWith("alias/"), policy: z.string() });
type Key = z.infer<typeof keySchema>;

/** Every key anywhere in a design. */
function keysIn(value: unknown): readonly Key[] {
  if (typeof value !== "object" || value === null) return [];
  const key = keySchema.safeParse(value);
  return [...(key.success ? [key.data] : []), ...Object.values(value).flatMap(keysIn)];
}

const keys = keysIn(designOf(deployment));
const policyFor = (use: KeyUse): string =>
  keyDesign(deployment, { alias: "alias/test", description: "Test", uses: [use], tags: {} }).policy;

test("the deployment has keys in every stack that holds data", () => {
  expect(keys.length).toBeGreaterThan(15);
});

describe.each(keys.map((key, position) => [`${key.alias}, ${position}`, key] as const))("%s", (_, { policy }) => {
  test("its two administrators may change its policy, and nobody but them", () => {
    const change = (by: PolicyRequest["by"]) => decide(policy, { action: "kms:PutKeyPolicy", by });
    expect([deployer, administrator].map(change)).toEqual(["allowed", "allowed"]);
    expect(everyone.map(change)).toEqual(everyone.map(() => "notMentioned"));
  });

  test("who administers it cannot decrypt with it", () => {
    const decrypt = (by: PolicyRequest["by"]) => decide(policy, { action: "kms:Decrypt", by });
    expect([deployer, administrator, breakGlass].map(decrypt)).toEqual(["notMentioned", "notMentioned", "notMentioned"]);
  });

  test("nobody lends it to another principal than an AWS service", () => {
    const lend = (by: PolicyRequest["by"]) =>
      decide(policy, { action: "kms:CreateGrant", by, context: { "kms:GrantIsForAWSResource": "false" } });
    expect([deployer, administrator, ...everyone].map(lend)).not.toContain("allowed");
  });

  test("the break-glass role may cancel its deletion but not ask for it", () => {
    expect(decide(policy, { action: "kms:CancelKeyDeletion", by: breakGlass })).toBe("allowed");
    expect(decide(policy, { action: "kms:ScheduleKeyDeletion", by: breakGlass })).toBe("notMentioned");
  });

  test("AWS Config may see that it rotates and who may use it, and do nothing with it", () => {
    const asked = (action: string) => decide(policy, { action, by: recorder });
    const seen = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"];
    expect(seen.map(asked)).toEqual(seen.map(() => "allowed"));
    for (const action of ["kms:Decrypt", "kms:Encrypt", "kms:GenerateMac", "kms:Sign", "kms:PutKeyPolicy"])
      expect(asked(action)).toBe("notMentioned");
  });

  test("it fits the 32768 bytes that KMS allows a policy", () => {
    expect(Buffer.byteLength(policy)).toBeLessThanOrEqual(32_768);
  });
});

test("the deployer lends a key to services, so that encrypted resources can be made", () => {
  const policy = policyFor({ by: "services", may: "readAndWrite", region: "eu-north-1", services: ["s3"], principals: [] });
  expect(decide(policy, { action: "kms:CreateGrant", by: deployer, context: { "kms:GrantIsForAWSResource": "true" } })).toBe("allowed");
  expect(decide(policy, { action: "kms:CreateGrant", by: administrator, context: { "kms:GrantIsForAWSResource": "true" } })).toBe(
    "notMentioned",
  );
});

const trailArn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/twinsite-sweden-trail";
const logs = "arn:aws:logs:eu-north-1:111122223333:log-group:";
const cases: readonly (readonly [string, KeyUse, PolicyRequest, readonly Partial<PolicyRequest>[]])[] = [
  [
    "log groups by name in their Region",
    { by: "cloudWatchLogs", region: "eu-north-1", logGroups: ["/flows/*"] },
    {
      action: "kms:GenerateDataKey",
      by: { service: "logs.eu-north-1.amazonaws.com" },
      context: { "kms:EncryptionContext:aws:logs:arn": `${logs}/flows/a` },
    },
    [
      { by: { service: "logs.eu-central-1.amazonaws.com" } },
      { context: { "kms:EncryptionContext:aws:logs:arn": `${logs}/other` } },
      { context: {} },
    ],
  ],
  [
    "alarms of the account",
    { by: "alarmsAndEvents" },
    { action: "kms:GenerateDataKey", by: { service: "cloudwatch.amazonaws.com" }, context: { "aws:SourceAccount": "111122223333" } },
    [{ context: { "aws:SourceAccount": "999999999999" } }, { by: { service: "sns.amazonaws.com" } }, { action: "kms:Encrypt" }],
  ],
  [
    "events, which name no account",
    { by: "alarmsAndEvents" },
    { action: "kms:Decrypt", by: { service: "events.amazonaws.com" } },
    [{ action: "kms:Encrypt" }],
  ],
  [
    "one trail",
    { by: "cloudTrail", trailArn },
    {
      action: "kms:GenerateDataKey",
      by: { service: "cloudtrail.amazonaws.com" },
      context: { "aws:SourceArn": trailArn, "kms:EncryptionContext:aws:cloudtrail:arn": trailArn },
    },
    [
      { context: { "aws:SourceArn": `${trailArn}-other`, "kms:EncryptionContext:aws:cloudtrail:arn": trailArn } },
      { context: { "aws:SourceArn": trailArn } },
    ],
  ],
  [
    "AWS Config of the account",
    { by: "configHistory" },
    { action: "kms:GenerateDataKey", by: { service: "config.amazonaws.com" }, context: { "aws:SourceAccount": "111122223333" } },
    [{ context: { "aws:SourceAccount": "999999999999" } }, { action: "kms:Encrypt" }],
  ],
  [
    "volumes of whoever is in the account",
    { by: "volumes", region: "eu-north-1" },
    {
      action: "kms:GenerateDataKeyWithoutPlaintext",
      by: workload,
      context: { "kms:CallerAccount": "111122223333", "kms:ViaService": "ec2.eu-north-1.amazonaws.com" },
    },
    [
      { context: { "kms:CallerAccount": "999999999999", "kms:ViaService": "ec2.eu-north-1.amazonaws.com" } },
      { context: { "kms:CallerAccount": "111122223333", "kms:ViaService": "ec2.eu-central-1.amazonaws.com" } },
      { context: { "kms:CallerAccount": "111122223333" } },
    ],
  ],
  [
    "the deployer who makes a backup vault",
    { by: "vaultCreation", region: "eu-north-1", creator: deployer.role },
    { action: "kms:GenerateDataKey", by: deployer, context: { "kms:ViaService": "backup.eu-north-1.amazonaws.com" } },
    [{ by: workload }, { context: { "kms:ViaService": "s3.eu-north-1.amazonaws.com" } }, { action: "kms:Encrypt" }],
  ],
  [
    "named roles through named services",
    { by: "services", may: "readAndWrite", region: "eu-north-1", services: ["s3"], principals: [`${workload.role}*`] },
    { action: "kms:Decrypt", by: workload, context: { "kms:ViaService": "s3.eu-north-1.amazonaws.com" } },
    [
      { by: breakGlass },
      { by: stranger },
      { context: { "kms:ViaService": "rds.eu-north-1.amazonaws.com" } },
      { context: {} },
      { action: "kms:CreateGrant" },
    ],
  ],
];

const auditor = { role: roleArn(deployment, deployment.access.auditorRole) };
const aliased = (alias: string) => keys.filter((key) => key.alias === alias);

test.each([
  { alias: "alias/twinsite-sweden-trail", keyCount: 1, regions: ["eu-west-1"], services: ["s3", "logs"] },
  {
    alias: "alias/twinsite-sweden-guardrails",
    keyCount: 5,
    regions: ["eu-north-1", "eu-central-1", "eu-west-1", "us-east-1", "us-west-2"],
    services: ["s3"],
  },
])(
  "$alias lets auditors read what it encrypts, in an emergency others too, and neither write",
  ({ alias, keyCount, regions, services }) => {
    const found = aliased(alias);
    expect(found.length).toBe(keyCount);
    for (const [position, { policy }] of found.entries()) {
      const ask = (by: PolicyRequest["by"], action: string, service: string) =>
        decide(policy, { action, by, context: { "kms:ViaService": `${service}.${regions[position]}.amazonaws.com` } });
      for (const service of services) expect(ask(auditor, "kms:Decrypt", service)).toBe("allowed");
      expect(ask(breakGlass, "kms:Decrypt", "s3")).toBe("allowed");
      for (const reader of [auditor, breakGlass])
        for (const action of ["kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom"])
          expect(ask(reader, action, "s3")).toBe("notMentioned");
      expect(ask(workload, "kms:Decrypt", "s3")).toBe("notMentioned");
      expect(decide(policy, { action: "kms:Decrypt", by: auditor })).toBe("notMentioned");
    }
  },
);

test("auditors use no key but those of the trail and of AWS Config's record", () => {
  const used = keys.filter(({ policy }) => policy.includes(auditor.role)).map(({ alias }) => alias);
  expect(new Set(used)).toEqual(new Set(["alias/twinsite-sweden-trail", "alias/twinsite-sweden-guardrails"]));
});

test.each(cases)("a key for %s lets exactly that in", (_, use, request, changes) => {
  const policy = policyFor(use);
  expect(decide(policy, request)).toBe("allowed");
  for (const change of changes)
    expect({ change, decision: decide(policy, { ...request, ...change }) }).toEqual({ change, decision: "notMentioned" });
});

test("two uses whose statements would share an id are refused by name", () => {
  const use: KeyUse = { by: "alarmsAndEvents" };
  expect(() => keyDesign(deployment, { alias: "alias/test", description: "Test", uses: [use, use], tags: {} })).toThrow(
    "two statements of one policy are called Alarms; merge them or rename one",
  );
});
