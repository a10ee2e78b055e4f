import { flagAt, textAt, valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { remembered } from "../../../synthesized/estate/remembered";
import type { StackBlock } from "../../../synthesized/estate/stack-block";
import { tagsOf } from "../../../synthesized/estate/tags";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import { declaredPrefix } from "../terms/declared-prefix";
import type { Interval } from "../terms/interval";
import { isSet } from "../terms/set-attribute";
import type { Unread } from "../terms/unread";
import { type Acl, aclOf } from "./acl";
import { type Firewall, firewalls } from "./firewall";
import { type NetworkPeering, networkPeeringOf } from "./network-peering";
import { type RouteTable, routeTableOf } from "./route-table";
import { type SecurityGroup, securityGroups } from "./security-group";
import { type Transit, transitOf } from "./transit";

/** A site's network as its template says it. */
export interface Network {
  readonly estate: Estate;
  readonly template: Template;
  /** The VPC's addresses. */
  readonly space: Interval;
  readonly subnets: readonly Subnet[];
  readonly groups: readonly SecurityGroup[];
  readonly firewalls: readonly Firewall[];
  readonly transit: Transit;
  /** The peering with the twin's network, where both are in one Region. */
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

/** What a site's stack says of its network, and what others add to its gateways, such as the one with the peering. */
export function readNetwork(estate: Estate, site: Template): NetworkReading {
  return networksOf(estate)(site);
}

/** Flows and payments ask for the same network, and remember by it what they found. */
const networksOf = remembered((estate: Estate) => remembered((site: Template) => networkOf(estate, site)));

function networkOf(estate: Estate, site: Template): NetworkReading {
  const [vpc, ...more] = resourcesOf(site, "aws_vpc");
  if (vpc === undefined || more.length > 0) {
    return {
      kind: "unreadable",
      unread: [{ address: "aws_vpc", attribute: "", why: `a site has one VPC; this template has ${more.length + (vpc ? 1 : 0)}` }],
    };
  }
  const space = declaredPrefix(estate, site, valueAt(vpc.attributes, "cidr_block"));
  const subnets = resourcesOf(site, "aws_subnet").map((block) => ({
    block,
    addresses: declaredPrefix(estate, site, valueAt(block.attributes, "cidr_block")),
  }));
  const unread = [
    ...(space === undefined ? [{ address: vpc.address, attribute: "cidr_block", why: "is no known prefix" }] : []),
    ...subnets
      .filter(({ addresses }) => addresses === undefined)
      .map(({ block }) => ({ address: block.address, attribute: "cidr_block", why: "is no known prefix" })),
    ...unknownWays(site),
  ];
  if (space === undefined || unread.length > 0) return { kind: "unreadable", unread };
  const peering = networkPeeringOf(estate, site);
  const read = subnets.flatMap(({ block, addresses }) =>
    addresses === undefined ? [] : [subnetOf(estate, { template: site, block }, { addresses, space, peering })],
  );
  const network: Network = {
    estate,
    template: site,
    space,
    subnets: read,
    groups: securityGroups(estate, site, read),
    firewalls: firewalls(estate, site),
    transit: transitOf(estate, site, space),
    peering,
  };
  return { kind: "read", network };
}

/** A subnet's own addresses, and what it shares with the others of its VPC. */
interface SubnetRouting {
  readonly addresses: Interval;
  readonly space: Interval;
  readonly peering: NetworkPeering;
}

function subnetOf(estate: Estate, subnet: StackBlock, { addresses, space, peering }: SubnetRouting): Subnet {
  const { template, block } = subnet;
  const segment = tagsOf(estate, subnet)["twinsite:segment"];
  return {
    address: block.address,
    addresses,
    segment: typeof segment === "string" ? segment : undefined,
    zone: textAt(block.attributes, "availability_zone_id") ?? textAt(block.attributes, "availability_zone"),
    routeTable: routeTableOf(estate, subnet, { space, peering }),
    acl: aclOf(estate, template, block.address),
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

function unknownWays(site: Template): readonly Unread[] {
  return site.resources
    .filter(isUnknownWay)
    .map(({ address }) => ({ address, attribute: "", why: "is a way through the network that is not read here" }));
}

function isUnknownWay({ type, attributes }: Block): boolean {
  // Most blocks have neither, and are read by nobody for that.
  const hasSixthVersion =
    ("ipv6_cidr_block" in attributes && isSet(attributes, "ipv6_cidr_block")) ||
    ("assign_generated_ipv6_cidr_block" in attributes && flagAt(attributes, "assign_generated_ipv6_cidr_block") === true);
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
