import { numberAt, textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { follow } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { prefixOf } from "../flows/terms/prefix";
import { missing, type Piece } from "./step";

/** A session of routes on a port: two ends in one small network, a VLAN of its own, a number that is not AWS's. */
export function sessionPieces(estate: Estate, session: StackBlock): readonly Piece[] {
  const port = follow(estate, session, "connection_id");
  if (port?.block.type !== "aws_dx_connection") return [missing(`${textOf(session)} is on no port that is there`)];
  const others = blocksNaming(estate, port, { type: "aws_dx_transit_virtual_interface", key: "connection_id" }).filter(
    ({ block }) => block !== session.block,
  );
  return [...endPieces(session, others), ...vlanPieces(session, others), ...routerPieces(estate, session)];
}

function endPieces(session: StackBlock, others: readonly StackBlock[]): readonly Piece[] {
  const [ours, theirs] = endsOf(session);
  const [one, other] = [ours, theirs].map((text) => (text === undefined ? undefined : prefixOf(text)));
  const isPair = ours !== theirs && one !== undefined && one.first === other?.first && one.last === other.last;
  const taken = others.find((beside) => endsOf(beside).some((text) => text !== undefined && (text === ours || text === theirs)));
  return [
    ...(isPair ? [] : [missing(`${textOf(session)} has no two addresses of one network: ${ours ?? "none"}, ${theirs ?? "none"}`)]),
    ...(taken === undefined ? [] : [missing(`${textOf(session)} has an address of ${textOf(taken)}`)]),
  ];
}

function endsOf({ block }: StackBlock): readonly (string | undefined)[] {
  return ["amazon_address", "customer_address"].map((key) => textAt(block.attributes, key));
}

function vlanPieces(session: StackBlock, others: readonly StackBlock[]): readonly Piece[] {
  const vlan = numberAt(session.block.attributes, "vlan");
  const shared = others.find(({ block }) => numberAt(block.attributes, "vlan") === vlan);
  return shared === undefined ? [] : [missing(`${textOf(session)} shares VLAN ${vlan ?? "?"} with ${textOf(shared)}`)];
}

function routerPieces(estate: Estate, session: StackBlock): readonly Piece[] {
  const gateway = follow(estate, session, "dx_gateway_id");
  const [router, own] = [
    numberAt(session.block.attributes, "bgp_asn"),
    gateway === undefined ? undefined : numberAt(gateway.block.attributes, "amazon_side_asn"),
  ];
  return router === own ? [missing(`${textOf(session)} has the router's number ${router ?? "?"}, which is the gateway's own`)] : [];
}
