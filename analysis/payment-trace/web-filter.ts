import { blockIn, blocksAt, textAt } from "../../synthesized/attributes";
import { follow } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import type { JsonObject } from "../../synthesized/json";
import { isSet } from "../flows/terms/set-attribute";
import type { Payment } from "./payment";
import { check, missing, type Piece, stepOf, type TraceStep, unreadable } from "./step";

/** What looks at requests from the internet before the load balancer does, and lets payments by. */
export function webFilterStep({ fronts, estate }: Payment): TraceStep {
  return stepOf(
    "webFilter",
    fronts.flatMap(({ balancer }): readonly Piece[] => {
      const [association] = blocksNaming(estate, balancer, { type: "aws_wafv2_web_acl_association", key: "resource_arn" });
      const acl = association === undefined ? undefined : follow(estate, association, "web_acl_arn");
      if (acl === undefined) return [missing(`no web filter stands before ${textOf(balancer)}`)];
      return [scopePiece(acl, balancer), ...filterPieces(acl)];
    }),
  );
}

/** A filter for CloudFront is made elsewhere and looks at no load balancer. */
function scopePiece(acl: StackBlock, balancer: StackBlock): Piece {
  const isHere = textAt(acl.block.attributes, "scope") === "REGIONAL";
  return check(
    isHere,
    `${textOf(acl)} before ${balancer.block.address}`,
    `${textOf(acl)} is for no load balancer: its scope is not REGIONAL`,
  );
}

function filterPieces(acl: StackBlock): readonly Piece[] {
  const { attributes } = acl.block;
  const byDefault = blockIn(attributes, "default_action") ?? {};
  const rules = blocksAt(attributes, "rule");
  const kinds = rules.map((rule) => ({ name: textAt(rule, "name") ?? "without a name", kind: kindOf(rule) }));
  return [
    check(isSet(byDefault, "allow"), "lets by what no rule refuses", `${textOf(acl)} refuses what no rule lets by`),
    check(
      kinds.some(({ kind }) => kind === "managed"),
      `${rules.length} rules`,
      `${textOf(acl)} looks at nothing by rules of AWS`,
    ),
    ...kinds.flatMap(({ name, kind }) =>
      kind === "unread" ? [unreadable(`what rule ${name} of ${textOf(acl)} refuses cannot be read`)] : [],
    ),
  ];
}

/**
 * A limit refuses only who asks too often, and AWS's groups only what is known for an attack. Any
 * other rule may refuse every payment.
 */
function kindOf(rule: JsonObject): "limit" | "managed" | "counts" | "unread" {
  const statement = blockIn(rule, "statement") ?? {};
  const action = blockIn(rule, "action") ?? {};
  if (isSet(action, "count")) return "counts";
  if (isSet(statement, "rate_based_statement")) return isSet(action, "block") ? "limit" : "unread";
  const group = blockIn(statement, "managed_rule_group_statement");
  return group !== undefined && isAboutAttacks(group) && isSet(blockIn(rule, "override_action") ?? {}, "none") ? "managed" : "unread";
}

function isAboutAttacks(group: JsonObject): boolean {
  return textAt(group, "vendor_name") === "AWS" && KNOWN_ATTACKS.has(textAt(group, "name") ?? "") && areSofter(group);
}

/** Whether each rule whose action is another here refuses less than AWS has it refuse. */
function areSofter(group: JsonObject): boolean {
  return blocksAt(group, "rule_action_override").every((one) => {
    const use = blockIn(one, "action_to_use") ?? {};
    return textAt(one, "name") !== undefined && (isSet(use, "count") || isSet(use, "allow"));
  });
}

/** AWS's groups of rules that are about attacks, not about who sends or from where (waf/latest/developerguide/aws-managed-rule-groups-list, from memory). */
const KNOWN_ATTACKS: ReadonlySet<string> = new Set([
  "AWSManagedRulesAmazonIpReputationList",
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesKnownBadInputsRuleSet",
  "AWSManagedRulesSQLiRuleSet",
  "AWSManagedRulesLinuxRuleSet",
  "AWSManagedRulesUnixRuleSet",
]);
