import { textAt } from "../../synthesized/attributes";
import { regionOf } from "../../synthesized/estate/provider";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { blocksOfType, type StackBlock } from "../../synthesized/estate/stack-block";
import { type Decision, decide, matches, policyOf, statementsIn } from "../flows/policies/policy";
import type { Payment } from "./payment";

/** Whether load balancers may write what was asked of them into a bucket (elasticloadbalancing/latest/application/enable-access-logging). */
export function requestLogDelivery(bucket: StackBlock, { estate, account = "", region = "" }: Payment): Decision {
  const [policy] = blocksNaming(estate, bucket, { type: "aws_s3_bucket_policy", key: "bucket" });
  const reading = policy === undefined ? undefined : policyOf(estate, policy);
  if (reading === undefined || reading.kind === "none") return "notAllowed";
  if (reading.kind === "unreadable") return "unknown";
  return decide(reading.statements, {
    principal: { kind: "service", name: "logdelivery.elasticloadbalancing.amazonaws.com" },
    action: "s3:PutObject",
    context: new Map([
      ["aws:SecureTransport", "true"],
      ["aws:SourceAccount", account],
      ["aws:SourceArn", `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/any/0`],
    ]),
  });
}

/** Whether a web filter's records may be delivered to a log group (waf/latest/developerguide/logging-cw-logs). */
export function refusalLogDelivery(group: StackBlock, { estate, account = "", region = "" }: Payment): Decision {
  const name = textAt(group.block.attributes, "name") ?? "";
  const arn = `arn:aws:logs:${region}:${account}:log-group:${name}:log-stream:any`;
  const documents = blocksOfType(estate, "aws_cloudwatch_log_resource_policy")
    .filter((policy) => regionOf(estate, policy) === region)
    .map((policy) => statementsIn(textAt(policy.block.attributes, "policy_document") ?? ""));
  if (documents.includes(undefined)) return "unknown";
  const about = documents
    .flatMap((statements) => statements ?? [])
    .filter(({ Resource }) => Resource?.some((pattern) => matches(pattern, arn)) ?? false);
  return decide(about, {
    principal: { kind: "service", name: "delivery.logs.amazonaws.com" },
    action: "logs:PutLogEvents",
    context: new Map([
      ["aws:SourceAccount", account],
      ["aws:SourceArn", `arn:aws:logs:${region}:${account}:any`],
    ]),
  });
}
