import { permissionsOf, type TypePermissions } from "./permission-row";

type Words = Parameters<typeof permissionsOf>[2];

const ecs = (type: string, words: Words): TypePermissions => permissionsOf("ecs", type, words);
const elb = (type: string, words: Words): TypePermissions => permissionsOf("elasticloadbalancing", type, words);
const waf = (type: string, words: Words): TypePermissions => permissionsOf("wafv2", type, words);
const tagged = { tag: "TagResource UntagResource" };
const balancerTags = { tag: "AddTags RemoveTags" };

/** What load balancers, web filters and the payment service take. */
export const cellPermissions: readonly TypePermissions[] = [
  ecs("aws_ecs_cluster", {
    ...tagged,
    create: "CreateCluster",
    read: "DescribeClusters ListTagsForResource",
    update: "UpdateCluster UpdateClusterSettings",
    delete: "DeleteCluster",
    serviceRoles: ["ecs.amazonaws.com"],
  }),
  ecs("aws_ecs_cluster_capacity_providers", { create: "PutClusterCapacityProviders", read: "DescribeClusters" }),
  ecs("aws_ecs_service", {
    ...tagged,
    create: "CreateService",
    read: "DescribeServices ListServiceDeployments DescribeServiceDeployments DescribeServiceRevisions ListTagsForResource",
    update: "UpdateService",
    delete: "DeleteService",
    serviceRoles: ["ecs.amazonaws.com"],
  }),
  ecs("aws_ecs_task_definition", {
    ...tagged,
    create: "RegisterTaskDefinition",
    read: "DescribeTaskDefinition",
    delete: "DeregisterTaskDefinition",
    passesRole: true,
  }),
  elb("aws_lb", {
    ...balancerTags,
    create:
      "CreateLoadBalancer ec2:DescribeAccountAttributes ec2:DescribeAddresses ec2:DescribeInternetGateways ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs",
    read: "DescribeLoadBalancers DescribeLoadBalancerAttributes DescribeCapacityReservation DescribeTags ec2:DescribeNetworkInterfaces",
    update: "ModifyCapacityReservation ModifyLoadBalancerAttributes SetIpAddressType SetSecurityGroups SetSubnets",
    delete: "DeleteLoadBalancer",
    serviceRoles: ["elasticloadbalancing.amazonaws.com"],
  }),
  elb("aws_lb_listener", {
    ...balancerTags,
    create: "CreateListener",
    read: "DescribeListeners DescribeListenerAttributes DescribeTags",
    update: "ModifyListener ModifyListenerAttributes",
    delete: "DeleteListener",
  }),
  elb("aws_lb_listener_rule", {
    ...balancerTags,
    create: "CreateRule",
    read: "DescribeRules DescribeListeners DescribeTags",
    update: "ModifyRule SetRulePriorities",
    delete: "DeleteRule",
  }),
  elb("aws_lb_target_group", {
    ...balancerTags,
    create: "CreateTargetGroup ec2:DescribeVpcs",
    read: "DescribeTargetGroups DescribeTargetGroupAttributes DescribeTags",
    update: "ModifyTargetGroup ModifyTargetGroupAttributes",
    delete: "DeleteTargetGroup",
  }),
  elb("aws_lb_target_group_attachment", {
    create: "RegisterTargets",
    read: "DescribeTargetHealth",
    delete: "DeregisterTargets",
  }),
  elb("aws_lb_trust_store", {
    ...balancerTags,
    create: "CreateTrustStore s3:GetObject",
    read: "DescribeTrustStores DescribeTags",
    update: "ModifyTrustStore",
    delete: "DeleteTrustStore",
  }),
  waf("aws_wafv2_web_acl", {
    ...tagged,
    create: "CreateWebACL",
    read: "GetWebACL ListTagsForResource",
    update: "UpdateWebACL",
    delete: "DeleteWebACL",
  }),
  waf("aws_wafv2_web_acl_association", {
    create: "AssociateWebACL elasticloadbalancing:SetWebAcl",
    read: "GetWebACLForResource",
    delete: "DisassociateWebACL",
  }),
  waf("aws_wafv2_web_acl_logging_configuration", {
    create: "PutLoggingConfiguration logs:CreateLogDelivery logs:DescribeLogGroups logs:DescribeResourcePolicies logs:PutResourcePolicy",
    read: "GetLoggingConfiguration",
    delete: "DeleteLoggingConfiguration logs:DeleteLogDelivery",
    serviceRoles: ["wafv2.amazonaws.com"],
  }),
];
