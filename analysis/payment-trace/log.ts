import { blockIn, textAt, textsAt } from "../../synthesized/attributes";
import { allOf, follow, followValue, type Located, naming, textOf } from "../../synthesized/estate/located";
import type { Template } from "../../synthesized/template";
import type { Decision } from "../flows/policies/policy";
import { zonesOf } from "./answers";
import { containersOf } from "./containers";
import { refusalLogDelivery, requestLogDelivery } from "./log-delivery";
import type { Passenger } from "./passenger";
import { found, missing, type Piece, stepOf, type TraceStep, unreadable } from "./step";

/** What is written down of a payment on its way: the question for the name, packets, request, refusal and what the task prints. */
export function logStep(passenger: Passenger): TraceStep {
  return stepOf("log", [
    ...queryPieces(passenger),
    ...packetPieces(passenger),
    ...passenger.fronts.filter(({ endsTls }) => endsTls).map(({ balancer }) => accessPiece(balancer, passenger)),
    ...(passenger.path === "privateLine" ? [] : refusalPieces(passenger)),
    ...taskPieces(passenger),
  ]);
}

/** In a public zone Route 53 logs for the zone; in a private one the network's resolver does. */
function queryPieces(passenger: Passenger): readonly Piece[] {
  const { templates, path } = passenger;
  return zonesOf(passenger).map((zone) => {
    const logs =
      path === "privateLine"
        ? allOf("aws_route53_resolver_query_log_config_association", [zone.template])
        : naming("aws_route53_query_log", "zone_id", { named: zone, templates });
    const [log] = logs;
    return log === undefined ? missing(`no query of ${textOf(zone)} is logged`) : found(`queries: ${textOf(log)}`);
  });
}

function packetPieces({ site, templates }: Passenger): readonly Piece[] {
  const [vpc] = allOf("aws_vpc", [site]);
  const [log] = vpc === undefined ? [] : naming("aws_flow_log", "vpc_id", { named: vpc, templates });
  const [firewall] = allOf("aws_networkfirewall_logging_configuration", [site]);
  return [
    log === undefined ? missing("no network flow is logged") : found(`packets: ${textOf(log)}`),
    firewall === undefined ? missing("the firewall logs nothing") : found(`firewall: ${textOf(firewall)}`),
  ];
}

function accessPiece(balancer: Located, passenger: Passenger): Piece {
  const { templates } = passenger;
  const logs = blockIn(balancer.block.attributes, "access_logs");
  const bucket = textAt(logs ?? {}, "bucket");
  if (logs?.["enabled"] !== true || bucket === undefined) return missing(`${textOf(balancer)} writes down no requests`);
  const store = bucketNamed(bucket, balancer, templates);
  if (store === undefined) return missing(`there is no bucket ${bucket}`);
  return deliveryPiece(`requests: ${textOf(store)}`, requestLogDelivery(store, passenger));
}

function bucketNamed(bucket: string, { template }: Located, templates: readonly Template[]): Located | undefined {
  return (
    followValue(bucket, template, templates) ??
    allOf("aws_s3_bucket", templates).find(({ block }) => textAt(block.attributes, "bucket") === bucket)
  );
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

function refusalPieces(passenger: Passenger): readonly Piece[] {
  const { fronts, templates } = passenger;
  return fronts.flatMap(({ balancer }) => {
    const [association] = naming("aws_wafv2_web_acl_association", "resource_arn", { named: balancer, templates });
    const acl = association === undefined ? undefined : follow(association, "web_acl_arn", templates);
    // A filter that is not there is told by its own step.
    if (acl === undefined) return [];
    const [log] = naming("aws_wafv2_web_acl_logging_configuration", "resource_arn", { named: acl, templates });
    const targets = log === undefined ? [] : (textsAt(log.block.attributes, "log_destination_configs") ?? []);
    const groups = log === undefined ? [] : targets.flatMap((text) => followValue(text, log.template, templates) ?? []);
    const [group] = groups;
    if (group === undefined) return [missing(`${textOf(acl)} logs no refusal`)];
    return [deliveryPiece(`refusals: ${textOf(group)}`, refusalLogDelivery(group, passenger))];
  });
}

function taskPieces({ definition, templates }: Passenger): readonly Piece[] {
  if (definition === undefined) return [];
  const containers = containersOf(definition.block);
  if (containers === undefined) return [unreadable("what the tasks write down cannot be read")];
  return containers.map(({ name, logGroup }) => {
    const group = allOf("aws_cloudwatch_log_group", templates).find(({ block }) => textAt(block.attributes, "name") === logGroup);
    if (logGroup === undefined) return missing(`container ${name} logs nothing`);
    return group === undefined ? missing(`there is no log group ${logGroup}`) : found(`tasks: ${textOf(group)}`);
  });
}
