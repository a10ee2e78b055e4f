import { between, is, naming, text, written } from "../../findings/rules";
import type { Scope } from "../../findings/scope";
import { labels } from "../labels";

const PACKETS = "whether packets pass it, both ways, is the judgement on flows' to say: its account covers each of its arguments";
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}\/(?:30|31)$/;

/** Private lines: port, session, gateway, association and what is announced over them. */
export const lineTypes: Scope = {
  aws_dx_connection: {
    blocks: "every",
    must: { encryption_mode: is("must_encrypt", "should_encrypt", "no_encrypt") },
    withoutEffect: {
      request_macsec: "a port that cannot encrypt is told by the apply; one that must and has no key is read here",
      bandwidth: "it is about what fits; assess reckons with it",
      location: "which building it is in is the judgement on borders' to say",
      ...labels("name"),
    },
  },
  aws_dx_macsec_key_association: {
    blocks: "every",
    must: {
      connection_id: written(naming("aws_dx_connection")),
      secret_arn: written(text("the ARN of a secret with the key", /^arn:aws:secretsmanager:[a-z0-9-]+:\d{12}:secret:/)),
    },
  },
  aws_dx_transit_virtual_interface: {
    blocks: "every",
    must: {
      connection_id: written(naming("aws_dx_connection")),
      dx_gateway_id: written(naming("aws_dx_gateway")),
      address_family: written(is("ipv4")),
      amazon_address: text("an address of a pair", ADDRESS),
      customer_address: text("an address of a pair", ADDRESS),
      bgp_asn: written(between(1, 4_294_967_294)),
      vlan: written(between(1, 4094)),
      mtu: is(1500, 8500),
    },
    withoutEffect: labels("name"),
  },
  aws_dx_gateway: {
    blocks: "every",
    withoutEffect: {
      amazon_side_asn: "a number by which routers know each other; the schema keeps it from the customer's",
      ...labels("name"),
    },
  },
  aws_dx_gateway_association: { blocks: "every" },
  aws_ec2_transit_gateway: { blocks: "none", why: PACKETS },
  "data.aws_ec2_transit_gateway_dx_gateway_attachment": { blocks: "none", why: PACKETS },
};
