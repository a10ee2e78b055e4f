import { Wafv2WebAcl, type Wafv2WebAclRule } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import { Wafv2WebAclLoggingConfiguration } from "@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration";
import { Construct } from "constructs";
import type { HostMatch, WebFilterDesign, WebRule } from "../../design/cell/web-filter";
import type { MetricDimensions } from "../../design/foundation/metrics";
import { LogGroup } from "../protection/log-group";

export interface WebFilterProps {
  readonly filter: WebFilterDesign;
  readonly region: string;
  readonly loadBalancerArn: string;
  readonly logsKeyArn: string;
}

/** What looks at every request from the internet before a load balancer does, and a log of what it refused. */
export class WebFilter extends Construct {
  readonly metrics: MetricDimensions<"webFilter">;

  constructor(scope: Construct, id: string, props: WebFilterProps) {
    super(scope, id);
    const acl = this.defineAcl(props.filter);
    this.logRefusals(acl, props);
    new Wafv2WebAclAssociation(this, "association", { resourceArn: props.loadBalancerArn, webAclArn: acl.arn });
    this.metrics = { WebACL: props.filter.name, Region: props.region };
  }

  private defineAcl({ name, rules, tags }: WebFilterDesign): Wafv2WebAcl {
    return new Wafv2WebAcl(this, "acl", {
      name,
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      rule: rules.map(ruleOf),
      visibilityConfig: visibility(name),
      tags: { ...tags },
    });
  }

  /** The log has only what was refused or counted: the load balancer's access log has every request, and the filter's verdict on it. */
  private logRefusals(acl: Wafv2WebAcl, { filter, logsKeyArn }: WebFilterProps): void {
    const { logGroup, logRetentionDays, redactedHeaders, tags } = filter;
    const group = new LogGroup(this, "refusals", { name: logGroup, retentionDays: logRetentionDays, kmsKeyArn: logsKeyArn, tags });
    const refused = ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT"].map((action) => ({ actionCondition: { action } }));
    new Wafv2WebAclLoggingConfiguration(this, "log", {
      resourceArn: acl.arn,
      logDestinationConfigs: [group.arn],
      loggingFilter: { defaultBehavior: "DROP", filter: [{ behavior: "KEEP", requirement: "MEETS_ANY", condition: refused }] },
      redactedFields: [...redactedHeaders.map((header) => ({ singleHeader: { name: header } })), { queryString: {} }],
    });
  }
}

/** The filter keeps no samples: they would show headers and query strings, redacted in the log or not. */
function visibility(metricName: string) {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false };
}

/** The binding hands statements on as they are, so they are in Terraform's own spelling. */
function ruleOf(rule: WebRule): Wafv2WebAclRule {
  const common = { name: rule.id, priority: rule.priority, visibilityConfig: visibility(rule.id) };
  switch (rule.kind) {
    case "managed":
      return {
        ...common,
        overrideAction: { none: {} },
        statement: {
          managed_rule_group_statement: {
            vendor_name: "AWS",
            name: rule.ruleGroup,
            rule_action_override: rule.counted.map((name) => ({ name, action_to_use: { count: {} } })),
          },
        },
      };
    case "rateOfOneAddress":
      return {
        ...common,
        action: { block: {} },
        statement: {
          rate_based_statement: {
            limit: rule.limit,
            evaluation_window_sec: rule.windowSeconds,
            aggregate_key_type: "IP",
            ...scopeDown(rule.hosts),
          },
        },
      };
  }
}

function scopeDown(hosts: HostMatch): { readonly scope_down_statement?: object } {
  if (hosts.kind === "all") return {};
  const ends = {
    byte_match_statement: {
      search_string: hosts.with,
      positional_constraint: "ENDS_WITH",
      field_to_match: { single_header: { name: "host" } },
      text_transformation: [{ priority: 0, type: "NONE" }],
    },
  };
  return { scope_down_statement: hosts.kind === "ending" ? ends : { not_statement: { statement: [ends] } } };
}
