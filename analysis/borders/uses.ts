import { type DataHolder, dataHolders } from "../../facts/data-holders";
import type { DataClass } from "../../facts/market-rules";
import { referrersTo } from "../../synthesized/estate/referrers";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import type { Block, Template } from "../../synthesized/template";
import { logUses } from "./logs";
import { targetBlock } from "./target";
import type { Traffic } from "./traffic";

/** What type of data a resource is a holder of; more than one row where it keeps more. */
export function holderOf({ type }: Block): DataHolder | undefined {
  return dataHolders.find((holder) => holder.type === type);
}

/**
 * What a store for anything holds, by who is seen to use it. One that nobody is seen to use, or that
 * is used by what is not known, may hold payments.
 */
export function usedFor(located: StackBlock, traffic: Traffic): readonly DataClass[] {
  const uses = usesOf(located, traffic);
  return uses.length > 0 && uses.every((use) => use === "operations") ? ["operations"] : ["paymentData"];
}

function usesOf(located: StackBlock, traffic: Traffic): readonly DataClass[] {
  switch (located.block.type) {
    case "aws_s3_bucket":
      return bucketUses(located, traffic);
    case "aws_cloudwatch_log_group":
      return logUses(located, traffic).map(({ data }) => data);
    default:
      return keyUses(located, traffic);
  }
}

function bucketUses(bucket: StackBlock, { estate, sendings }: Traffic): readonly DataClass[] {
  const { block } = bucket;
  const name = block.attributes["bucket"];
  const states = estate.stacks.filter(({ backend }) => name !== undefined && backend?.kind === "s3" && backend.settings["bucket"] === name);
  const copies = referrersTo(estate, bucket).filter(({ block: copy, path }) => copy?.type === REPLICATION && path === "bucket");
  const written = sendings.filter(({ target }) => target?.block === block);
  return [
    ...states.map((): DataClass => "operations"),
    ...copies.map((): DataClass => "paymentData"),
    ...written.map(({ sender }) => sender.data),
  ];
}

/** Data that is encrypted with a key, in its own stack: policies and names of the key do not count. */
function keyUses(key: StackBlock, traffic: Traffic): readonly DataClass[] {
  const users = referrersTo(traffic.estate, key).flatMap(({ template, block }) =>
    template === key.template && block?.kind === "resource" && block !== key.block && !NAMING.has(block.type) ? [block] : [],
  );
  return [...new Set(users)].flatMap((user) => {
    const data = holderOf(user)?.data;
    if (data !== undefined && data !== "asUsed") return data;
    const store =
      user.type === "aws_cloudwatch_log_group" ? { template: key.template, block: user } : bucketOf(user, key.template, traffic);
    return store === undefined ? ["paymentData"] : usedFor(store, traffic);
  });
}

const REPLICATION = "aws_s3_bucket_replication_configuration";
const NAMING = new Set(["aws_kms_alias", "aws_kms_key_policy", "aws_s3_bucket_policy", REPLICATION]);

function bucketOf({ attributes }: Block, template: Template, { estate }: Traffic): StackBlock | undefined {
  const target = targetBlock(estate, template, attributes["bucket"] ?? null);
  return target?.block.type === "aws_s3_bucket" ? target : undefined;
}
