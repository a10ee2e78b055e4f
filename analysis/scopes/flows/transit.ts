import { is, naming, written } from "../../findings/rules";
import type { Scope } from "../../findings/scope";
import { labels } from "../labels";

const REGION_OF_ITS_GATEWAY = "it stands in the Region of the gateway that it names, or AWS refuses it";

/** Transit gateways, and what private lines and the twin come in by. */
export const transitTypes: Scope = {
  aws_ec2_transit_gateway: {
    blocks: "every",
    must: {
      auto_accept_shared_attachments: is("disable"),
      default_route_table_association: written(is("disable")),
      default_route_table_propagation: written(is("disable")),
    },
    withoutEffect: {
      amazon_side_asn: "a number by which routers know each other, and no way",
      dns_support: "a name opens no way",
      vpn_ecmp_support: "it spreads what passes over several ways",
      ...labels("description"),
    },
  },
  aws_ec2_transit_gateway_route_table: { blocks: "every", must: { transit_gateway_id: written(naming("aws_ec2_transit_gateway")) } },
  aws_ec2_transit_gateway_route: { blocks: "every", withoutEffect: { provider: REGION_OF_ITS_GATEWAY } },
  aws_ec2_transit_gateway_route_table_association: { blocks: "every", withoutEffect: { provider: REGION_OF_ITS_GATEWAY } },
  aws_ec2_transit_gateway_route_table_propagation: { blocks: "every" },
  aws_ec2_transit_gateway_vpc_attachment: {
    blocks: "every",
    must: {
      transit_gateway_id: written(naming("aws_ec2_transit_gateway")),
      vpc_id: written(naming("aws_vpc")),
      transit_gateway_default_route_table_association: written(is(false)),
      transit_gateway_default_route_table_propagation: written(is(false)),
      // One firewall sees both ways by a longest prefix of each zone; appliance mode would pin flows to another.
      appliance_mode_support: is("disable"),
    },
    withoutEffect: { dns_support: "a name opens no way" },
  },
  aws_ec2_transit_gateway_peering_attachment: {
    blocks: "every",
    must: {
      transit_gateway_id: written(naming("aws_ec2_transit_gateway")),
      peer_transit_gateway_id: written(naming("aws_ec2_transit_gateway")),
    },
    withoutEffect: {
      provider: REGION_OF_ITS_GATEWAY,
      peer_region: "AWS refuses one that is not the named gateway's",
      peer_account_id: "AWS refuses one that is not the named gateway's",
      "lifecycle.ignore_changes": "what may change unseen is read where it is looked for, and told there",
    },
  },
  aws_ec2_transit_gateway_peering_attachment_accepter: {
    blocks: "every",
    must: { transit_gateway_attachment_id: written(naming("aws_ec2_transit_gateway_peering_attachment")) },
    withoutEffect: { provider: REGION_OF_ITS_GATEWAY },
  },
  aws_dx_gateway: {
    blocks: "every",
    withoutEffect: { amazon_side_asn: "a number by which routers know each other, and no way", ...labels("name") },
  },
  aws_dx_gateway_association: {
    blocks: "every",
    must: {
      associated_gateway_id: written(naming("aws_ec2_transit_gateway")),
      dx_gateway_id: written(naming("aws_dx_gateway")),
    },
  },
  "data.aws_ec2_transit_gateway_dx_gateway_attachment": {
    blocks: "every",
    must: {
      transit_gateway_id: written(naming("aws_ec2_transit_gateway", "aws_dx_gateway_association")),
    },
    withoutEffect: { dx_gateway_id: "the transit gateway has one attachment of that kind, whichever gateway asks" },
  },
};
