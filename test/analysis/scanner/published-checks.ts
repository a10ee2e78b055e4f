import { z } from "zod";
import { blocksAt, textAt } from "../../../synthesized/attributes";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import { levelOf } from "../../facts/iam-actions";

/** What a published check of checkov finds in a stack, as its source has it: the addresses on which it fires. */
export type PublishedCheck = (template: Template) => readonly string[];

const failing =
  (type: string, fails: (block: Block, template: Template) => boolean): PublishedCheck =>
  (template) =>
    resourcesOf(template, type)
      .filter((block) => fails(block, template))
      .map(({ address }) => address);

/** A connection of checkov's graph: something of the type that names the block. */
function connected({ address }: Block, template: Template, type: string): readonly Block[] {
  return resourcesOf(template, type).filter(({ attributes }) => JSON.stringify(attributes).includes(`\${${address}.`));
}

const unconnected = (type: string, to: string): PublishedCheck =>
  failing(type, (block, template) => connected(block, template, to).length === 0);

const withoutOwnKey = (block: Block): boolean =>
  !blocksAt(block.attributes, "encryption_configuration").some((encryption) => encryption["key_id"] !== undefined);

function isEncryptedByKey(block: Block, template: Template): boolean {
  return connected(block, template, "aws_s3_bucket_server_side_encryption_configuration").some(({ attributes }) =>
    JSON.stringify(attributes).includes('"sse_algorithm":"aws:kms'),
  );
}

function isReplicated(block: Block, template: Template): boolean {
  return connected(block, template, "aws_s3_bucket_replication_configuration").some(({ attributes }) =>
    blocksAt(attributes, "rule").some((rule) => rule["status"] === "Enabled"),
  );
}

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())]);
const identityPolicy = z.object({
  Statement: z.array(
    z.object({ Effect: z.string(), Action: texts.default([]), Resource: texts.default([]), Condition: z.unknown().optional() }),
  ),
});

/** Cloudsplaining looks at what is allowed on everything without a condition. */
const onEverything =
  (isMeant: (action: string) => boolean): PublishedCheck =>
  (template) =>
    ["aws_iam_policy", "aws_iam_role_policy"].flatMap((type) =>
      failing(type, ({ attributes }) =>
        statementsIn(textAt(attributes, "policy")).some(
          ({ Effect, Resource, Action, Condition }) =>
            Effect === "Allow" &&
            Condition === undefined &&
            Resource.includes("*") &&
            Action.some((action) => action === "*" || isMeant(action)),
        ),
      )(template),
    );

/** A policy with a reference in it is no JSON until Terraform has put the value there: every id here would be one of a resource. */
function statementsIn(policy = ""): z.infer<typeof identityPolicy>["Statement"] {
  const read = identityPolicy.safeParse(policy.includes("${") ? JSON.parse(policy.replaceAll(/\$\{[^}]*\}/g, "id")) : JSON.parse(policy));
  return read.success ? read.data.Statement : [];
}

const oneOf =
  (...actions: readonly string[]) =>
  (action: string): boolean =>
    actions.includes(action);
const ofLevel =
  (level: RegExp) =>
  (action: string): boolean =>
    level.test(levelOf(action) ?? "");

/** By the source of each check in bridgecrewio/checkov, terraform/checks, read 2026-12-01; of 286 to 290 only the actions that matter here. */
export const publishedChecks: Readonly<Record<string, PublishedCheck>> = {
  CKV_AWS_18: unconnected("aws_s3_bucket", "aws_s3_bucket_logging"),
  CKV_AWS_144: failing("aws_s3_bucket", (block, template) => !isReplicated(block, template)),
  CKV_AWS_145: failing("aws_s3_bucket", (block, template) => !isEncryptedByKey(block, template)),
  CKV_AWS_152: failing(
    "aws_lb",
    ({ attributes }) =>
      (textAt(attributes, "load_balancer_type") ?? "application") !== "application" &&
      attributes["enable_cross_zone_load_balancing"] !== true,
  ),
  CKV_AWS_252: failing("aws_cloudtrail", ({ attributes }) => attributes["sns_topic_name"] === undefined),
  CKV_AWS_286: onEverything(oneOf("iam:AttachRolePolicy", "iam:CreatePolicyVersion", "iam:PutRolePolicy")),
  CKV_AWS_287: onEverything(oneOf("iam:CreateAccessKey", "iam:CreateLoginProfile", "sts:AssumeRole")),
  CKV_AWS_288: onEverything(oneOf("s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter")),
  CKV_AWS_289: onEverything(ofLevel(/^Permissions management(?!.*anywhere)/)),
  CKV_AWS_290: onEverything(ofLevel(/^Write$/)),
  CKV_AWS_345: failing("aws_networkfirewall_firewall", withoutOwnKey),
  CKV_AWS_346: failing("aws_networkfirewall_firewall_policy", withoutOwnKey),
  CKV_AWS_355: onEverything((action) => levelOf(action)?.endsWith("anywhere") !== true),
  CKV2_AWS_57: unconnected("aws_secretsmanager_secret", "aws_secretsmanager_secret_rotation"),
  CKV2_AWS_62: unconnected("aws_s3_bucket", "aws_s3_bucket_notification"),
};
