import type { Scope } from "../scope";

/** Private lines: port, session, gateway, association and what is announced over them. */
export const lineTypes: Scope = {
  aws_dx_connection: { blocks: "none", why: "TODO" },
  aws_dx_macsec_key_association: { blocks: "none", why: "TODO" },
  aws_dx_transit_virtual_interface: { blocks: "none", why: "TODO" },
  aws_dx_gateway: { blocks: "none", why: "TODO" },
  aws_dx_gateway_association: { blocks: "none", why: "TODO" },
  aws_ec2_transit_gateway: { blocks: "none", why: "TODO" },
  "data.aws_ec2_transit_gateway_dx_gateway_attachment": { blocks: "none", why: "TODO" },
};
