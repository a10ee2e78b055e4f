import { textAt, textsAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { follow } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { remembered } from "../../synthesized/estate/remembered";
import { blocksIn, blocksOfType, isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import type { Template } from "../../synthesized/template";
import { covers } from "../flows/terms/interval";
import { prefixOf } from "../flows/terms/prefix";
import { awaitsKey, portPieces } from "./line-port";
import { sessionPieces } from "./line-session";
import type { Payment } from "./payment";
import { check, found, missing, type Piece } from "./step";

/** What private lines are made of, from their ports to the site's transit gateway: each of them is whole, and there is one. */
export function linePieces(payment: Payment): readonly Piece[] {
  const { site, estate } = payment;
  return [...associationsOf(estate, site).flatMap((association) => announcedPieces(association, payment)), ...linesOf(estate)(site)];
}

function associationsOf(estate: Estate, site: Template): readonly StackBlock[] {
  return blocksIn(site, "aws_ec2_transit_gateway").flatMap((transit) =>
    blocksNaming(estate, transit, { type: "aws_dx_gateway_association", key: "associated_gateway_id" }),
  );
}

/** Every participant's payment to a site comes by the same lines. */
const linesOf = remembered((estate: Estate) => remembered((site: Template) => piecesOf(estate, site)));

function piecesOf(estate: Estate, site: Template): readonly Piece[] {
  const gateways = associationsOf(estate, site).flatMap((association) => follow(estate, association, "dx_gateway_id") ?? []);
  if (gateways.length === 0) return [missing(`no Direct Connect gateway is associated with the transit gateway of ${site.stack}`)];
  const sessions = gateways.flatMap((gateway) =>
    blocksNaming(estate, gateway, { type: "aws_dx_transit_virtual_interface", key: "dx_gateway_id" }),
  );
  const ports = blocksOfType(estate, "aws_dx_connection");
  return [
    ...gateways.flatMap((gateway) => numberPieces(gateway, site)),
    ports.length > 0 && ports.every((port) => awaitsKey(estate, port))
      ? found("ports wait for their first keys, which can be made only when the ports are there")
      : check(sessions.length > 0, `${sessions.length} private lines lead to ${site.stack}`, `no private line leads to ${site.stack}`),
    ...ports.flatMap((port) => [...portPieces(estate, port), ...sessionsOnPort(estate, port, { site, sessions })]),
    ...sessions.flatMap((session) => sessionPieces(estate, session)),
  ];
}

/** Two gateways with one number take each other's routes for their own, and drop them. */
function numberPieces({ block }: StackBlock, site: Template): readonly Piece[] {
  const own = textAt(block.attributes, "amazon_side_asn");
  const alike = blocksIn(site, "aws_ec2_transit_gateway").filter((transit) => textAt(transit.block.attributes, "amazon_side_asn") === own);
  return alike.map((transit) => missing(`${block.address} and ${textOf(transit)} have one number, ${own ?? "none"}`));
}

interface Sessions {
  readonly site: Template;
  readonly sessions: readonly StackBlock[];
}

/** A port that is up serves both sites: one session each. */
function sessionsOnPort(estate: Estate, port: StackBlock, { site, sessions }: Sessions): readonly Piece[] {
  const here = sessions.filter((session) => isSame(follow(estate, session, "connection_id"), port));
  if (awaitsKey(estate, port)) {
    return here.map((session) => missing(`${textOf(session)} is on ${textOf(port)}, which can encrypt and does not`));
  }
  return here.length === 1 ? [] : [missing(`${textOf(port)} has ${here.length} sessions to ${site.stack}, and not one`)];
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
