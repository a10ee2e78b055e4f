import type { JsonObject } from "../../../synthesized/json";
import { each, eachHas, type Failures, found, items, number, text } from "./failing";

const anywhere = ["0.0.0.0/0", "::/0"];

const opens = (from: number, to: number, ports: readonly number[]): boolean => ports.some((port) => from <= port && port <= to);

/** Of Security Hub's words on the two rules: an entry from anywhere that covers one of the ports. */
export function openToAnyone(ports: readonly number[]): Failures {
  return each(
    "aws_vpc_security_group_ingress_rule",
    (rule) => !anywhere.includes(text(rule["cidr_ipv4"])) || !opens(number(rule["from_port"]), number(rule["to_port"]), ports),
  );
}

const letsAnyoneIn = (entry: JsonObject): boolean =>
  entry["action"] === "allow" &&
  anywhere.includes(text(entry["cidr_block"])) &&
  opens(number(entry["from_port"]), number(entry["to_port"]), [22, 3389]);

export const aclsOpenToAnyone = each("aws_network_acl", (acl) => !items(acl["ingress"]).some(letsAnyoneIn));

/** The default one is spared: Security Hub's EC2.16 makes no finding of it. */
export const unusedAcls = each("aws_network_acl", (acl) => Array.isArray(acl["subnet_ids"]) && acl["subnet_ids"].length > 0);

export const publicSubnets = each("aws_subnet", (subnet) => subnet["map_public_ip_on_launch"] === false);

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

export const openDefaultGroups = eachHas(
  "aws_vpc",
  "aws_default_security_group",
  (group) => isEmpty(group["ingress"]) && isEmpty(group["egress"]),
);

export const networksWithoutFlowLogs = eachHas("aws_vpc", "aws_flow_log", (log) => log["traffic_type"] === "ALL");

export const firewallsWithoutLogs = eachHas("aws_networkfirewall_firewall", "aws_networkfirewall_logging_configuration", (logging) =>
  ["ALERT", "FLOW"].every((kind) => JSON.stringify(logging).includes(`"log_type":"${kind}"`)),
);

export const filtersWithoutLogs = eachHas("aws_wafv2_web_acl", "aws_wafv2_web_acl_logging_configuration", () => true);

export const emptyFilters: Failures = (templates) =>
  found(templates, "aws_wafv2_web_acl")
    .filter(({ block }) => items(block.attributes["rule"]).length === 0)
    .map(({ template, block }) => `${template.stack} ${block.address}`);

const application = (balancer: JsonObject): boolean => balancer["load_balancer_type"] === "application";

export const desyncModes = (allowed: string): Failures =>
  each("aws_lb", (lb) => !application(lb) || allowed.split(", ").includes(text(lb["desync_mitigation_mode"])));

export const keptInvalidHeaders = each("aws_lb", (lb) => !application(lb) || lb["drop_invalid_header_fields"] === true);
