import { blockIn, blocksAt, numberAt, textAt, textsAt, valueAt } from "../../synthesized/attributes";
import { blockNamed } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import type { JsonObject } from "../../synthesized/json";
import type { Front } from "./fronts";
import type { Payment } from "./payment";
import { missing, type Piece, unreadable } from "./step";

/** Rules decide before the default action does: none may take a payment away from where it hands payments on to. */
export function rulePieces({ listener, targetGroup }: Front, payment: Payment): readonly Piece[] {
  if (listener === undefined) return [];
  return rulesOf(listener, payment).flatMap((rule): readonly Piece[] => {
    const conditions = blocksAt(rule.block.attributes, "condition");
    if (conditions.some(isOfNoPayment)) return [];
    if (leadsTo(rule, targetGroup, payment)) return [];
    const isUnread = conditions.some((condition) => !isRead(condition));
    return isUnread
      ? [unreadable(`which requests ${textOf(rule)} takes cannot be read`)]
      : [missing(`${textOf(rule)} takes requests away before ${textOf(listener)} hands them on`)];
  });
}

/** The rules of a listener, first the one that is asked first. */
export function rulesOf(listener: StackBlock, { estate }: Pick<Payment, "estate">): readonly StackBlock[] {
  return blocksNaming(estate, listener, { type: "aws_lb_listener_rule", key: "listener_arn" }).toSorted(
    (one, other) => (numberAt(one.block.attributes, "priority") ?? 0) - (numberAt(other.block.attributes, "priority") ?? 0),
  );
}

/** A payment asks for no path of health. */
function isOfNoPayment(condition: JsonObject): boolean {
  if (isOfForgedHeader(condition)) return true;
  const paths = pathsOf(condition);
  return paths !== undefined && paths.length > 0 && paths.every((path) => path.startsWith("/health/"));
}

/**
 * By such a header a load balancer itself tells of a client's certificate: who sends one forges it
 * (elasticloadbalancing/latest/application/mutual-authentication, from memory).
 */
export function isOfForgedHeader(condition: JsonObject): boolean {
  const header = blockIn(condition, "http_header");
  const name = header === undefined ? undefined : textAt(header, "http_header_name");
  const values = header === undefined ? undefined : textsAt(header, "values");
  return values !== undefined && name !== undefined && /^x-amzn-mtls-clientcert(?:-|$)/i.test(name);
}

function isRead(condition: JsonObject): boolean {
  return pathsOf(condition) !== undefined || blockIn(condition, "http_header") !== undefined;
}

/** The path patterns of a condition; none where it is about something else. */
export function pathsOf(condition: JsonObject): readonly string[] | undefined {
  const pattern = blockIn(condition, "path_pattern");
  return pattern === undefined ? undefined : textsAt(pattern, "values");
}

function leadsTo(rule: StackBlock, group: StackBlock | undefined, { estate }: Payment): boolean {
  return blocksAt(rule.block.attributes, "action").every(
    (action) =>
      textAt(action, "type") === "forward" && isSame(blockNamed(estate, rule.template, valueAt(action, "target_group_arn")), group),
  );
}
