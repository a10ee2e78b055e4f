import { is, listOf, naming, text, written } from "../../findings/rules";
import type { Scope } from "../../findings/scope";
import { labels } from "../labels";

const LENGTH = "it bounds how long a connection is known, and opens none";

/** The firewall between segments, and the one that names are asked through. */
export const filterTypes: Scope = {
  aws_networkfirewall_firewall: {
    blocks: "every",
    must: {
      vpc_id: written(naming("aws_vpc")),
      "subnet_mapping.ip_address_type": is("IPV4"),
      "subnet_mapping.subnet_id": naming("aws_subnet"),
    },
    withoutEffect: {
      delete_protection: "it refuses a later change, and lets nothing pass",
      subnet_change_protection: "it refuses a later change, and lets nothing pass",
      ...labels("name"),
    },
  },
  aws_networkfirewall_firewall_policy: {
    blocks: "every",
    must: {
      "firewall_policy.stateful_rule_group_reference.resource_arn": naming("aws_networkfirewall_rule_group"),
      // What a lost connection leaves is refused or dropped, never let through unseen.
      "firewall_policy.stateful_engine_options.stream_exception_policy": is("REJECT", "DROP"),
    },
    withoutEffect: {
      "firewall_policy.stateful_engine_options.flow_timeouts": LENGTH,
      "firewall_policy.stateful_rule_group_reference.priority":
        "one group is referred to, or the judgement has said that it cannot read them",
      ...labels("name"),
    },
  },
  aws_networkfirewall_rule_group: {
    blocks: "every",
    must: {
      type: written(is("STATEFUL")),
      "rule_group.stateful_rule_options.rule_order": written(is("STRICT_ORDER")),
      "rule_group.rules_source.stateful_rule.header.direction": written(is("FORWARD")),
    },
    withoutEffect: {
      capacity: "AWS refuses a group whose rules do not fit",
      "rule_group.rules_source.stateful_rule.rule_option.settings":
        "which options a rule has is read by their keywords; numbers and messages filter nothing",
      ...labels("name", "description"),
    },
  },
  aws_route53_resolver_firewall_config: {
    blocks: "every",
    must: { resource_id: written(naming("aws_vpc")) },
    withoutEffect: { firewall_fail_open: "whether names are answered while AWS's filter fails is a choice between answers and certainty" },
  },
  aws_route53_resolver_firewall_rule_group_association: {
    blocks: "every",
    must: {
      vpc_id: written(naming("aws_vpc")),
      firewall_rule_group_id: written(naming("aws_route53_resolver_firewall_rule_group")),
    },
    withoutEffect: { priority: "one group is associated with a network, or the judgement has said so", ...labels("name") },
  },
  aws_route53_resolver_firewall_rule_group: { blocks: "every", withoutEffect: labels("name") },
  aws_route53_resolver_firewall_rule: {
    blocks: "every",
    must: {
      firewall_domain_list_id: written(naming("aws_route53_resolver_firewall_domain_list")),
      block_response: is("NODATA", "NXDOMAIN"),
    },
    withoutEffect: {
      firewall_domain_redirection_action: "names that an allowed one leads to are AWS's own",
      ...labels("name"),
    },
  },
  aws_route53_resolver_firewall_domain_list: {
    blocks: "every",
    must: { domains: written(listOf(text("a name of AWS's services, of the twin, or all", /^(?:\*|(?:\*\.)?[a-z0-9*.-]+)\.?$/))) },
    withoutEffect: labels("name"),
  },
  aws_route53_resolver_endpoint: {
    blocks: "every",
    must: {
      resolver_endpoint_type: is("IPV4"),
      direction: written(is("INBOUND")),
      "ip_address.subnet_id": written(naming("aws_subnet")),
      security_group_ids: written(listOf(naming("aws_security_group"))),
    },
    withoutEffect: {
      protocols: "which ports they take is read from the rules of its groups",
      "ip_address.ip": "an address of the subnet that it stands in, whose ranges are read",
      ...labels("name"),
    },
  },
};
