import { blockIn, blocksAt, numberAt, textAt, valueAt } from "../../synthesized/attributes";
import { blockNamed } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import type { JsonObject } from "../../synthesized/json";
import { matches } from "../flows/policies/policy";
import { isOfForgedHeader, pathsOf, rulesOf } from "./listener-rules";
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

/** The first rule that a question meets decides, else the default; checkers send no header by which a client's certificate is told. */
function isForwarded(listener: StackBlock, path: string, payment: Payment): boolean {
  const rule = rulesOf(listener, payment).find(({ block }) => isMet(block.attributes, path));
  const decides = rule ?? listener;
  const actions = blocksAt(decides.block.attributes, rule === undefined ? "default_action" : "action");
  const known = payment.fronts.flatMap(({ targetGroup }) => targetGroup ?? []);
  return actions.some((action) => {
    if (textAt(action, "type") !== "forward") return false;
    const group = blockNamed(payment.estate, decides.template, valueAt(action, "target_group_arn"));
    // Groups that are not found are told by their own step.
    return known.length === 0 || known.some((one) => isSame(one, group));
  });
}

/** What a condition asks that nobody here reads may be met: then the rule decides. */
function isMet(rule: JsonObject, path: string): boolean {
  return blocksAt(rule, "condition").every((condition) => {
    if (isOfForgedHeader(condition)) return false;
    return pathsOf(condition)?.some((pattern) => matches(pattern, path)) ?? true;
  });
}
