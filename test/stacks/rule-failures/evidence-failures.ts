import { configRoleArn } from "../../../design/foundation/naming";
import type { JsonObject } from "../../../synthesized/json";
import { decide } from "../../policy-decision";
import { sweden } from "../../sweden";
import { all, each, eachHas, type Failures, found, items, nested, number, text } from "./failing";

export const trailWith = (holds: (trail: JsonObject) => boolean): Failures => each("aws_cloudtrail", holds);

/** Every management event: a selector that asks for their kind and for nothing else. */
const recordsManagement = (trail: JsonObject): boolean =>
  items(trail["advanced_event_selector"]).some((selector) => {
    const fields = items(selector["field_selector"]);
    return fields.length === 1 && text(fields[0]?.["field"]) === "eventCategory" && JSON.stringify(fields[0]).includes("Management");
  });

export const incompleteTrails = trailWith(
  (trail) => trail["is_multi_region_trail"] === true && trail["include_global_service_events"] === true && recordsManagement(trail),
);

export const silentAlarms = each("aws_cloudwatch_metric_alarm", (alarm) => {
  const actions = alarm["alarm_actions"];
  return alarm["actions_enabled"] !== false && Array.isArray(actions) && actions.length > 0;
});

export const openLogs = each("aws_cloudwatch_log_group", (group) => text(group["kms_key_id"]) !== "");

export const shortLogs = (leastDays: string): Failures =>
  each("aws_cloudwatch_log_group", (group) => number(group["retention_in_days"]) >= Number(leastDays));

const visible = (key: JsonObject): boolean =>
  ["kms:DescribeKey", "kms:GetKeyRotationStatus"].every(
    (action) => decide(text(key["policy"]), { action, by: { role: configRoleArn(sweden()) } }) === "allowed",
  );

/** KMS rotates no key that signs or makes keyed hashes. */
const rotates = (key: JsonObject): boolean => key["customer_master_key_spec"] !== undefined || key["enable_key_rotation"] === true;

export const unrotatedKeys = all(
  each("aws_kms_key", (key) => visible(key) && rotates(key)),
  each("aws_kms_replica_key", visible),
);

const blocks = (block: JsonObject): boolean =>
  ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"].every((name) => block[name] === true);

export const publicAccount = each("aws_s3_account_public_access_block", blocks);
export const publicBuckets = eachHas("aws_s3_bucket", "aws_s3_bucket_public_access_block", blocks);
export const bucketsWithoutTls = eachHas("aws_s3_bucket", "aws_s3_bucket_policy", (policy) =>
  text(policy["policy"]).includes('"Bool":{"aws:SecureTransport":"false"}'),
);
export const bucketsWithoutVersions = eachHas(
  "aws_s3_bucket",
  "aws_s3_bucket_versioning",
  (versioning) => nested(versioning["versioning_configuration"])["status"] === "Enabled",
);

/** A boundary allows everything and then takes away; the rule is told to leave those out. */
export const administratorPolicies: Failures = (templates) => {
  const boundaries = found(templates, "aws_iam_role").map(({ block }) => text(block.attributes["permissions_boundary"]));
  return found(templates, "aws_iam_policy")
    .filter(({ block }) => text(block.attributes["policy"]).includes('"Effect":"Allow","Action":"*","Resource":"*"'))
    .filter(({ block }) => !boundaries.some((boundary) => boundary.includes(block.address)))
    .map(({ template, block }) => `${template.stack} ${block.address}`);
};
