import type { Scope } from "../scope";

/** Names, who answers them and when, on the internet and for participants. */
export const nameTypes: Scope = {
  aws_route53_record: { blocks: "none", why: "TODO" },
  aws_route53_zone: { blocks: "none", why: "TODO" },
  aws_route53_health_check: { blocks: "none", why: "TODO" },
  aws_route53recoverycontrolconfig_cluster: { blocks: "none", why: "TODO" },
  aws_route53recoverycontrolconfig_control_panel: { blocks: "none", why: "TODO" },
  aws_route53recoverycontrolconfig_routing_control: { blocks: "none", why: "TODO" },
  aws_route53recoverycontrolconfig_safety_rule: { blocks: "none", why: "TODO" },
  aws_cloudwatch_metric_alarm: { blocks: "none", why: "TODO" },
  aws_route53_hosted_zone_dnssec: { blocks: "none", why: "TODO" },
  aws_route53_key_signing_key: { blocks: "none", why: "TODO" },
  aws_route53_resolver_endpoint: { blocks: "none", why: "TODO" },
  aws_route53_query_log: { blocks: "none", why: "TODO" },
};
