import { NetworkfirewallFirewall } from "@cdktf/provider-aws/lib/networkfirewall-firewall";
import { NetworkfirewallFirewallPolicy } from "@cdktf/provider-aws/lib/networkfirewall-firewall-policy";
import { NetworkfirewallLoggingConfiguration } from "@cdktf/provider-aws/lib/networkfirewall-logging-configuration";
import { NetworkfirewallRuleGroup } from "@cdktf/provider-aws/lib/networkfirewall-rule-group";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { FirewallRule } from "../../design/network/firewall-rules";
import type { NetworkDesign } from "../../design/network/network";
import type { LogGroup } from "../protection/log-group";
import type { RoutedSubnet, SiteNetwork } from "./site-network";

export interface FirewallProps {
  readonly design: NetworkDesign;
  readonly network: SiteNetwork;
  readonly alerts: LogGroup;
  readonly flows: LogGroup;
  /** What lets the log delivery service write to the two groups. */
  readonly delivery: ITerraformDependable;
}

/** Rules fixed at creation: room for growth, since more would mean a new group. AWS takes 30,000. */
const CAPACITY = 500;

/**
 * The longest that AWS takes. After its default of 350 seconds a connection that was idle at night is
 * forgotten without a word to either end, and its next payment hangs
 * (network-firewall/latest/developerguide/troubleshooting-general-issues, read 2026-11-23).
 */
const IDLE_TIMEOUT_SECONDS = 6000;

/**
 * The firewall between untrusted and trusted segments, with an endpoint in every zone. What no rule
 * names is dropped and written down. Its rules are encrypted by AWS's own key: with a key of ours,
 * a key that is disabled by mistake would stop every packet (ADR 6).
 *
 * **Changing** its name or its rule group's capacity replaces it: every flow stops meanwhile.
 */
export class Firewall extends Construct {
  private readonly firewall: NetworkfirewallFirewall;

  constructor(scope: Construct, id: string, props: FirewallProps) {
    super(scope, id);
    const rules = this.defineRules(props.design);
    const policy = this.definePolicy(props.design, rules);
    this.firewall = this.defineFirewall(props, policy);
    this.defineLogging(props);
  }

  /**
   * The endpoint in a zone's inspection subnet. AWS lists the endpoints in no order, so it is found
   * by its subnet, never by its place in the list.
   */
  endpointIn({ subnet }: RoutedSubnet): string {
    const states = `aws_networkfirewall_firewall.${this.firewall.friendlyUniqueId}.firewall_status[0].sync_states`;
    const here = `attachment.subnet_id == aws_subnet.${subnet.friendlyUniqueId}.id`;
    return `\${one(flatten([for state in ${states} : [for attachment in state.attachment : attachment.endpoint_id if ${here}]]))}`;
  }

  private defineRules(design: NetworkDesign): NetworkfirewallRuleGroup {
    return new NetworkfirewallRuleGroup(this, "permitted-flows", {
      name: `${design.name}-permitted-flows`,
      description: "One rule per declared flow between untrusted and trusted segments",
      type: "STATEFUL",
      capacity: CAPACITY,
      ruleGroup: {
        statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
        rulesSource: { statefulRule: design.firewallRules.map(statefulRule) },
      },
      tags: { ...design.segmentTags.inspection, Name: `${design.name}-permitted-flows` },
    });
  }

  private definePolicy(design: NetworkDesign, rules: NetworkfirewallRuleGroup): NetworkfirewallFirewallPolicy {
    return new NetworkfirewallFirewallPolicy(this, "policy", {
      name: design.name,
      firewallPolicy: {
        statelessDefaultActions: ["aws:forward_to_sfe"],
        statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
        statefulDefaultActions: ["aws:alert_strict", "aws:drop_strict"],
        statefulEngineOptions: {
          ruleOrder: "STRICT_ORDER",
          // A client whose connection the firewall no longer knows is told at once and connects anew.
          streamExceptionPolicy: "REJECT",
          flowTimeouts: { tcpIdleTimeoutSeconds: IDLE_TIMEOUT_SECONDS },
        },
        statefulRuleGroupReference: [{ priority: 1, resourceArn: rules.arn }],
      },
      tags: { ...design.segmentTags.inspection, Name: design.name },
    });
  }

  private defineFirewall({ design, network }: FirewallProps, policy: NetworkfirewallFirewallPolicy): NetworkfirewallFirewall {
    return new NetworkfirewallFirewall(this, "firewall", {
      name: design.name,
      vpcId: network.vpc.id,
      firewallPolicyArn: policy.arn,
      subnetMapping: network.subnetsOf("inspection").map(({ subnet }) => ({ subnetId: subnet.id, ipAddressType: "IPV4" })),
      deleteProtection: true,
      subnetChangeProtection: true,
      tags: { ...design.segmentTags.inspection, Name: design.name },
    });
  }

  private defineLogging({ alerts, flows, delivery }: FirewallProps): void {
    const to = (logType: "ALERT" | "FLOW", group: LogGroup) => ({
      logType,
      logDestinationType: "CloudWatchLogs",
      logDestination: { logGroup: group.name },
    });
    new NetworkfirewallLoggingConfiguration(this, "logging", {
      firewallArn: this.firewall.arn,
      loggingConfiguration: { logDestinationConfig: [to("ALERT", alerts), to("FLOW", flows)] },
      dependsOn: [delivery],
    });
  }
}

function statefulRule(rule: FirewallRule) {
  return {
    action: "PASS",
    header: {
      protocol: rule.protocol,
      source: rule.source,
      sourcePort: "ANY",
      direction: "FORWARD",
      destination: rule.destination,
      destinationPort: rule.destinationPort,
    },
    ruleOption: [
      { keyword: "msg", settings: [`"${rule.flow}"`] },
      { keyword: "sid", settings: [String(rule.signatureId)] },
    ],
  };
}
