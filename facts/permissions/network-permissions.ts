import { permissionsOf, type TypePermissions } from "./permission-row";

type Words = Parameters<typeof permissionsOf>[2];

const ec2 = (type: string, words: Words): TypePermissions => permissionsOf("ec2", type, { tag: "CreateTags DeleteTags", ...words });

const acl = {
  read: "DescribeNetworkAcls DescribeVpcs",
  update: "CreateNetworkAclEntry DeleteNetworkAclEntry ReplaceNetworkAclAssociation ReplaceNetworkAclEntry",
};
const routes = {
  read: "DescribeRouteTables",
  update: "AssociateRouteTable CreateRoute DeleteRoute DisassociateRouteTable ReplaceRoute ReplaceRouteTableAssociation",
};
const groupRules = { read: "DescribeSecurityGroupRules DescribeSecurityGroups", update: "ModifySecurityGroupRules" };

/** What a site's network and what joins two of them take. */
export const networkPermissions: readonly TypePermissions[] = [
  ec2("aws_default_network_acl", acl),
  ec2("aws_default_route_table", { ...routes, delete: "DisableVgwRoutePropagation" }),
  ec2("aws_default_security_group", {
    read: "DescribeSecurityGroupRules DescribeSecurityGroups",
    update: "RevokeSecurityGroupEgress RevokeSecurityGroupIngress",
  }),
  ec2("aws_ec2_subnet_cidr_reservation", {
    create: "CreateSubnetCidrReservation",
    read: "GetSubnetCidrReservations",
    delete: "DeleteSubnetCidrReservation",
    tag: "",
  }),
  ec2("aws_ec2_transit_gateway", {
    create: "CreateTransitGateway",
    read: "DescribeTransitGateways DescribeTransitGatewayRouteTables",
    update: "ModifyTransitGateway",
    delete: "DeleteTransitGateway",
    serviceRoles: ["transitgateway.amazonaws.com"],
  }),
  ec2("aws_ec2_transit_gateway_peering_attachment", {
    create: "CreateTransitGatewayPeeringAttachment",
    read: "DescribeTransitGatewayAttachments DescribeTransitGatewayPeeringAttachments",
    delete: "DeleteTransitGatewayPeeringAttachment",
    serviceRoles: ["transitgateway.amazonaws.com"],
  }),
  ec2("aws_ec2_transit_gateway_peering_attachment_accepter", {
    create: "AcceptTransitGatewayPeeringAttachment",
    read: "DescribeTransitGatewayAttachments DescribeTransitGatewayPeeringAttachments",
    delete: "DeleteTransitGatewayPeeringAttachment",
  }),
  ec2("aws_ec2_transit_gateway_route", {
    create: "CreateTransitGatewayRoute",
    read: "SearchTransitGatewayRoutes DescribeTransitGatewayAttachments",
    delete: "DeleteTransitGatewayRoute",
    tag: "",
  }),
  ec2("aws_ec2_transit_gateway_route_table", {
    create: "CreateTransitGatewayRouteTable",
    read: "DescribeTransitGatewayRouteTables",
    delete: "DeleteTransitGatewayRouteTable",
  }),
  ec2("aws_ec2_transit_gateway_route_table_association", {
    create: "AssociateTransitGatewayRouteTable",
    read: "DescribeTransitGatewayAttachments GetTransitGatewayRouteTableAssociations",
    delete: "DisassociateTransitGatewayRouteTable",
    tag: "",
  }),
  ec2("aws_ec2_transit_gateway_route_table_propagation", {
    create: "EnableTransitGatewayRouteTablePropagation",
    read: "DescribeTransitGatewayAttachments GetTransitGatewayRouteTablePropagations",
    delete: "DisableTransitGatewayRouteTablePropagation",
    tag: "",
  }),
  ec2("aws_ec2_transit_gateway_vpc_attachment", {
    create: "CreateTransitGatewayVpcAttachment",
    read: "DescribeTransitGatewayAttachments DescribeTransitGatewayVpcAttachments DescribeTransitGateways GetTransitGatewayRouteTableAssociations GetTransitGatewayRouteTablePropagations",
    update: "ModifyTransitGatewayVpcAttachment",
    delete: "DeleteTransitGatewayVpcAttachment",
    serviceRoles: ["transitgateway.amazonaws.com"],
  }),
  ec2("aws_flow_log", {
    create: "CreateFlowLogs logs:CreateLogDelivery logs:DescribeLogGroups",
    read: "DescribeFlowLogs",
    delete: "DeleteFlowLogs logs:DeleteLogDelivery",
    passesRole: true,
  }),
  ec2("aws_internet_gateway", {
    create: "CreateInternetGateway AttachInternetGateway",
    read: "DescribeInternetGateways",
    update: "AttachInternetGateway DetachInternetGateway",
    delete: "DeleteInternetGateway DetachInternetGateway",
  }),
  ec2("aws_network_acl", { ...acl, create: "CreateNetworkAcl", delete: "DeleteNetworkAcl" }),
  ec2("aws_route", { create: "CreateRoute", read: "DescribeRouteTables", update: "ReplaceRoute", delete: "DeleteRoute", tag: "" }),
  ec2("aws_route_table", { ...routes, create: "CreateRouteTable", delete: "DeleteRouteTable" }),
  ec2("aws_route_table_association", {
    create: "AssociateRouteTable",
    read: "DescribeRouteTables",
    update: "ReplaceRouteTableAssociation",
    delete: "DisassociateRouteTable",
    tag: "",
  }),
  ec2("aws_security_group", {
    create: "CreateSecurityGroup RevokeSecurityGroupEgress",
    read: "DescribeSecurityGroups DescribeNetworkInterfaces",
    update: "AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress RevokeSecurityGroupIngress",
    delete: "DeleteSecurityGroup",
  }),
  ec2("aws_subnet", {
    create: "CreateSubnet",
    read: "DescribeSubnets DescribeNetworkInterfaces",
    update: "ModifySubnetAttribute",
    delete: "DeleteSubnet",
  }),
  ec2("aws_vpc", {
    create: "CreateVpc",
    read: "DescribeVpcs DescribeVpcAttribute DescribeNetworkAcls DescribeRouteTables DescribeSecurityGroups",
    update: "ModifyVpcAttribute ModifyVpcTenancy",
    delete: "DeleteVpc",
  }),
  ec2("aws_vpc_endpoint", {
    create: "CreateVpcEndpoint route53:AssociateVPCWithHostedZone",
    read: "DescribeVpcEndpoints DescribePrefixLists DescribeVpcEndpointServices",
    update: "ModifyVpcEndpoint",
    delete: "DeleteVpcEndpoints route53:DisassociateVPCFromHostedZone",
  }),
  ec2("aws_vpc_peering_connection", {
    create: "CreateVpcPeeringConnection AcceptVpcPeeringConnection",
    read: "DescribeVpcPeeringConnections",
    update: "ModifyVpcPeeringConnectionOptions",
    delete: "DeleteVpcPeeringConnection",
  }),
  ec2("aws_vpc_security_group_egress_rule", {
    ...groupRules,
    create: "AuthorizeSecurityGroupEgress",
    delete: "RevokeSecurityGroupEgress",
  }),
  ec2("aws_vpc_security_group_ingress_rule", {
    ...groupRules,
    create: "AuthorizeSecurityGroupIngress",
    delete: "RevokeSecurityGroupIngress",
  }),
  ec2("aws_eip", {
    create: "AllocateAddress",
    read: "DescribeAddresses DescribeAddressesAttribute",
    update: "AssociateAddress DisassociateAddress",
    delete: "ReleaseAddress",
  }),
  ec2("aws_nat_gateway", {
    create: "CreateNatGateway",
    read: "DescribeNatGateways",
    delete: "DeleteNatGateway",
  }),
  ec2("data.aws_ec2_transit_gateway_dx_gateway_attachment", { read: "DescribeTransitGatewayAttachments", tag: "" }),
];
