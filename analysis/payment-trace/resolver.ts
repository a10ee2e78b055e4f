import { blocksAt, textAt, valueAt } from "../../synthesized/attributes";
import { blockNamed } from "../../synthesized/estate/follow";
import { blocksIn, isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { type Subnet, subnetAt, subnetsIn } from "../flows/network/network";
import { covers } from "../flows/terms/interval";
import { prefixOf } from "../flows/terms/prefix";
import type { Payment } from "./payment";
import { check, missing, type Piece } from "./step";

/** What participants ask for names: addresses of the site that take questions, and a zone that its network is answered from. */
export function resolverPieces(zone: StackBlock, payment: Payment): readonly Piece[] {
  const { template: site } = zone;
  const inbound = blocksIn(site, "aws_route53_resolver_endpoint").filter(
    ({ block }) => textAt(block.attributes, "direction") === "INBOUND",
  );
  const asked = inbound.flatMap(({ block }) => blocksAt(block.attributes, "ip_address"));
  const networks = blocksAt(zone.block.attributes, "vpc").map((one) => blockNamed(payment.estate, site, valueAt(one, "vpc_id")));
  const [network] = blocksIn(site, "aws_vpc");
  return [
    check(
      asked.length > 0,
      `asked at ${asked.length} addresses of ${site.stack}`,
      `${site.stack} has no address that takes questions of participants`,
    ),
    ...(networks.some((one) => isSame(one, network)) ? [] : [missing(`${textOf(zone)} answers nobody in the network of ${site.stack}`)]),
    // The other site's addresses are read where a payment comes to it.
    ...(site === payment.site ? inbound.flatMap((endpoint) => placePieces(endpoint, payment)) : []),
  ];
}

/** Participants write these addresses into their resolvers: each is written, in its subnet, and there is one in every zone. */
function placePieces(endpoint: StackBlock, { estate, network }: Payment): readonly Piece[] {
  const placed = blocksAt(endpoint.block.attributes, "ip_address").map((one) => ({
    ip: textAt(one, "ip"),
    subnet: subnetOf(network, blockNamed(estate, endpoint.template, valueAt(one, "subnet_id"))),
  }));
  const astray = placed.filter(({ ip, subnet }) => !isIn(ip, subnet));
  const lacking = subnetsIn(network, placed[0]?.subnet?.segment).filter((one) => !placed.some(({ subnet }) => subnet === one));
  return [
    ...astray.map(({ ip }) => missing(`${textOf(endpoint)} has ${ip ?? "an address that AWS chooses"}, which participants cannot know`)),
    ...lacking.map(({ address }) => missing(`${textOf(endpoint)} has no address in ${address}`)),
  ];
}

function subnetOf(network: Payment["network"], named: StackBlock | undefined): Subnet | undefined {
  return named === undefined ? undefined : subnetAt(network, named.block.address);
}

function isIn(ip: string | undefined, subnet: Subnet | undefined): boolean {
  const at = ip === undefined ? undefined : prefixOf(`${ip}/32`);
  return at !== undefined && subnet !== undefined && covers(subnet.addresses, at);
}
