import { blockIn, blocksAt, textAt, valueAt } from "../../synthesized/attributes";
import { blockNamed, follow } from "../../synthesized/estate/follow";
import { blocksCalled } from "../../synthesized/estate/literal-names";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import type { JsonObject } from "../../synthesized/json";
import { isSet } from "../flows/terms/set-attribute";
import { type Call, mayCall } from "./call";
import { declaredActions } from "./declared-actions";
import type { Payment } from "./payment";
import { placeOf } from "./place";
import { resourcePolicyPieces } from "./resource-policy";
import { found, missing, type Piece, unreadable } from "./step";
import type { Told, Understood } from "./told";
import { keyUsePieces, usageOf } from "./usable-key";

const ALIAS = /^arn:aws:kms:([a-z0-9-]+):(\d{12}):(alias\/[\w/-]+)$/;
const MAC = new Set(["kms:GenerateMac", "kms:VerifyMac"]);

/** A key by its alias's ARN: of this Region and account, able to do what is declared of keys of its kind, and letting the role do it. */
export function toldKey({ name, value, role }: Told, payment: Payment): Understood {
  const { estate, region, account } = payment;
  const [, place, owner, alias] = ALIAS.exec(value) ?? [];
  if (alias === undefined) return { pieces: [unreadable(`${name} is ${value}, no ARN of an alias`)], used: [] };
  const made = blocksCalled(estate, "aws_kms_alias", alias).find((one) => placeOf(estate, one) === region);
  const key = made === undefined ? undefined : follow(estate, made, "target_key_id");
  if (place !== region || owner !== account || made === undefined || key === undefined)
    return {
      pieces: [missing(`${name} is ${value}, and there is no such key in ${region ?? "the site's Region"}`)],
      used: declaredActions(payment, "kms"),
    };
  const usage = usageOf(key, payment);
  const actions = declaredActions(payment, "kms").filter((action) => fits(action, usage));
  if (actions.length === 0)
    return { pieces: [missing(`${name} names a key for ${usage ?? "?"}, which no flow declares an action for`)], used: [] };
  return { pieces: role === undefined ? [] : keyUsePieces(role, { title: alias, key, actions, alias }, payment), used: actions };
}

function fits(action: string, usage: string | undefined): boolean {
  if (action === "kms:DescribeKey") return usage !== undefined;
  return MAC.has(action) ? usage === "GENERATE_VERIFY_MAC" : usage === "ENCRYPT_DECRYPT";
}

/** A secret by its name, made in this Region or copied to it. */
export function toldSecret({ name, value, role }: Told, payment: Payment): Understood {
  const { estate, region = "", account = "" } = payment;
  const used = declaredActions(payment, "secretsmanager");
  const copies = blocksCalled(estate, "aws_secretsmanager_secret", value).flatMap((secret) => copyHere(secret, payment));
  const [here] = copies;
  if (here === undefined) return { pieces: [missing(`${name} is ${value}, and there is no such secret in ${region}`)], used };
  if (role === undefined) return { pieces: [], used };
  const arn = `arn:aws:secretsmanager:${region}:${account}:secret:${value}-AbCdEf`;
  const policies = blocksNaming(estate, here.secret, { type: "aws_secretsmanager_secret_policy", key: "secret_arn" });
  return {
    pieces: [
      ...used.map((action) => callPiece(role, { action, arn, block: here.secret }, payment)),
      ...policies.flatMap((policy) => resourcePolicyPieces({ policy, role, actions: used, arn }, payment)),
      ...secretKeyPieces(role, here, payment),
    ],
    used,
  };
}

interface Copy {
  readonly secret: StackBlock;
  /** The block that says under which key it is there. */
  readonly settings: JsonObject;
}

function copyHere(secret: StackBlock, { estate, region }: Payment): readonly Copy[] {
  if (placeOf(estate, secret) === region) return [{ secret, settings: secret.block.attributes }];
  return blocksAt(secret.block.attributes, "replica")
    .filter((replica) => textAt(replica, "region") === region)
    .map((settings) => ({ secret, settings }));
}

function secretKeyPieces(role: StackBlock, { secret, settings }: Copy, payment: Payment): readonly Piece[] {
  if (!isSet(settings, "kms_key_id")) return [found(`${textOf(secret)} under AWS's own key`)];
  const key = blockNamed(payment.estate, secret.template, valueAt(settings, "kms_key_id"));
  if (key === undefined) return [unreadable(`under which key ${textOf(secret)} is cannot be read`)];
  return keyUsePieces(role, { title: "secret", key, actions: ["kms:Decrypt"], through: "secretsmanager" }, payment);
}

/** A bucket by its name. What lies there is under a key of its own. */
export function toldBucket({ name, value, role }: Told, payment: Payment): Understood {
  const { estate, region = "" } = payment;
  const used = declaredActions(payment, "s3");
  const bucket = blocksCalled(estate, "aws_s3_bucket", value).find((one) => placeOf(estate, one) === region);
  if (bucket === undefined) return { pieces: [missing(`${name} is ${value}, and there is no such bucket in ${region}`)], used };
  if (role === undefined) return { pieces: [], used };
  const arn = `arn:aws:s3:::${value}/any`;
  const policies = blocksNaming(estate, bucket, { type: "aws_s3_bucket_policy", key: "bucket" });
  return {
    pieces: [
      ...used.map((action) => callPiece(role, { action, arn, block: bucket }, payment)),
      ...policies.flatMap((policy) => resourcePolicyPieces({ policy, role, actions: used, arn }, payment)),
      ...bucketKeyPieces(role, bucket, payment),
    ],
    used,
  };
}

function bucketKeyPieces(role: StackBlock, bucket: StackBlock, payment: Payment): readonly Piece[] {
  const { estate } = payment;
  const configurations = blocksNaming(estate, bucket, { type: "aws_s3_bucket_server_side_encryption_configuration", key: "bucket" });
  return configurations.flatMap(({ template, block }) =>
    blocksAt(block.attributes, "rule").flatMap((rule) => {
      const under = blockIn(rule, "apply_server_side_encryption_by_default") ?? {};
      if (textAt(under, "sse_algorithm") !== "aws:kms") return [found(`${textOf(bucket)} under S3's own key`)];
      const key = blockNamed(estate, template, valueAt(under, "kms_master_key_id"));
      if (key === undefined) return [unreadable(`under which key ${textOf(bucket)} is cannot be read`)];
      return keyUsePieces(role, { title: "files", key, actions: ["kms:Decrypt", "kms:GenerateDataKey"], through: "s3" }, payment);
    }),
  );
}

/** Metrics know no resource, but the namespace that they are written into. */
export function toldNamespace({ value, role }: Told, payment: Payment): Understood {
  const used = declaredActions(payment, "monitoring");
  const context = new Map([["cloudwatch:namespace", value]]);
  return { pieces: role === undefined ? [] : used.map((action) => callPiece(role, { action, arn: "*", context }, payment)), used };
}

export function callPiece(role: StackBlock, call: Call, payment: Payment): Piece {
  switch (mayCall(role, call, payment)) {
    case "allowed":
      return found(`${call.action} by ${textOf(role)}`);
    case "notAllowed":
      return missing(`${textOf(role)} may not ${call.action} on ${call.arn}`);
    case "unknown":
      return unreadable(`whether ${textOf(role)} may ${call.action} on ${call.arn} cannot be read`);
  }
}
