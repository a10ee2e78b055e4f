import { textAt } from "../../synthesized/attributes";
import { follow } from "../../synthesized/estate/follow";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { type Decision, decide, policyOf } from "../flows/policies/policy";
import { isSet } from "../flows/terms/set-attribute";
import type { Payment } from "./payment";
import { check, missing, type Piece, unreadable } from "./step";
import { enabledPieces } from "./usable-key";

/** What CloudWatch Logs does with a group's key in its own name (AmazonCloudWatch/latest/logs/encrypt-log-data-kms, read 2026-11-23). */
const ACTIONS = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"];

/** Whether a log group can be written to under the key that it has. */
export function logKeyPieces(group: StackBlock, payment: Payment): readonly Piece[] {
  const { estate } = payment;
  if (!isSet(group.block.attributes, "kms_key_id")) return [];
  const key = follow(estate, group, "kms_key_id");
  if (key === undefined) return [unreadable(`under which key ${textOf(group)} is cannot be read`)];
  const policy = policyOf(estate, key);
  const title = textOf(group);
  if (policy.kind === "none") return [missing(`${textOf(key)} has no policy`)];
  const { region = "", account = "" } = payment;
  const name = textAt(group.block.attributes, "name") ?? "";
  const context = new Map([["kms:EncryptionContext:aws:logs:arn", `arn:aws:logs:${region}:${account}:log-group:${name}`]]);
  const decisions: readonly Decision[] =
    policy.kind === "unreadable"
      ? ["unknown"]
      : ACTIONS.map((action) =>
          decide(policy.statements, { principal: { kind: "service", name: `logs.${region}.amazonaws.com` }, action, context }),
        );
  return [
    ...enabledPieces({ title, key }, payment),
    decisions.includes("unknown") && !decisions.includes("notAllowed")
      ? unreadable(`whether ${textOf(key)} lets the log be written to ${title} cannot be read`)
      : check(!decisions.includes("notAllowed"), `under ${textOf(key)}`, `${textOf(key)} does not let the log be written to ${title}`),
  ];
}
