import { is, naming, nothing, written } from "../../findings/rules";
import type { Scope } from "../../findings/scope";
import { labels } from "../labels";

const ITS_NETWORK = "which network it is of is read where it is followed from a subnet or an interface";

/** Subnets, their tables and lists, and the groups in front of every interface. */
export const networkTypes: Scope = {
  aws_vpc: {
    blocks: "every",
    must: { enable_dns_support: is(true), enable_dns_hostnames: written(is(true)), assign_generated_ipv6_cidr_block: is(false) },
  },
  aws_subnet: {
    blocks: "every",
    must: { vpc_id: written(naming("aws_vpc")), map_public_ip_on_launch: is(false), assign_ipv6_address_on_creation: is(false) },
    withoutEffect: { availability_zone_id: "what stands in which zone is told by the judgement on payments" },
  },
  aws_ec2_subnet_cidr_reservation: {
    blocks: "every",
    must: { reservation_type: written(is("explicit")), subnet_id: written(naming("aws_subnet")) },
    withoutEffect: { cidr_block: "it keeps addresses free and lets nothing pass", ...labels("description") },
  },
  aws_route_table: { blocks: "every", must: { vpc_id: written(naming("aws_vpc")) } },
  aws_route_table_association: { blocks: "every" },
  aws_default_route_table: {
    blocks: "every",
    must: { default_route_table_id: written(naming("aws_vpc")), route: nothing, propagating_vgws: nothing },
  },
  aws_default_network_acl: {
    blocks: "every",
    must: { default_network_acl_id: written(naming("aws_vpc")), ingress: nothing, egress: nothing, subnet_ids: nothing },
  },
  aws_default_security_group: { blocks: "every", must: { vpc_id: written(naming("aws_vpc")), ingress: nothing, egress: nothing } },
  aws_route: { blocks: "every", withoutEffect: { provider: "a route stands in the Region of its table, or AWS refuses it" } },
  aws_internet_gateway: { blocks: "every", must: { vpc_id: written(naming("aws_vpc")) } },
  aws_nat_gateway: {
    blocks: "every",
    must: {
      subnet_id: written(naming("aws_subnet")),
      allocation_id: written(naming("aws_eip")),
      connectivity_type: is("public"),
    },
  },
  aws_eip: { blocks: "every", must: { domain: is("vpc"), instance: nothing, network_interface: nothing } },
  aws_network_acl: { blocks: "every", must: { vpc_id: written(naming("aws_vpc")) } },
  aws_security_group: {
    blocks: "every",
    must: { vpc_id: written(naming("aws_vpc")) },
    withoutEffect: labels("name", "description"),
  },
  aws_vpc_security_group_ingress_rule: { blocks: "every", withoutEffect: labels("description") },
  aws_vpc_security_group_egress_rule: { blocks: "every", withoutEffect: labels("description") },
  aws_security_group_rule: { blocks: "every", withoutEffect: labels("description") },
  aws_network_acl_rule: { blocks: "every" },
  aws_network_acl_association: { blocks: "every" },
  aws_main_route_table_association: { blocks: "every" },
  aws_vpc_peering_connection: { blocks: "every", withoutEffect: { provider: ITS_NETWORK } },
  aws_vpc_endpoint: {
    blocks: "every",
    must: { vpc_id: written(naming("aws_vpc")) },
    withoutEffect: { private_dns_enabled: "a name opens no way; the judgement on payments asks for it" },
  },
};
