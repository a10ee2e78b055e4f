import { flagAt, textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { follow } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { decide, policyOf } from "../flows/policies/policy";
import type { Payment } from "./payment";
import { placeOf } from "./place";
import { check, missing, type Piece, unreadable } from "./step";

/**
 * A signed zone whose key Route 53 may not use ends in signatures that expire: resolvers that check
 * them then refuse every name (Route53/latest/DeveloperGuide/access-control-managing-permissions,
 * "key policies for DNSSEC", from memory).
 */
export function signingPieces(zone: StackBlock, payment: Payment): readonly Piece[] {
  const { estate } = payment;
  const keys = signingKeysOf(estate, zone);
  const signs = [zone, ...keys].some(
    (one) => blocksNaming(estate, one, { type: "aws_route53_hosted_zone_dnssec", key: "hosted_zone_id" }).length > 0,
  );
  return [
    // A parent that has the DS record of a zone without signatures makes every name in it refused.
    ...(keys.length > 0 && !signs ? [missing(`${textOf(zone)} has a key, and is not signed`)] : []),
    ...keys.map((key) => keyPiece(key, payment)),
  ];
}

export function signingKeysOf(estate: Estate, zone: StackBlock): readonly StackBlock[] {
  return blocksNaming(estate, zone, { type: "aws_route53_key_signing_key", key: "hosted_zone_id" });
}

function keyPiece(signing: StackBlock, { estate, account = "" }: Payment): Piece {
  const key = follow(estate, signing, "key_management_service_arn");
  if (key?.block.type !== "aws_kms_key") return missing(`${textOf(signing)} signs by no key that is there`);
  const unfit = whyUnfit(key, estate);
  if (unfit !== undefined) return missing(`${textOf(signing)} signs by ${textOf(key)}, which ${unfit}`);
  const policy = policyOf(estate, key);
  if (policy.kind !== "read") return unreadable(`whether Route 53 may sign by ${textOf(key)} cannot be read`);
  const context = new Map([
    ["aws:SourceAccount", account],
    ["aws:SourceArn", "arn:aws:route53:::hostedzone/any"],
    ["kms:GrantIsForAWSResource", "true"],
  ]);
  const decisions = ["kms:CreateGrant", "kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"].map((action) =>
    decide(policy.statements, { principal: { kind: "service", name: "dnssec-route53.amazonaws.com" }, action, context }),
  );
  if (decisions.includes("unknown")) return unreadable(`whether Route 53 may sign by ${textOf(key)} cannot be read`);
  const isLent = decisions.every((decision) => decision === "allowed");
  return check(isLent, `signed by ${textOf(key)}`, `Route 53 may not sign by ${textOf(key)}`);
}

/** What Route 53 asks of a key that signs (Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements). */
function whyUnfit({ template, block }: StackBlock, estate: Estate): string | undefined {
  const { attributes } = block;
  const [usage, spec] = [textAt(attributes, "key_usage"), textAt(attributes, "customer_master_key_spec")];
  const at = placeOf(estate, { template, block });
  if (flagAt(attributes, "is_enabled") === false) return "is disabled";
  if (at !== "us-east-1") return `is in ${at ?? "a Region that nobody can tell"}, and not in us-east-1`;
  return usage === "SIGN_VERIFY" && spec === "ECC_NIST_P256" ? undefined : `is for ${usage ?? "?"} with ${spec ?? "?"}`;
}
