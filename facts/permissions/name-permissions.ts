import { permissionsOf, type TypePermissions } from "./permission-row";

type Words = Parameters<typeof permissionsOf>[2];

const acm = (type: string, words: Words): TypePermissions => permissionsOf("acm", type, words);
const route53 = (type: string, words: Words): TypePermissions => permissionsOf("route53", type, { read: "", ...words });
const switches = (type: string, words: Words): TypePermissions =>
  permissionsOf("route53-recovery-control-config", type, { ...words, tag: "ListTagsForResource TagResource UntagResource" });
const dx = (type: string, words: Words): TypePermissions => permissionsOf("directconnect", type, words);

const change = { create: "ChangeResourceRecordSets GetChange", delete: "ChangeResourceRecordSets" };
const line = { tag: "DescribeTags TagResource UntagResource" };

/** What names, switches and private lines take. */
export const namePermissions: readonly TypePermissions[] = [
  acm("aws_acm_certificate", {
    create: "RequestCertificate",
    read: "DescribeCertificate ListTagsForCertificate",
    update: "UpdateCertificateOptions",
    delete: "DeleteCertificate",
    tag: "AddTagsToCertificate RemoveTagsFromCertificate",
  }),
  acm("aws_acm_certificate_validation", { read: "DescribeCertificate" }),
  route53("aws_route53_zone", {
    create: "CreateHostedZone AssociateVPCWithHostedZone GetChange ec2:DescribeVpcs",
    read: "GetHostedZone ListTagsForResource",
    update: "UpdateHostedZoneComment DisassociateVPCFromHostedZone",
    delete: "DeleteHostedZone ListResourceRecordSets",
    tag: "ChangeTagsForResource",
  }),
  route53("aws_route53_record", { ...change, read: "GetHostedZone ListResourceRecordSets" }),
  route53("aws_route53_health_check", {
    create: "CreateHealthCheck cloudwatch:DescribeAlarms",
    read: "GetHealthCheck ListTagsForResource",
    update: "UpdateHealthCheck",
    delete: "DeleteHealthCheck",
    tag: "ChangeTagsForResource",
  }),
  route53("aws_route53_hosted_zone_dnssec", {
    create: "EnableHostedZoneDNSSEC GetChange",
    read: "GetDNSSEC",
    delete: "DisableHostedZoneDNSSEC",
  }),
  // Route 53 tries the key in its maker's name: the error for a wrong key asks for these three (terraform-provider-aws, issue 29778).
  route53("aws_route53_key_signing_key", {
    create: "CreateKeySigningKey ActivateKeySigningKey GetChange kms:CreateGrant kms:DescribeKey kms:GetPublicKey kms:Sign",
    read: "GetDNSSEC",
    update: "DeactivateKeySigningKey",
    delete: "DeleteKeySigningKey",
  }),
  route53("aws_route53_query_log", {
    create: "CreateQueryLoggingConfig logs:DescribeLogGroups logs:DescribeResourcePolicies logs:PutResourcePolicy",
    read: "GetQueryLoggingConfig",
    delete: "DeleteQueryLoggingConfig",
  }),
  switches("aws_route53recoverycontrolconfig_cluster", {
    create: "CreateCluster",
    read: "DescribeCluster",
    delete: "DeleteCluster",
  }),
  switches("aws_route53recoverycontrolconfig_control_panel", {
    create: "CreateControlPanel",
    read: "DescribeControlPanel",
    update: "UpdateControlPanel",
    delete: "DeleteControlPanel",
  }),
  switches("aws_route53recoverycontrolconfig_routing_control", {
    create: "CreateRoutingControl",
    read: "DescribeRoutingControl",
    update: "UpdateRoutingControl",
    delete: "DeleteRoutingControl",
  }),
  switches("aws_route53recoverycontrolconfig_safety_rule", {
    create: "CreateSafetyRule",
    read: "DescribeSafetyRule",
    update: "UpdateSafetyRule",
    delete: "DeleteSafetyRule",
  }),
  dx("aws_dx_connection", {
    ...line,
    create: "CreateConnection",
    read: "DescribeConnections DescribeLocations",
    update: "UpdateConnection",
    delete: "DeleteConnection",
  }),
  dx("aws_dx_gateway", {
    create: "CreateDirectConnectGateway",
    read: "DescribeDirectConnectGateways",
    update: "UpdateDirectConnectGateway",
    delete: "DeleteDirectConnectGateway",
  }),
  dx("aws_dx_gateway_association", {
    create: "CreateDirectConnectGatewayAssociation ec2:DescribeTransitGateways",
    read: "DescribeDirectConnectGatewayAssociations",
    update: "UpdateDirectConnectGatewayAssociation",
    delete: "DeleteDirectConnectGatewayAssociation",
  }),
  dx("aws_dx_macsec_key_association", {
    create: "AssociateMacSecKey secretsmanager:DescribeSecret",
    read: "DescribeConnections",
    delete: "DisassociateMacSecKey",
  }),
  dx("aws_dx_transit_virtual_interface", {
    ...line,
    create: "CreateTransitVirtualInterface",
    read: "DescribeVirtualInterfaces",
    update: "UpdateVirtualInterfaceAttributes",
    delete: "DeleteVirtualInterface",
  }),
];
