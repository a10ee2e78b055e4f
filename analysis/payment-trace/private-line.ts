import { flagAt, textAt, textsAt } from "../../synthesized/attributes";
import { follow } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { blocksIn, blocksOfType, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { covers } from "../flows/terms/interval";
import { prefixOf } from "../flows/terms/prefix";
import type { Payment } from "./payment";
import { check, missing, type Piece } from "./step";

/** What a private line is made of, from its port to the site's transit gateway: each that leads here is whole, and there is one. */
export function linePieces(payment: Payment): readonly Piece[] {
  const { site, estate } = payment;
  const associations = blocksIn(site, "aws_ec2_transit_gateway").flatMap((transit) =>
    blocksNaming(estate, transit, { type: "aws_dx_gateway_association", key: "associated_gateway_id" }),
  );
  const gateways = associations.flatMap((association) => follow(estate, association, "dx_gateway_id") ?? []);
  const sessions = gateways.flatMap((gateway) =>
    blocksNaming(estate, gateway, { type: "aws_dx_transit_virtual_interface", key: "dx_gateway_id" }),
  );
  return [
    ...(gateways.length === 0 ? [missing(`no Direct Connect gateway is associated with the transit gateway of ${site.stack}`)] : []),
    ...associations.flatMap((association) => announcedPieces(association, payment)),
    check(
      sessions.length > 0 || portsAwaitKeys(payment),
      sessions.length > 0
        ? `${sessions.length} private lines lead to ${site.stack}`
        : "ports wait for their first keys, which exist only when they do",
      `no private line leads to ${site.stack}`,
    ),
    ...sessions.flatMap((session) => sessionPieces(session, payment)),
  ];
}

/** Ports are ordered weeks before anybody can have a key for them: until then none of them carries a session. */
function portsAwaitKeys({ estate }: Payment): boolean {
  const ports = blocksOfType(estate, "aws_dx_connection");
  return (
    ports.length > 0 &&
    ports.every(
      ({ block }) => flagAt(block.attributes, "request_macsec") === true && textAt(block.attributes, "encryption_mode") === undefined,
    )
  );
}

/** What is announced to participants: addresses of this site and no others, or they would send what is the other's here. */
function announcedPieces(association: StackBlock, { network }: Payment): readonly Piece[] {
  const announced = textsAt(association.block.attributes, "allowed_prefixes") ?? [];
  const strange = announced.filter((text) => {
    const prefix = prefixOf(text);
    return prefix === undefined || !covers(network.space, prefix);
  });
  return strange.map((text) => missing(`${textOf(association)} announces ${text}, which is not the site's`));
}

function sessionPieces(session: StackBlock, { estate }: Payment): readonly Piece[] {
  const port = follow(estate, session, "connection_id");
  if (port?.block.type !== "aws_dx_connection") return [missing(`${textOf(session)} is on no port that is there`)];
  const { attributes } = port.block;
  // A port that only should encrypt carries packets in clear until its keys are there.
  const encrypts = textAt(attributes, "encryption_mode") === "must_encrypt";
  const keys = encrypts ? blocksNaming(estate, port, { type: "aws_dx_macsec_key_association", key: "connection_id" }) : [];
  return encrypts && keys.length === 0 ? [missing(`${textOf(port)} encrypts, and has no key: it carries nothing`)] : [];
}
