import { permissionsOf, type TypePermissions } from "./permission-row";

type Words = Parameters<typeof permissionsOf>[2];

const firewall = (type: string, words: Words): TypePermissions => permissionsOf("network-firewall", type, words);
const resolver = (type: string, words: Words): TypePermissions => permissionsOf("route53resolver", type, words);

/** What inspects packets and names takes. */
export const inspectionPermissions: readonly TypePermissions[] = [
  firewall("aws_networkfirewall_firewall", {
    create: "CreateFirewall",
    read: "DescribeFirewall ListTagsForResource",
    update:
      "AssociateFirewallPolicy AssociateSubnets DisassociateSubnets UpdateFirewallDeleteProtection UpdateFirewallDescription UpdateFirewallEncryptionConfiguration UpdateFirewallPolicyChangeProtection UpdateSubnetChangeProtection",
    delete: "DeleteFirewall",
    tag: "TagResource UntagResource",
    serviceRoles: ["network-firewall.amazonaws.com"],
  }),
  firewall("aws_networkfirewall_firewall_policy", {
    create: "CreateFirewallPolicy",
    read: "DescribeFirewallPolicy ListTagsForResource",
    update: "UpdateFirewallPolicy",
    delete: "DeleteFirewallPolicy",
    tag: "TagResource UntagResource",
  }),
  firewall("aws_networkfirewall_logging_configuration", {
    create: "UpdateLoggingConfiguration logs:CreateLogDelivery logs:DescribeLogGroups logs:DescribeResourcePolicies logs:PutResourcePolicy",
    read: "DescribeLoggingConfiguration logs:GetLogDelivery logs:ListLogDeliveries",
    update: "logs:UpdateLogDelivery",
    delete: "logs:DeleteLogDelivery",
    serviceRoles: ["delivery.logs.amazonaws.com"],
  }),
  firewall("aws_networkfirewall_rule_group", {
    create: "CreateRuleGroup",
    read: "DescribeRuleGroup ListTagsForResource",
    update: "UpdateRuleGroup",
    delete: "DeleteRuleGroup",
    tag: "TagResource UntagResource",
  }),
  resolver("aws_route53_resolver_endpoint", {
    create:
      "CreateResolverEndpoint ec2:CreateNetworkInterface ec2:DescribeAvailabilityZones ec2:DescribeNetworkInterfaces ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs",
    read: "GetResolverEndpoint ListResolverEndpointIpAddresses ListTagsForResource",
    update:
      "AssociateResolverEndpointIpAddress DisassociateResolverEndpointIpAddress UpdateResolverEndpoint ec2:ModifyNetworkInterfaceAttribute",
    delete: "DeleteResolverEndpoint ec2:DeleteNetworkInterface",
    tag: "TagResource UntagResource",
  }),
  resolver("aws_route53_resolver_firewall_config", {
    create: "UpdateFirewallConfig ec2:DescribeVpcs",
    read: "GetFirewallConfig ListFirewallConfigs",
  }),
  resolver("aws_route53_resolver_firewall_domain_list", {
    create: "CreateFirewallDomainList UpdateFirewallDomains",
    read: "GetFirewallDomainList ListFirewallDomains ListTagsForResource",
    delete: "DeleteFirewallDomainList",
    tag: "TagResource UntagResource",
  }),
  resolver("aws_route53_resolver_firewall_rule", {
    create: "CreateFirewallRule",
    read: "ListFirewallRules",
    update: "UpdateFirewallRule",
    delete: "DeleteFirewallRule",
  }),
  resolver("aws_route53_resolver_firewall_rule_group", {
    create: "CreateFirewallRuleGroup",
    read: "GetFirewallRuleGroup ListTagsForResource",
    delete: "DeleteFirewallRuleGroup",
    tag: "TagResource UntagResource",
  }),
  resolver("aws_route53_resolver_firewall_rule_group_association", {
    create: "AssociateFirewallRuleGroup ec2:DescribeVpcs",
    read: "GetFirewallRuleGroupAssociation ListTagsForResource",
    update: "UpdateFirewallRuleGroupAssociation",
    delete: "DisassociateFirewallRuleGroup",
    tag: "TagResource UntagResource",
  }),
  resolver("aws_route53_resolver_query_log_config", {
    create:
      "CreateResolverQueryLogConfig logs:CreateLogDelivery logs:DescribeLogGroups logs:DescribeResourcePolicies logs:PutResourcePolicy",
    read: "GetResolverQueryLogConfig ListTagsForResource",
    delete: "DeleteResolverQueryLogConfig logs:DeleteLogDelivery",
    tag: "TagResource UntagResource",
  }),
  resolver("aws_route53_resolver_query_log_config_association", {
    create: "AssociateResolverQueryLogConfig ec2:DescribeVpcs",
    read: "GetResolverQueryLogConfigAssociation",
    delete: "DisassociateResolverQueryLogConfig",
  }),
];
