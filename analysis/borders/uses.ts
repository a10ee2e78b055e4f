import { type DataHolder, dataHolders } from "../../facts/data-holders";
import type { DataClass } from "../../facts/market-rules";
import { referencesIn } from "../../synthesized/reference";
import type { Block, Template } from "../../synthesized/template";
import { logUses } from "./logs";
import { type Files, type Located, targetBlock } from "./target";
import type { Traffic } from "./traffic";

/** What type of data a resource is a holder of; more than one row where it keeps more. */
export function holderOf({ type }: Block): DataHolder | undefined {
  return dataHolders.find((holder) => holder.type === type);
}

/**
 * What a store for anything holds, by who is seen to use it. One that nobody is seen to use, or that
 * is used by what is not known, may hold payments.
 */
export function usedFor(located: Located, traffic: Traffic): readonly DataClass[] {
  const uses = usesOf(located, traffic);
  return uses.length > 0 && uses.every((use) => use === "operations") ? ["operations"] : ["paymentData"];
}

function usesOf(located: Located, traffic: Traffic): readonly DataClass[] {
  switch (located.block.type) {
    case "aws_s3_bucket":
      return bucketUses(located, traffic);
    case "aws_cloudwatch_log_group":
      return logUses(located, traffic).map(({ data }) => data);
    default:
      return keyUses(located, traffic);
  }
}

function bucketUses({ template, block }: Located, { files, sendings }: Traffic): readonly DataClass[] {
  const name = block.attributes["bucket"];
  const states = files.templates.filter(
    ({ backend }) => name !== undefined && backend?.kind === "s3" && backend.settings["bucket"] === name,
  );
  const copies = template.resources
    .filter(({ type }) => type === "aws_s3_bucket_replication_configuration")
    .filter(({ attributes }) => referencesIn(attributes["bucket"] ?? "").some(({ address }) => address === block.address));
  const written = sendings.filter(({ target }) => target?.block === block);
  return [
    ...states.map((): DataClass => "operations"),
    ...copies.map((): DataClass => "paymentData"),
    ...written.map(({ sender }) => sender.data),
  ];
}

/** Those that encrypt with it, in its own template: policies and names of it do not count. */
function keyUses({ template, block }: Located, traffic: Traffic): readonly DataClass[] {
  return template.resources
    .filter((other) => other !== block && !NAMING.has(other.type))
    .filter(({ attributes }) => referencesIn(attributes).some(({ address }) => address === block.address))
    .flatMap((user) => {
      const data = holderOf(user)?.data;
      if (data !== undefined && data !== "asUsed") return data;
      const store = user.type === "aws_cloudwatch_log_group" ? { template, block: user } : bucketOf(user, template, traffic.files);
      return store === undefined ? ["paymentData"] : usedFor(store, traffic);
    });
}

const NAMING = new Set(["aws_kms_alias", "aws_kms_key_policy", "aws_s3_bucket_policy", "aws_s3_bucket_replication_configuration"]);

function bucketOf({ attributes }: Block, template: Template, files: Files): Located | undefined {
  const target = targetBlock(attributes["bucket"] ?? null, template, files);
  return target?.block.type === "aws_s3_bucket" ? target : undefined;
}
