import { Route53ResolverFirewallConfig } from "@cdktf/provider-aws/lib/route53-resolver-firewall-config";
import { Route53ResolverFirewallDomainList } from "@cdktf/provider-aws/lib/route53-resolver-firewall-domain-list";
import { Route53ResolverFirewallRule } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule";
import { Route53ResolverFirewallRuleGroup } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group";
import { Route53ResolverFirewallRuleGroupAssociation } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group-association";
import { Construct } from "constructs";
import type { NameFilterDesign } from "../../design/network/name-filter";

export interface NameFilterProps {
  readonly filter: NameFilterDesign;
  readonly vpcId: string;
}

/** Which names the network's resolver answers, to tasks inside and to participants on private lines alike. */
export class NameFilter extends Construct {
  constructor(scope: Construct, id: string, { filter, vpcId }: NameFilterProps) {
    super(scope, id);
    const rules = this.defineRules(filter);
    new Route53ResolverFirewallRuleGroupAssociation(this, "association", {
      name: filter.name,
      firewallRuleGroupId: rules.id,
      vpcId,
      // AWS takes 101 to 8,999 from us and keeps the rest for organisations.
      priority: 101,
      tags: { Name: filter.name },
    });
    // A filter that is out of order must not stop payments: names are answered unfiltered meanwhile, and logged.
    new Route53ResolverFirewallConfig(this, "when-out-of-order", { resourceId: vpcId, firewallFailOpen: "ENABLED" });
  }

  private defineRules(filter: NameFilterDesign): Route53ResolverFirewallRuleGroup {
    const group = new Route53ResolverFirewallRuleGroup(this, "rules", { name: filter.name, tags: { Name: filter.name } });
    new Route53ResolverFirewallRule(this, "allow", {
      name: `${filter.name}-allowed`,
      firewallRuleGroupId: group.id,
      firewallDomainListId: this.defineList("allowed", filter),
      // The list names what is asked for; the owner of a name may point it elsewhere.
      firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
      action: "ALLOW",
      priority: 100,
    });
    new Route53ResolverFirewallRule(this, "block", {
      name: `${filter.name}-blocked`,
      firewallRuleGroupId: group.id,
      firewallDomainListId: this.defineList("blocked", filter),
      action: "BLOCK",
      blockResponse: "NODATA",
      priority: 200,
    });
    return group;
  }

  private defineList(list: "allowed" | "blocked", filter: NameFilterDesign): string {
    const name = `${filter.name}-${list}`;
    return new Route53ResolverFirewallDomainList(this, list, { name, domains: [...filter[list]], tags: { Name: name } }).id;
  }
}
