import { tagsOf, textAt } from "../../../synthesized/attributes";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import type { Interval } from "../terms/interval";
import { isSet, prefixAt, type Unread } from "../terms/reading";
import { type Acl, aclOf } from "./acl";
import { type Firewall, firewalls } from "./firewall";
import { type NetworkPeering, networkPeeringOf } from "./network-peering";
import { type RouteTable, routeTableOf } from "./route-table";
import { type SecurityGroup, securityGroups } from "./security-group";
import { type Transit, transitOf } from "./transit";

/** A site's network as its template says it. */
export interface Network {
  readonly template: Template;
  /** The VPC's addresses. */
  readonly space: Interval;
  readonly subnets: readonly Subnet[];
  readonly groups: readonly SecurityGroup[];
  readonly firewalls: readonly Firewall[];
  readonly transit: Transit;
  /** With the twin's network, where both are in one Region. */
  readonly peering: NetworkPeering;
}

export interface Subnet {
  readonly address: string;
  readonly addresses: Interval;
  /** Tag `twinsite:segment`. */
  readonly segment: string | undefined;
  readonly zone: string | undefined;
  readonly routeTable: RouteTable;
  readonly acl: Acl;
}

export type NetworkReading =
  | { readonly kind: "read"; readonly network: Network }
  | { readonly kind: "unreadable"; readonly unread: readonly Unread[] };

/** @param others templates of stacks that add to the site's gateways, such as the one with the peering. */
export function readNetwork(site: Template, others: readonly Template[]): NetworkReading {
  const [vpc, ...more] = resourcesOf(site, "aws_vpc");
  if (vpc === undefined || more.length > 0) {
    return {
      kind: "unreadable",
      unread: [{ address: "aws_vpc", attribute: "", why: `a site has one VPC; this template has ${more.length + (vpc ? 1 : 0)}` }],
    };
  }
  const space = prefixAt(site, vpc.attributes, "cidr_block");
  const subnets = resourcesOf(site, "aws_subnet").map((block) => ({ block, addresses: prefixAt(site, block.attributes, "cidr_block") }));
  const unread = [
    ...(space === undefined ? [{ address: vpc.address, attribute: "cidr_block", why: "is no known prefix" }] : []),
    ...subnets
      .filter(({ addresses }) => addresses === undefined)
      .map(({ block }) => ({ address: block.address, attribute: "cidr_block", why: "is no known prefix" })),
    ...strangers(site),
  ];
  if (space === undefined || unread.length > 0) return { kind: "unreadable", unread };
  const peering = networkPeeringOf(site, others);
  const read = subnets.flatMap(({ block, addresses }) =>
    addresses === undefined ? [] : [subnetOf(site, block, { addresses, space, peering })],
  );
  const network: Network = {
    template: site,
    space,
    subnets: read,
    groups: securityGroups(site, read),
    firewalls: firewalls(site),
    transit: transitOf(site, others, space),
    peering,
  };
  return { kind: "read", network };
}

interface Surroundings {
  readonly addresses: Interval;
  readonly space: Interval;
  readonly peering: NetworkPeering;
}

function subnetOf(site: Template, block: Block, { addresses, space, peering }: Surroundings): Subnet {
  const segment = tagsOf(site, block)["twinsite:segment"];
  return {
    address: block.address,
    addresses,
    segment: typeof segment === "string" ? segment : undefined,
    zone: textAt(block.attributes, "availability_zone_id") ?? textAt(block.attributes, "availability_zone"),
    routeTable: routeTableOf(site, block.address, { space, peering }),
    acl: aclOf(site, block.address),
  };
}

/** Ways through a VPC that this model does not know: with one of them, it cannot say that nothing else passes. */
const UNKNOWN_WAYS = new Set([
  "aws_egress_only_internet_gateway",
  "aws_vpc_ipv4_cidr_block_association",
  "aws_vpc_ipv6_cidr_block_association",
  "aws_vpc_peering_connection",
  "aws_vpc_peering_connection_accepter",
  "aws_vpn_connection",
  "aws_vpn_gateway",
  "aws_ec2_client_vpn_endpoint",
]);

function strangers(site: Template): readonly Unread[] {
  return site.resources
    .filter(isStranger)
    .map(({ address }) => ({ address, attribute: "", why: "is a way through the network that is not read here" }));
}

function isStranger({ type, attributes }: Block): boolean {
  const hasSixthVersion = isSet(attributes, "ipv6_cidr_block") || attributes["assign_generated_ipv6_cidr_block"] === true;
  return UNKNOWN_WAYS.has(type) || (type === "aws_route_table_association" && isSet(attributes, "gateway_id")) || hasSixthVersion;
}

export function subnetsIn(network: Network, segment: string | undefined): readonly Subnet[] {
  return network.subnets.filter((subnet) => subnet.segment === segment);
}

export function subnetsAt(network: Network, addresses: readonly string[]): readonly Subnet[] {
  return network.subnets.filter(({ address }) => addresses.includes(address));
}

export function subnetAt(network: Network, address: string): Subnet | undefined {
  return network.subnets.find((subnet) => subnet.address === address);
}
