import { between, is, naming, written } from "../../findings/rules";
import type { Scope } from "../../findings/scope";
import { labels } from "../labels";

const PACKETS = "whether packets pass it, both ways, is the judgement on flows' to say: its account covers each of its arguments";

/** Private lines, where a payment comes by one: port, session, gateway, association and what is announced over them. */
export const lineTypes: Scope = {
  aws_dx_connection: { blocks: "asked", withoutEffect: labels("name") },
  aws_dx_macsec_key_association: { blocks: "asked" },
  aws_dx_transit_virtual_interface: {
    blocks: "asked",
    must: {
      dx_gateway_id: written(naming("aws_dx_gateway")),
      address_family: written(is("ipv4")),
      bgp_asn: written(between(1, 4_294_967_294)),
      vlan: written(between(1, 4094)),
      mtu: is(1500, 8500),
    },
    withoutEffect: labels("name"),
  },
  aws_dx_gateway: {
    blocks: "asked",
    withoutEffect: {
      amazon_side_asn: "a number by which routers know each other; the schema keeps it from the customer's",
      ...labels("name"),
    },
  },
  aws_dx_gateway_association: {
    blocks: "asked",
    must: { associated_gateway_id: written(naming("aws_ec2_transit_gateway")), dx_gateway_id: written(naming("aws_dx_gateway")) },
  },
  aws_ec2_transit_gateway: { blocks: "none", why: PACKETS },
  "data.aws_ec2_transit_gateway_dx_gateway_attachment": { blocks: "none", why: PACKETS },
};
