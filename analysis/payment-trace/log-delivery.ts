import { textAt } from "../../synthesized/attributes";
import { allOf, type Located, naming } from "../../synthesized/estate/located";
import { type Decision, decide, matches, policyOf, statementsIn } from "../flows/policies/policy";
import { type Passenger, regionAt } from "./passenger";

/** Whether load balancers may write what was asked of them into a bucket (elasticloadbalancing/latest/application/enable-access-logging). */
export function requestLogDelivery(bucket: Located, { templates, account = "", region = "" }: Passenger): Decision {
  const [policy] = naming("aws_s3_bucket_policy", "bucket", { named: bucket, templates });
  const reading = policy === undefined ? undefined : policyOf(policy.template, policy.block);
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
export function refusalLogDelivery(group: Located, { templates, account = "", region = "" }: Passenger): Decision {
  const name = textAt(group.block.attributes, "name") ?? "";
  const arn = `arn:aws:logs:${region}:${account}:log-group:${name}:log-stream:any`;
  const documents = allOf("aws_cloudwatch_log_resource_policy", templates)
    .filter((policy) => regionAt(policy) === region)
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
