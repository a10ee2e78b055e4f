import { claim, withClaims } from "../claims";
import { leavesOf } from "../json";
import { asText } from "../language/conversion";
import { isUnread } from "../language/unread-expression";
import type { Block, Template } from "../template";
import type { Estate } from "./estate";
import { declaredValue } from "./follow";
import { grouped } from "./grouped";
import { accountOf, regionOf } from "./provider";
import { remembered, rememberedText } from "./remembered";
import { blocksOfType, type StackBlock } from "./stack-block";

/** How a type of block is known to AWS before it is made: the attribute with its name, and its ARN. */
interface Identity {
  readonly key: string;
  /** Whether the name is one in the whole account, or in each of its Regions. */
  readonly within: "account" | "region";
  /** None where AWS adds something of its own. */
  readonly arn?: (name: string, place: Place) => string;
}

interface Place {
  readonly region: string;
  readonly account: string;
  readonly path: string;
}

const regional = (key: string, service: string, kind = ""): Identity => ({
  key,
  within: "region",
  arn: (name, { region, account }) => `arn:aws:${service}:${region}:${account}:${kind}${name}`,
});

const identities: ReadonlyMap<string, Identity> = new Map<string, Identity>([
  ["aws_backup_vault", regional("name", "backup", "backup-vault:")],
  // One for all Regions (AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-dashboard, read 2026-12-01).
  ["aws_cloudwatch_dashboard", { key: "dashboard_name", within: "account" }],
  ["aws_cloudwatch_log_group", regional("name", "logs", "log-group:")],
  ["aws_cloudwatch_metric_alarm", regional("alarm_name", "cloudwatch", "alarm:")],
  ["aws_ecr_repository", regional("name", "ecr", "repository/")],
  ["aws_iam_role", { key: "name", within: "account", arn: (name, { account, path }) => `arn:aws:iam::${account}:role${path}${name}` }],
  ["aws_kms_alias", regional("name", "kms")],
  ["aws_rds_cluster", regional("cluster_identifier", "rds", "cluster:")],
  ["aws_rds_global_cluster", { key: "global_cluster_identifier", within: "account" }],
  ["aws_s3_bucket", { key: "bucket", within: "account", arn: (name) => `arn:aws:s3:::${name}` }],
  ["aws_secretsmanager_secret", { key: "name", within: "region" }],
  ["aws_sns_topic", regional("name", "sns")],
]);

/** Blocks of a type that have a name, written out: one in every Region that has such a one. */
export function blocksCalled(estate: Estate, type: string, name: string | undefined): readonly StackBlock[] {
  const key = identities.get(type)?.key;
  const called = key === undefined || name === undefined ? [] : (blocksByText(estate)(keyOf({ type, key })).get(name) ?? []);
  for (const { block } of called) if (key !== undefined) claim(block.attributes, key);
  return called;
}

/** Type of the blocks that name another, and the attribute by which they do. */
export interface By {
  readonly type: string;
  readonly key: string;
}

/** Blocks of a type that name a block in an attribute by its ARN, the id that AWS gave it, or a name that is its own there. */
export function blocksNamingLiterally(estate: Estate, named: StackBlock, by: By): readonly StackBlock[] {
  const name = nameOf(estate, named);
  const texts = [arnOf(estate, named), literalAt(named.block, "id")].flatMap((text) => text ?? []);
  if (name === undefined && texts.length === 0) return [];
  const found = blocksByText(estate)(keyOf(by));
  const isBeside = (other: StackBlock): boolean =>
    accountOf(other.template) === accountOf(named.template) &&
    (identities.get(named.block.type)?.within === "account" || regionOf(estate, other) === regionOf(estate, named));
  return [
    ...(name === undefined ? [] : (found.get(name) ?? []).filter(isBeside)),
    ...new Set(texts.filter((text) => text !== name).flatMap((text) => found.get(text) ?? [])),
  ].filter(({ block }) => block !== named.block);
}

/** A place that names a block by its ARN, such as a policy, where a reference would do. */
export interface ArnMention {
  readonly template: Template;
  readonly block: Block;
  readonly path: string;
}

/** Everything that names a block by its ARN, in a text of its own or inside another. */
export function arnMentionsOf(estate: Estate, named: StackBlock): readonly ArnMention[] {
  const arn = arnOf(estate, named);
  return arn === undefined ? [] : (mentionsByArn(estate).get(arn) ?? []);
}

const ARN = /arn:aws[\w-]*:[a-z0-9-]+:[a-z0-9-]*:\d*:[^\s"',\\]+/g;

const mentionsByArn = remembered(({ stacks }: Estate) =>
  grouped(stacks.flatMap((template) => template.resources.flatMap((block) => arnsIn({ template, block })))),
);

function arnsIn({ template, block }: StackBlock): readonly (readonly [string, ArnMention])[] {
  return leavesOf(block.attributes).flatMap(({ path, value }) => {
    const arns = typeof value === "string" && value.includes("arn:aws") ? [...new Set(value.match(ARN) ?? [])] : [];
    return arns.map((arn) => [arn, { template, block, path }] as const);
  });
}

/** Blocks that have each text in an attribute, by their type and that attribute. */
const blocksByText = remembered((estate: Estate) =>
  rememberedText((typeAndKey): ReadonlyMap<string, readonly StackBlock[]> => {
    const [type = "", key = ""] = typeAndKey.split(" ");
    // Looking through all names is reading none of the blocks: whoever finds one claims its name.
    return withClaims(() =>
      grouped(
        blocksOfType(estate, type).flatMap(({ template, block }) => {
          const text = declaredValue(estate, template, block.attributes[key]);
          return typeof text === "string" ? [[text, { template, block }] as const] : [];
        }),
      ),
    ).answer;
  }),
);

function keyOf({ type, key }: By): string {
  return `${type} ${key}`;
}

function nameOf(estate: Estate, { template, block }: StackBlock): string | undefined {
  const identity = identities.get(block.type);
  const name = identity === undefined ? undefined : declaredValue(estate, template, block.attributes[identity.key]);
  return typeof name === "string" && !name.includes("${") ? name : undefined;
}

/** ARN of a block: as a state has it, or as AWS will make it. */
function arnOf(estate: Estate, { template, block }: StackBlock): string | undefined {
  const known = literalAt(block, "arn");
  if (known !== undefined) return known;
  const [name, region, account] = [nameOf(estate, { template, block }), regionOf(estate, { template, block }), accountOf(template)];
  if (name === undefined || region === undefined || account === undefined) return undefined;
  return identities.get(block.type)?.arn?.(name, { region, account, path: literalAt(block, "path") ?? "/" });
}

function literalAt({ attributes }: Block, key: string): string | undefined {
  // Looking for a name is not reading the block: what it says counts for whoever finds it.
  const text = asText(attributes[key]);
  return text === undefined || isUnread(text) || text.includes("${") ? undefined : text;
}
