import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { blockNamed } from "../../synthesized/estate/follow";
import { regionOf } from "../../synthesized/estate/provider";
import { blocksOfType, type StackBlock } from "../../synthesized/estate/stack-block";
import { arnsFrom } from "./literal-start";
import { type PolicyStatement, sorted } from "./policy-statement";

/** Besides what keys lend: the key administrator finds keys, and puts the secrets' values without reading one. */
export function keyAdministratorStatements(estate: Estate, account: string): readonly PolicyStatement[] {
  return [
    { Sid: "FindKeys", Effect: "Allow", Action: ["kms:ListAliases", "kms:ListKeys"], Resource: ["*"] },
    {
      Sid: "PutSecrets",
      Effect: "Allow",
      Action: ["secretsmanager:DescribeSecret", "secretsmanager:ListSecretVersionIds", "secretsmanager:PutSecretValue"],
      Resource: arnsFrom(estate, "arn:aws:secretsmanager:*:{account}:secret:{aws_secretsmanager_secret.name}", account),
    },
  ];
}

/** Where the guardrails write what a review reads (PCI DSS 10.4.1), and by which attribute it is found. */
const EVIDENCE = [
  ["aws_cloudtrail", "s3_bucket_name"],
  ["aws_config_delivery_channel", "s3_bucket_name"],
  ["aws_s3_bucket_logging", "target_bucket"],
] as const;

/** Besides what keys lend: the auditor reads trail, access logs and the record of AWS Config. */
export function auditorStatements(estate: Estate, account: string): readonly PolicyStatement[] {
  const buckets = sorted(
    EVIDENCE.flatMap(([type, attribute]) => blocksOfType(estate, type).flatMap((block) => bucketOf(estate, block, attribute))),
  ).map((bucket) => `arn:aws:s3:::${bucket}`);
  const groups = sorted(blocksOfType(estate, "aws_cloudtrail").flatMap((trail) => groupOf(estate, trail, account)));
  const statements: readonly PolicyStatement[] = [
    { Sid: "FindEvidence", Effect: "Allow", Action: ["s3:GetBucketLocation", "s3:ListBucket"], Resource: buckets },
    { Sid: "ReadEvidence", Effect: "Allow", Action: ["s3:GetObject"], Resource: buckets.map((bucket) => `${bucket}/*`) },
    {
      Sid: "ReadTrail",
      Effect: "Allow",
      Action: ["logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery"],
      Resource: groups,
    },
    { Sid: "ReadAnswers", Effect: "Allow", Action: ["logs:GetQueryResults"], Resource: ["*"] },
  ];
  return statements.filter(({ Resource }) => Resource.length > 0);
}

function bucketOf(estate: Estate, { template, block }: StackBlock, attribute: string): readonly string[] {
  const written = textAt(block.attributes, attribute) ?? "";
  if (written !== "" && !written.includes("${")) return [written];
  const bucket = blockNamed(estate, template, block.attributes[attribute]);
  const name = bucket === undefined ? undefined : textAt(bucket.block.attributes, "bucket");
  return name === undefined ? [] : [name];
}

function groupOf(estate: Estate, trail: StackBlock, account: string): readonly string[] {
  const [reference] = /\$\{[^}]+\}/.exec(textAt(trail.block.attributes, "cloud_watch_logs_group_arn") ?? "") ?? [];
  const group = blockNamed(estate, trail.template, reference);
  const name = group === undefined ? undefined : textAt(group.block.attributes, "name");
  const region = regionOf(estate, trail);
  return name === undefined || region === undefined ? [] : [`arn:aws:logs:${region}:${account}:log-group:${name}:*`];
}
