import type { Thing } from "../../facts/prices";
import { blocksAt, flagAt, numberAt, textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { blockNamed } from "../../synthesized/estate/follow";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import { isList } from "../../synthesized/json";
import type { Block, Template } from "../../synthesized/template";

/** So many of a thing, for as long as the block is there. */
export interface Amount {
  readonly thing: Thing;
  readonly quantity: number;
  /** Where it is not that of the block's provider. */
  readonly region?: string;
}

/** What is charged of a block whether it is used or not; none where its type is not read here, `unreadable` where how much cannot be told. */
export function amountsOf(estate: Estate, { template, block }: StackBlock): readonly Amount[] | "unreadable" | undefined {
  return readers.get(block.type)?.(block, { estate, template });
}

/** What a reader may look up besides the block itself. */
interface Home {
  readonly estate: Estate;
  readonly template: Template;
}

type Reader = (block: Block, home: Home) => readonly Amount[] | "unreadable";

const one =
  (thing: Thing): Reader =>
  () => [{ thing, quantity: 1 }];

const each =
  (thing: Thing, key: string): Reader =>
  ({ attributes }) => [{ thing, quantity: blocksAt(attributes, key).length }];

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["aws_cloudwatch_dashboard", one("dashboard")],
  ["aws_cloudwatch_metric_alarm", alarm],
  ["aws_dx_connection", port],
  ["aws_dx_gateway_association", one("gatewayAttachment")],
  ["aws_ec2_transit_gateway_peering_attachment", one("gatewayAttachment")],
  ["aws_ec2_transit_gateway_vpc_attachment", one("gatewayAttachment")],
  ["aws_ecs_service", tasks],
  ["aws_kms_key", one("key")],
  ["aws_kms_replica_key", one("key")],
  ["aws_lb", balancer],
  ["aws_lb_trust_store", one("trustStore")],
  ["aws_networkfirewall_firewall", each("firewallEndpoint", "subnet_mapping")],
  ["aws_rds_cluster_instance", one("ledgerInstance")],
  ["aws_route53_health_check", healthCheck],
  ["aws_route53_resolver_endpoint", each("resolverAddress", "ip_address")],
  ["aws_route53_zone", one("hostedZone")],
  ["aws_route53recoverycontrolconfig_cluster", one("switchCluster")],
  ["aws_secretsmanager_secret", secret],
  ["aws_vpc_endpoint", endpoint],
  ["aws_wafv2_web_acl", webFilter],
]);

function tasks({ attributes }: Block, { estate, template }: Home): ReturnType<Reader> {
  const definition = blockNamed(estate, template, attributes["task_definition"])?.block;
  const count = numberAt(attributes, "desired_count");
  const units = definition === undefined ? undefined : numberAt(definition.attributes, "cpu");
  const mebibytes = definition === undefined ? undefined : numberAt(definition.attributes, "memory");
  if (count === undefined || units === undefined || mebibytes === undefined) return "unreadable";
  return [
    { thing: "taskProcessor", quantity: (count * units) / 1024 },
    { thing: "taskMemory", quantity: (count * mebibytes) / 1024 },
  ];
}

function balancer({ attributes }: Block): ReturnType<Reader> {
  switch (textAt(attributes, "load_balancer_type") ?? "application") {
    case "application": {
      const reserved = blocksAt(attributes, "minimum_load_balancer_capacity").map((block) => numberAt(block, "capacity_units"));
      if (reserved.includes(undefined)) return "unreadable";
      const quantity = reserved.reduce<number>((sum, units) => sum + (units ?? 0), 0);
      return [
        { thing: "applicationBalancer", quantity: 1 },
        ...(quantity === 0 ? [] : [{ thing: "reservedCapacityUnit" as const, quantity }]),
      ];
    }
    case "network":
      return [{ thing: "networkBalancer", quantity: 1 }];
    default:
      return "unreadable";
  }
}

/** Gateway endpoints are free; others stand in each of their subnets. */
function endpoint({ attributes }: Block): ReturnType<Reader> {
  switch ((textAt(attributes, "vpc_endpoint_type") ?? "Gateway").toLowerCase()) {
    case "gateway":
      return [];
    case "interface":
      return isList(attributes["subnet_ids"]) ? [{ thing: "interfaceEndpoint", quantity: attributes["subnet_ids"].length }] : "unreadable";
    default:
      return "unreadable";
  }
}

const speeds: ReadonlyMap<string | undefined, Thing> = new Map<string, Thing>([
  ["1Gbps", "port1G"],
  ["10Gbps", "port10G"],
  ["100Gbps", "port100G"],
]);

function port({ attributes }: Block): ReturnType<Reader> {
  const thing = speeds.get(textAt(attributes, "bandwidth"));
  return thing === undefined ? "unreadable" : [{ thing, quantity: 1 }];
}

/** An alarm of one metric, or of each of those that its expression is over. */
function alarm({ attributes }: Block): ReturnType<Reader> {
  const metrics = blocksAt(attributes, "metric_query").filter((query) => blocksAt(query, "metric").length > 0).length;
  return [{ thing: "alarmMetric", quantity: Math.max(1, metrics) }];
}

function healthCheck({ attributes }: Block): ReturnType<Reader> {
  const type = textAt(attributes, "type") ?? "";
  if (!/^(?:HTTPS?|TCP)(?:_|$)/.test(type)) return [{ thing: "otherHealthCheck", quantity: 1 }];
  const options = [
    type.startsWith("HTTPS"),
    type.endsWith("_STR_MATCH"),
    numberAt(attributes, "request_interval") === 10,
    flagAt(attributes, "measure_latency") === true,
  ].filter(Boolean).length;
  return [{ thing: "healthCheck", quantity: 1 }, ...(options === 0 ? [] : [{ thing: "healthCheckOption" as const, quantity: options }])];
}

function secret({ attributes }: Block): ReturnType<Reader> {
  const copies = blocksAt(attributes, "replica").map((copy) => textAt(copy, "region"));
  return copies.includes(undefined)
    ? "unreadable"
    : [
        { thing: "secret", quantity: 1 },
        ...copies.map((region): Amount => ({ thing: "secret", quantity: 1, ...(region === undefined ? {} : { region }) })),
      ];
}

function webFilter({ attributes }: Block): ReturnType<Reader> {
  return [
    { thing: "webFilter", quantity: 1 },
    { thing: "webFilterRule", quantity: blocksAt(attributes, "rule").length },
  ];
}
