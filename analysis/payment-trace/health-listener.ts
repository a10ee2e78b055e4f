import { blockIn, blocksAt, numberAt, textAt, textsAt } from "../../synthesized/attributes";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import type { JsonObject } from "../../synthesized/json";
import { matches } from "../flows/policies/policy";
import type { Payment } from "./payment";

/** What keeps a question over HTTPS from the targets behind a load balancer; none, where it arrives. */
export function whyUnanswered(health: StackBlock, balancer: StackBlock, payment: Payment): string | undefined {
  const { attributes } = health.block;
  const port = numberAt(attributes, "port") ?? 443;
  const path = textAt(attributes, "resource_path") ?? "/";
  const listener = blocksNaming(payment.estate, balancer, { type: "aws_lb_listener", key: "load_balancer_arn" }).find(
    ({ block }) => numberAt(block.attributes, "port") === port,
  );
  if (listener === undefined) return `asks on ${port}, where ${textOf(balancer)} does not listen`;
  if (!textAt(attributes, "type")?.startsWith("HTTPS")) return `does not speak TLS with ${textOf(listener)}`;
  if (demandsCertificate(listener)) return `has no certificate to show to ${textOf(listener)}`;
  // Route 53's checkers speak TLS 1.2 at most (Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints).
  if (textAt(listener.block.attributes, "ssl_policy")?.includes("TLS13-1-3"))
    return `speaks no TLS that is new enough for ${textOf(listener)}`;
  return isForwarded(listener, path, payment) ? undefined : `asks for ${path}, which ${textOf(listener)} hands on to nobody`;
}

function demandsCertificate({ block }: StackBlock): boolean {
  return textAt(blockIn(block.attributes, "mutual_authentication") ?? {}, "mode") === "verify";
}

/** The first rule about the path decides, else the default; checkers send none of the headers that other rules are about. */
function isForwarded(listener: StackBlock, path: string, { estate }: Payment): boolean {
  const rules = blocksNaming(estate, listener, { type: "aws_lb_listener_rule", key: "listener_arn" })
    .filter(({ block }) => isAboutPath(block.attributes, path))
    .toSorted((a, b) => (numberAt(a.block.attributes, "priority") ?? 0) - (numberAt(b.block.attributes, "priority") ?? 0));
  const [rule] = rules;
  const actions = rule === undefined ? blocksAt(listener.block.attributes, "default_action") : blocksAt(rule.block.attributes, "action");
  return actions.some((action) => textAt(action, "type") === "forward");
}

function isAboutPath(rule: JsonObject, path: string): boolean {
  const conditions = blocksAt(rule, "condition");
  const patterns = conditions.map((condition) => textsAt(blockIn(condition, "path_pattern") ?? {}, "values"));
  return patterns.length > 0 && patterns.every((values) => values?.some((pattern) => matches(pattern, path)) ?? false);
}
