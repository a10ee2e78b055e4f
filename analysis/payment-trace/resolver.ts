import { blocksAt, textAt, valueAt } from "../../synthesized/attributes";
import { blockNamed } from "../../synthesized/estate/follow";
import { blocksIn, isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import type { Payment } from "./payment";
import { check, missing, type Piece } from "./step";

/** What participants ask for names: an address of the site that takes questions, and a zone that its network is answered from. */
export function resolverPieces(zone: StackBlock, { estate }: Payment): readonly Piece[] {
  const { template: site } = zone;
  const inbound = blocksIn(site, "aws_route53_resolver_endpoint").filter(
    ({ block }) => textAt(block.attributes, "direction") === "INBOUND",
  );
  const asked = inbound.flatMap((endpoint) => blocksAt(endpoint.block.attributes, "ip_address"));
  const networks = blocksAt(zone.block.attributes, "vpc").map((association) => blockNamed(estate, site, valueAt(association, "vpc_id")));
  const [network] = blocksIn(site, "aws_vpc");
  return [
    check(
      asked.length > 0,
      `asked at ${asked.length} addresses of ${site.stack}`,
      `${site.stack} has no address that takes questions of participants`,
    ),
    ...(networks.some((one) => isSame(one, network)) ? [] : [missing(`${textOf(zone)} answers nobody in the network of ${site.stack}`)]),
  ];
}
