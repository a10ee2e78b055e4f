import { is, listOf, naming, type Rule, text, written } from "../../findings/rules";
import type { Scope } from "../../findings/scope";
import { labels } from "../labels";

const HOW_FAST = "it says how soon a change is noticed, not whether; assess reckons with it";
const HOW_MUCH = "it is about what fits and how it is spread; assess reckons with it";
const MALFORMED = "it is about malformed requests, which no payment is";

/** Who listens over TLS does so by a policy without older versions and weaker ciphers: the provider's own default has both. */
const strongPolicy: Rule = {
  ...text("a policy of TLS 1.2 or later with forward secrecy", /^ELBSecurityPolicy-(?:TLS13-1-3|TLS13-1-2-Res|FS-1-2-Res)(?:-|$)/),
  mayBeAbsent: ({ at }) => at.block.attributes["protocol"] === "TCP",
};

/** A connection alone says little: only where ECS would replace the task for more is it enough (ADR 16). */
const askedOverTls: Rule = {
  ...is("HTTPS"),
  holds: (value, where) => value === "HTTPS" || (value === "TCP" && where.at.block.attributes["protocol"] === "TLS"),
};

/** Load balancers: what they listen by, what they hand on to, and what stands in front of them. */
export const balancerTypes: Scope = {
  aws_lb: {
    blocks: "every",
    must: { ip_address_type: is("ipv4") },
    withoutEffect: {
      "access_logs.prefix": "the bucket's policy, which is read, bounds what is written there",
      "connection_logs.prefix": "the bucket's policy, which is read, bounds what is written there",
      client_keep_alive: "it says how long an idle connection of a client is kept; another is opened",
      idle_timeout: "it bounds how long a silent request waits; assess reckons with it",
      desync_mitigation_mode: MALFORMED,
      drop_invalid_header_fields: MALFORMED,
      xff_header_processing_mode: "it is about a header that tells of the client's address, by which nothing is decided here",
      preserve_host_header: "it is about a header towards the task, after names, rules and the web filter have been read",
      enable_http2: "a client that does not get it speaks HTTP/1.1",
      enable_cross_zone_load_balancing: HOW_MUCH,
      enable_zonal_shift: "it lets people lead clients away from a zone by hand",
      enable_deletion_protection: "it refuses a later change",
      enable_waf_fail_open: "it decides what happens while AWS's filter does not answer; assess reckons with it",
      enforce_security_group_inbound_rules_on_private_link_traffic: "no endpoint service offers it: a type that nobody knows here",
      minimum_load_balancer_capacity: HOW_MUCH,
      ...labels("name"),
    },
  },
  aws_lb_listener: {
    blocks: "every",
    must: {
      protocol: written(is("HTTPS", "TLS", "TCP")),
      ssl_policy: strongPolicy,
      certificate_arn: naming("aws_acm_certificate", "aws_acm_certificate_validation"),
      "default_action.type": written(is("forward", "fixed-response")),
      "mutual_authentication.ignore_client_certificate_expiry": is(false),
      "mutual_authentication.trust_store_arn": naming("aws_lb_trust_store"),
    },
    withoutEffect: {
      "default_action.fixed_response": "whoever is not handed on is no payment, whatever the answer says",
      routing_http_response_server_enabled: "it is a header of the answer",
    },
  },
  aws_lb_listener_rule: {
    blocks: "every",
    must: { listener_arn: written(naming("aws_lb_listener")), "action.type": written(is("forward", "fixed-response")) },
    withoutEffect: { "action.fixed_response": "whoever is not handed on is no payment, whatever the answer says" },
  },
  aws_lb_target_group: {
    blocks: "every",
    must: {
      vpc_id: written(naming("aws_vpc")),
      "health_check.protocol": written(askedOverTls),
      "health_check.matcher": is("200"),
      protocol_version: is("HTTP1", "HTTP2"),
      // The tasks let in the load balancer's own addresses, not those of who asks.
      preserve_client_ip: is(false),
    },
    withoutEffect: {
      "health_check.healthy_threshold": HOW_FAST,
      "health_check.unhealthy_threshold": HOW_FAST,
      "health_check.interval": HOW_FAST,
      "health_check.timeout": HOW_FAST,
      deregistration_delay: HOW_FAST,
      slow_start: HOW_MUCH,
      load_balancing_algorithm_type: HOW_MUCH,
      load_balancing_cross_zone_enabled: HOW_MUCH,
      target_group_health: "it says from how few healthy targets on a zone is given up; assess reckons with it",
      ...labels("name"),
    },
  },
  aws_lb_target_group_attachment: { blocks: "every" },
  aws_lb_trust_store: { blocks: "every", withoutEffect: labels("name") },
  aws_wafv2_web_acl: {
    blocks: "every",
    withoutEffect: {
      "rule.priority": "each rule is read by itself: none of them lets by what another would refuse",
      "rule.statement.rate_based_statement":
        "it refuses only who asks more often than its limit, which is capacity; assess reckons with it",
      "rule.visibility_config": "it says what is counted of it",
      visibility_config: "it says what is counted of it",
      ...labels("name"),
    },
  },
  aws_wafv2_web_acl_association: { blocks: "every" },
  aws_wafv2_web_acl_logging_configuration: {
    blocks: "every",
    must: {
      "logging_filter.filter.behavior": is("KEEP"),
      "logging_filter.filter.requirement": is("MEETS_ANY"),
      "logging_filter.filter.condition.action_condition.action": is("BLOCK", "COUNT", "EXCLUDED_AS_COUNT", "CAPTCHA", "CHALLENGE"),
    },
    withoutEffect: {
      "logging_filter.default_behavior": "what was let by is written down by the load balancer itself",
      redacted_fields: "it says what of a refused request is left out; evidence will read it",
    },
  },
  aws_acm_certificate: {
    blocks: "asked",
    must: { validation_method: written(is("DNS")), key_algorithm: is("RSA_2048", "EC_prime256v1", "EC_secp384r1") },
    withoutEffect: { options: "it says whether the certificate is published in logs of transparency" },
  },
  aws_acm_certificate_validation: {
    blocks: "every",
    must: { certificate_arn: written(naming("aws_acm_certificate")), validation_record_fqdns: listOf(naming("aws_route53_record")) },
    withoutEffect: { provider: "it waits for the certificate that it names, whose Region is read" },
  },
};
