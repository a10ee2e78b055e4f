import { between, including, is, listOf, naming, written } from "../../findings/rules";
import type { Scope } from "../../findings/scope";
import { labels } from "../labels";

const HOW_FAST = "it says how soon a change is noticed, not whether; assess reckons with it";
const SWITCHES = "switches are made through one Region's interface, and AWS refuses every other";
const LED_BY = "of names that payments are led by it is read, record by record; no payment asks for others";

/** Names, who answers them and when, on the internet and for participants. */
export const nameTypes: Scope = {
  aws_route53_record: {
    blocks: "every",
    must: {
      zone_id: written(naming("aws_route53_zone")),
      "alias.zone_id": naming("aws_lb", "aws_route53_zone", "aws_route53_record", "aws_vpc_endpoint"),
    },
    withoutEffect: {
      "alias.evaluate_target_health": LED_BY,
      records: LED_BY,
      name: LED_BY,
      type: LED_BY,
      ttl: HOW_FAST,
      ...labels("set_identifier"),
    },
  },
  aws_route53_zone: {
    blocks: "every",
    must: { "vpc.vpc_id": naming("aws_vpc") },
    withoutEffect: { force_destroy: "it is about the zone's end", ...labels("comment") },
  },
  aws_route53_health_check: {
    blocks: "every",
    must: { enable_sni: is(true), failure_threshold: between(1, 10), request_interval: is(10, 30) },
    withoutEffect: {
      triggers: "it makes Terraform replace the check when what it watches is replaced",
    },
  },
  aws_route53recoverycontrolconfig_cluster: { blocks: "every", withoutEffect: { provider: SWITCHES, ...labels("name") } },
  aws_route53recoverycontrolconfig_control_panel: {
    blocks: "every",
    must: { cluster_arn: written(naming("aws_route53recoverycontrolconfig_cluster")) },
    withoutEffect: { provider: SWITCHES, ...labels("name") },
  },
  aws_route53recoverycontrolconfig_routing_control: {
    blocks: "every",
    must: {
      cluster_arn: written(naming("aws_route53recoverycontrolconfig_cluster")),
      control_panel_arn: naming("aws_route53recoverycontrolconfig_control_panel"),
    },
    withoutEffect: { provider: SWITCHES, ...labels("name") },
  },
  aws_route53recoverycontrolconfig_safety_rule: {
    blocks: "none",
    why: "it keeps people from closing every switch, and leads no payment anywhere; assess will read it",
  },
  aws_cloudwatch_metric_alarm: {
    blocks: "asked",
    withoutEffect: {
      period: HOW_FAST,
      evaluation_periods: HOW_FAST,
      alarm_actions: "whom it wakes is another matter: names follow what it measures",
      ok_actions: "whom it tells is another matter: names follow what it measures",
      ...labels("alarm_name", "alarm_description"),
    },
  },
  aws_route53_hosted_zone_dnssec: {
    blocks: "every",
    must: {
      signing_status: is("SIGNING"),
      hosted_zone_id: written(naming("aws_route53_zone", "aws_route53_key_signing_key")),
    },
  },
  aws_route53_key_signing_key: { blocks: "every", must: { status: is("ACTIVE") }, withoutEffect: labels("name") },
  aws_route53_resolver_endpoint: {
    blocks: "asked",
    must: {
      resolver_endpoint_type: is("IPV4"),
      direction: written(is("INBOUND")),
      protocols: including("Do53"),
      "ip_address.subnet_id": written(naming("aws_subnet")),
      security_group_ids: written(listOf(naming("aws_security_group"))),
    },
    withoutEffect: labels("name"),
  },
  aws_route53_query_log: { blocks: "every", must: { cloudwatch_log_group_arn: written(naming("aws_cloudwatch_log_group")) } },
};
