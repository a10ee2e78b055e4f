import { blockIn, blocksAt, flagAt, textAt, textsAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { blockNamed, follow } from "../../synthesized/estate/follow";
import { blocksCalled } from "../../synthesized/estate/literal-names";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { blocksIn, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import type { Decision } from "../flows/policies/policy";
import { zonesOf } from "./answers";
import { containersOf } from "./containers";
import { ledgerLogPieces } from "./ledger-log";
import { refusalLogDelivery, requestLogDelivery } from "./log-delivery";
import { logKeyPieces } from "./log-key";
import type { Payment } from "./payment";
import { placeOf } from "./place";
import { found, missing, type Piece, stepOf, type TraceStep, unreadable } from "./step";

/** What is written down of a payment on its way: the question for the name, packets, request, refusal and what the task prints. */
export function logStep(payment: Payment): TraceStep {
  return stepOf("log", [
    ...queryPieces(payment),
    ...packetPieces(payment),
    ...payment.fronts
      .filter(({ endsTls }) => endsTls)
      .flatMap(({ balancer }) => (["access_logs", "connection_logs"] as const).flatMap((kind) => frontLogPieces(balancer, kind, payment))),
    ...(payment.path === "privateLine" ? [] : refusalPieces(payment)),
    ...taskPieces(payment),
    ...ledgerLogPieces(payment),
  ]);
}

/** In a public zone Route 53 logs for the zone; in a private one the network's resolver does. */
function queryPieces(payment: Payment): readonly Piece[] {
  const { estate, path } = payment;
  return zonesOf(payment).map((zone) => {
    const logs =
      path === "privateLine"
        ? blocksIn(zone.template, "aws_route53_resolver_query_log_config_association")
        : blocksNaming(estate, zone, { type: "aws_route53_query_log", key: "zone_id" });
    const [log] = logs;
    return log === undefined ? missing(`no query of ${textOf(zone)} is logged`) : found(`queries: ${textOf(log)}`);
  });
}

function packetPieces({ site, estate }: Payment): readonly Piece[] {
  const [vpc] = blocksIn(site, "aws_vpc");
  const [log] = vpc === undefined ? [] : blocksNaming(estate, vpc, { type: "aws_flow_log", key: "vpc_id" });
  const [firewall] = blocksIn(site, "aws_networkfirewall_logging_configuration");
  return [
    log === undefined ? missing("no network flow is logged") : found(`packets: ${textOf(log)}`),
    firewall === undefined ? missing("the firewall logs nothing") : found(`firewall: ${textOf(firewall)}`),
  ];
}

const WRITTEN_BY_FRONTS = { access_logs: "requests", connection_logs: "connections" } as const;

function frontLogPieces(balancer: StackBlock, kind: keyof typeof WRITTEN_BY_FRONTS, payment: Payment): readonly Piece[] {
  const { estate } = payment;
  const what = WRITTEN_BY_FRONTS[kind];
  const logs = blockIn(balancer.block.attributes, kind);
  const bucket = textAt(logs ?? {}, "bucket");
  if (logs === undefined || flagAt(logs, "enabled") !== true || bucket === undefined)
    return [missing(`${textOf(balancer)} writes down no ${what}`)];
  const store = bucketNamed(estate, balancer, bucket);
  if (store === undefined) return [missing(`there is no bucket ${bucket}`)];
  return [deliveryPiece(`${what}: ${textOf(store)}`, requestLogDelivery(store, payment)), ...storePieces(store, payment)];
}

/** Load balancers write under S3's own key and no other (elasticloadbalancing/latest/application/enable-access-logging). */
function storePieces(store: StackBlock, { estate }: Payment): readonly Piece[] {
  const { type, key } = { type: "aws_s3_bucket_server_side_encryption_configuration", key: "bucket" };
  return blocksNaming(estate, store, { type, key }).flatMap(({ block }) =>
    blocksAt(block.attributes, "rule").flatMap((rule) => {
      const algorithm = textAt(blockIn(rule, "apply_server_side_encryption_by_default") ?? {}, "sse_algorithm");
      return algorithm === "AES256"
        ? []
        : [missing(`${textOf(store)} is under ${algorithm ?? "an unknown key"}, and load balancers write there no more`)];
    }),
  );
}

function bucketNamed(estate: Estate, { template }: StackBlock, bucket: string): StackBlock | undefined {
  return blockNamed(estate, template, bucket) ?? blocksCalled(estate, "aws_s3_bucket", bucket)[0];
}

/** A place that lets nobody write holds nothing. */
function deliveryPiece(title: string, delivery: Decision): Piece {
  switch (delivery) {
    case "allowed":
      return found(title);
    case "notAllowed":
      return missing(`${title}, where its service may not write`);
    case "unknown":
      return unreadable(`${title}: whether its service may write there cannot be read`);
  }
}

function refusalPieces(payment: Payment): readonly Piece[] {
  const { fronts, estate } = payment;
  return fronts.flatMap(({ balancer }) => {
    const [association] = blocksNaming(estate, balancer, { type: "aws_wafv2_web_acl_association", key: "resource_arn" });
    const acl = association === undefined ? undefined : follow(estate, association, "web_acl_arn");
    // A filter that is not there is told by its own step.
    if (acl === undefined) return [];
    const [log] = blocksNaming(estate, acl, { type: "aws_wafv2_web_acl_logging_configuration", key: "resource_arn" });
    const targets = log === undefined ? [] : (textsAt(log.block.attributes, "log_destination_configs") ?? []);
    const groups = log === undefined ? [] : targets.flatMap((text) => blockNamed(estate, log.template, text) ?? []);
    const [group] = groups;
    if (group === undefined) return [missing(`${textOf(acl)} logs no refusal`)];
    return [deliveryPiece(`refusals: ${textOf(group)}`, refusalLogDelivery(group, payment)), ...logKeyPieces(group, payment)];
  });
}

function taskPieces(payment: Payment): readonly Piece[] {
  const { definition, estate, region } = payment;
  if (definition === undefined) return [];
  const containers = containersOf(definition.block);
  if (containers === undefined) return [unreadable("what the tasks write down cannot be read")];
  return containers.flatMap(({ name, logGroup, log }): readonly Piece[] => {
    if (logGroup === undefined) return [missing(`container ${name} logs nothing`)];
    if (log?.driver !== "awslogs") return [unreadable(`what container ${name} does with its log is not read here`)];
    const group = blocksCalled(estate, "aws_cloudwatch_log_group", logGroup).find((one) => placeOf(estate, one) === region);
    if (group === undefined || log.region !== region) return [missing(`there is no log group ${logGroup} in ${log.region ?? "no Region"}`)];
    return [found(`tasks: ${textOf(group)}`), ...logKeyPieces(group, payment)];
  });
}
