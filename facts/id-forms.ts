/**
 * The forms of what AWS answers when something is made. In braces is what is filled in: hexadecimal
 * digits (`hex` 17 of them, `hex8` 8), `uuid`, `upper` (20 digits and capitals), `letters` (26 small
 * ones), `region`, `account`, the resource's `name`, and its own `id` or `arn`. They stand in for
 * answers and state nothing of AWS: none was looked up one by one.
 */
export interface Forms {
  readonly id: string;
  /** Form of the ARN, absent where nothing reads one. */
  readonly arn?: string;
  /** Other attributes that are made with it. */
  readonly [attribute: string]: string | undefined;
}

const of = (service: string, rest: string): string => `arn:aws:${service}:{region}:{account}:${rest}`;
const ec2 = (prefix: string, kind: string): Forms => ({ id: `${prefix}-{hex}`, arn: of("ec2", `${kind}/{id}`) });

export const idForms: Readonly<Record<string, Forms>> = {
  aws_acm_certificate: { id: "{arn}", arn: of("acm", "certificate/{uuid}") },
  aws_acm_certificate_validation: { id: "{uuid}", certificate_arn: of("acm", "certificate/{uuid}") },
  aws_alb: { id: "{arn}", arn: of("elasticloadbalancing", "loadbalancer/app/{name}/{hex16}") },
  aws_backup_plan: { id: "{uuid}", arn: of("backup", "backup-plan:{id}") },
  aws_backup_vault: { id: "{name}", arn: of("backup", "backup-vault:{name}") },
  aws_cloudwatch_dashboard: { id: "{name}", dashboard_arn: "arn:aws:cloudwatch::{account}:dashboard/{name}" },
  aws_cloudwatch_event_rule: { id: "{name}", arn: of("events", "rule/{name}") },
  aws_cloudwatch_log_group: { id: "{name}", arn: of("logs", "log-group:{name}") },
  aws_cloudwatch_metric_alarm: { id: "{name}", arn: of("cloudwatch", "alarm:{name}") },
  aws_dsql_cluster: {
    id: "{letters}",
    identifier: "{letters}",
    arn: of("dsql", "cluster/{letters}"),
    vpc_endpoint_service_name: "com.amazonaws.{region}.dsql-{hex4}",
  },
  aws_dx_connection: { id: "dxcon-{hex8}", arn: of("directconnect", "dxcon/{id}"), aws_device: "device-{hex8}" },
  aws_dx_gateway: { id: "{uuid}" },
  aws_dx_gateway_association: { id: "ga-{uuid}", dx_gateway_association_id: "{uuid}" },
  aws_dx_transit_virtual_interface: { id: "dxvif-{hex8}", arn: of("directconnect", "dxvif/{id}") },
  aws_ec2_transit_gateway: ec2("tgw", "transit-gateway"),
  aws_ec2_transit_gateway_dx_gateway_attachment: ec2("tgw-attach", "transit-gateway-attachment"),
  aws_ec2_transit_gateway_peering_attachment: ec2("tgw-attach", "transit-gateway-attachment"),
  aws_ec2_transit_gateway_peering_attachment_accepter: ec2("tgw-attach", "transit-gateway-attachment"),
  aws_ec2_transit_gateway_route_table: ec2("tgw-rtb", "transit-gateway-route-table"),
  aws_ec2_transit_gateway_vpc_attachment: ec2("tgw-attach", "transit-gateway-attachment"),
  aws_ecr_repository: {
    id: "{name}",
    arn: of("ecr", "repository/{name}"),
    repository_url: "{account}.dkr.ecr.{region}.amazonaws.com/{name}",
  },
  aws_ecs_cluster: { id: "{arn}", arn: of("ecs", "cluster/{name}") },
  aws_ecs_service: { id: of("ecs", "service/{name}") },
  aws_ecs_task_definition: { id: "{name}", arn: of("ecs", "task-definition/{name}:1") },
  aws_eip: { id: "eipalloc-{hex}", allocation_id: "{id}", arn: of("ec2", "elastic-ip/{id}"), public_ip: "192.0.2.10" },
  aws_flow_log: { id: "fl-{hex}", arn: of("ec2", "vpc-flow-log/{id}") },
  aws_guardduty_detector: { id: "{hex32}", arn: of("guardduty", "detector/{id}") },
  aws_iam_policy: { id: "{arn}", arn: "arn:aws:iam::{account}:policy/{name}" },
  aws_iam_role: { id: "{name}", arn: "arn:aws:iam::{account}:role/{name}", unique_id: "AROA{upper}" },
  aws_internet_gateway: ec2("igw", "internet-gateway"),
  aws_kms_key: { id: "{uuid}", key_id: "{uuid}", arn: of("kms", "key/{uuid}") },
  aws_kms_replica_key: { id: "{uuid}", key_id: "{uuid}", arn: of("kms", "key/{uuid}") },
  aws_lb: {
    id: "{arn}",
    arn: of("elasticloadbalancing", "loadbalancer/app/{name}/{hex16}"),
    arn_suffix: "app/{name}/{hex16}",
    dns_name: "{name}-{hex8}.{region}.elb.amazonaws.com",
    zone_id: "Z{upper}",
  },
  aws_lb_listener: { id: "{arn}", arn: of("elasticloadbalancing", "listener/app/{name}/{hex16}/{hex16}") },
  aws_lb_target_group: {
    id: "{arn}",
    arn: of("elasticloadbalancing", "targetgroup/{name}/{hex16}"),
    arn_suffix: "targetgroup/{name}/{hex16}",
  },
  aws_lb_trust_store: { id: "{arn}", arn: of("elasticloadbalancing", "truststore/{name}/{hex16}") },
  aws_network_acl: ec2("acl", "network-acl"),
  aws_networkfirewall_firewall: { id: "{arn}", arn: of("network-firewall", "firewall/{name}") },
  aws_networkfirewall_firewall_policy: { id: "{arn}", arn: of("network-firewall", "firewall-policy/{name}") },
  aws_networkfirewall_rule_group: { id: "{arn}", arn: of("network-firewall", "stateful-rulegroup/{name}") },
  aws_rds_cluster: {
    id: "{name}",
    arn: of("rds", "cluster:{name}"),
    cluster_resource_id: "cluster-{upper}",
    endpoint: "{name}.cluster-{hex12}.{region}.rds.amazonaws.com",
    reader_endpoint: "{name}.cluster-ro-{hex12}.{region}.rds.amazonaws.com",
  },
  aws_rds_global_cluster: { id: "{name}", arn: "arn:aws:rds::{account}:global-cluster:{name}" },
  aws_route53_health_check: { id: "{uuid}", arn: "arn:aws:route53:::healthcheck/{uuid}" },
  aws_route53_resolver_firewall_domain_list: { id: "rslvr-fdl-{hex}", arn: of("route53resolver", "firewall-domain-list/{id}") },
  aws_route53_resolver_firewall_rule_group: { id: "rslvr-frg-{hex}", arn: of("route53resolver", "firewall-rule-group/{id}") },
  aws_route53_resolver_query_log_config: { id: "rqlc-{hex}", arn: of("route53resolver", "resolver-query-log-config/{id}") },
  aws_route53_zone: { id: "Z{upper}", zone_id: "Z{upper}", arn: "arn:aws:route53:::hostedzone/Z{upper}" },
  aws_route53recoverycontrolconfig_cluster: { id: "{arn}", arn: "arn:aws:route53-recovery-control::{account}:cluster/{uuid}" },
  aws_route53recoverycontrolconfig_control_panel: {
    id: "{arn}",
    arn: "arn:aws:route53-recovery-control::{account}:controlpanel/{hex32}",
  },
  aws_route53recoverycontrolconfig_routing_control: {
    id: "{arn}",
    arn: "arn:aws:route53-recovery-control::{account}:controlpanel/{hex32}/routingcontrol/{hex16}",
  },
  aws_route_table: ec2("rtb", "route-table"),
  aws_s3_bucket: { id: "{name}", arn: "arn:aws:s3:::{name}", bucket_regional_domain_name: "{name}.s3.{region}.amazonaws.com" },
  aws_secretsmanager_secret: { id: "{arn}", arn: of("secretsmanager", "secret:{name}-{hex4}") },
  aws_security_group: ec2("sg", "security-group"),
  aws_sns_topic: { id: "{arn}", arn: of("sns", "{name}") },
  aws_subnet: ec2("subnet", "subnet"),
  aws_vpc: {
    ...ec2("vpc", "vpc"),
    default_network_acl_id: "acl-{hex}",
    default_route_table_id: "rtb-{hex}",
    default_security_group_id: "sg-{hex}",
    main_route_table_id: "rtb-{hex}",
  },
  aws_vpc_endpoint: { ...ec2("vpce", "vpc-endpoint"), prefix_list_id: "pl-{hex8}" },
  aws_wafv2_ip_set: { id: "{uuid}", arn: of("wafv2", "regional/ipset/{name}/{uuid}") },
  aws_wafv2_web_acl: { id: "{uuid}", arn: of("wafv2", "regional/webacl/{name}/{uuid}") },
};

/** Forms by an attribute's name alone, for types that have none above. */
export const generalForms: readonly (readonly [RegExp, string])[] = [
  [/(^|_)arn$/, of("service", "resource/{hex}")],
  [/(^|_)(dns_name|endpoint|fqdn)$/, "{hex8}.{region}.amazonaws.com"],
  [/(^|_)zone_id$/, "Z{upper}"],
];
