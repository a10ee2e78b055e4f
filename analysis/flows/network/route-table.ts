import { textAt, textsAt, valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import type { StackBlock } from "../../../synthesized/estate/stack-block";
import { type Block, blockAt, resourcesOf, type Template } from "../../../synthesized/template";
import { declaredPrefix } from "../terms/declared-prefix";
import type { Interval } from "../terms/interval";
import { blocksOn, ownAddressAt, ownIdAt } from "../terms/own-blocks";
import { EVERYWHERE } from "../terms/prefix";
import { isSet } from "../terms/set-attribute";
import type { NetworkPeering } from "./network-peering";

/** One route of a subnet's table. */
export interface Route {
  /** Its address. */
  readonly id: string;
  readonly destination: Interval;
  readonly target: RouteTarget;
}

export type RouteTarget =
  | { readonly kind: "local" }
  | { readonly kind: "internetGateway" }
  | { readonly kind: "transitGateway" }
  /** The twin's network, in the same Region. */
  | { readonly kind: "networkPeering" }
  /** A NAT gateway or a firewall endpoint, by the subnet that it is in. */
  | { readonly kind: "natGateway"; readonly subnet: string }
  | { readonly kind: "firewall"; readonly subnet: string }
  | { readonly kind: "unreadable"; readonly attribute: string };

export interface RouteTable {
  readonly address: string;
  readonly routes: readonly Route[];
  /** Gateway endpoints that it leads to, each by AWS's own list of the service's addresses. */
  readonly gatewayEndpoints: readonly string[];
}

/** What the routes of a whole VPC have in common. */
interface VpcRouting {
  /** The VPC's addresses. */
  readonly space: Interval;
  readonly peering: NetworkPeering;
}

/** The table of a subnet: its own, or the VPC's main one. */
export function routeTableOf(estate: Estate, { template, block: subnet }: StackBlock, { space, peering }: VpcRouting): RouteTable {
  const [association] = blocksOn(estate, template, { type: "aws_route_table_association", key: "subnet_id", address: subnet.address });
  const table =
    association === undefined
      ? mainTable(estate, template)
      : ownIdAt(estate, template, valueAt(association.block.attributes, "route_table_id"));
  const local: Route = { id: "the local route", destination: space, target: { kind: "local" } };
  if (table === undefined) return { address: "the VPC's main route table", routes: [local], gatewayEndpoints: [] };
  const routes = blocksOn(estate, template, { type: "aws_route", key: "route_table_id", address: table }).flatMap((route) =>
    routeOf(estate, route),
  );
  return {
    address: table,
    routes: [...inlineRoutes(template, table), ...routes, ...peeringRoutes(table, peering), local].toSorted(
      (a, b) => size(a.destination) - size(b.destination),
    ),
    gatewayEndpoints: gatewayEndpointsOf(estate, template, table),
  };
}

function peeringRoutes(table: string, { departures }: NetworkPeering): readonly Route[] {
  return departures
    .filter((route) => route.table === table)
    .map(({ id, destination, to }) => ({
      id,
      destination,
      target: to === "twin" ? { kind: "networkPeering" } : { kind: "unreadable", attribute: "target" },
    }));
}

function mainTable(estate: Estate, template: Template): string | undefined {
  const [main] = resourcesOf(template, "aws_main_route_table_association");
  if (main !== undefined) return ownIdAt(estate, template, valueAt(main.attributes, "route_table_id"));
  return resourcesOf(template, "aws_default_route_table")[0]?.address;
}

function size({ first, last }: Interval): number {
  return last - first;
}

/** Routes written inside the table are not read: any address might go there. */
function inlineRoutes(template: Template, table: string): readonly Route[] {
  const block = blockAt(template, table);
  if (block === undefined || !isSet(block.attributes, "route")) return [];
  return [{ id: table, destination: EVERYWHERE, target: { kind: "unreadable", attribute: "route" } }];
}

function routeOf(estate: Estate, { template, block: { attributes, address } }: StackBlock): readonly Route[] {
  if (isSet(attributes, "destination_ipv6_cidr_block")) return [];
  const destination = declaredPrefix(estate, template, valueAt(attributes, "destination_cidr_block"));
  if (destination === undefined) {
    return [{ id: address, destination: EVERYWHERE, target: { kind: "unreadable", attribute: "destination_cidr_block" } }];
  }
  return [{ id: address, destination, target: routeTarget(estate, template, attributes) }];
}

function routeTarget(estate: Estate, template: Template, attributes: Block["attributes"]): RouteTarget {
  if (isSet(attributes, "gateway_id")) return gatewayTarget(ownIdAt(estate, template, valueAt(attributes, "gateway_id")));
  if (isSet(attributes, "transit_gateway_id")) return { kind: "transitGateway" };
  if (isSet(attributes, "nat_gateway_id")) return natTarget(estate, template, attributes);
  if (isSet(attributes, "vpc_endpoint_id")) return firewallTarget(textAt(attributes, "vpc_endpoint_id"));
  return { kind: "unreadable", attribute: "target" };
}

function gatewayTarget(gateway: string | undefined): RouteTarget {
  return gateway?.startsWith("aws_internet_gateway.") ? { kind: "internetGateway" } : { kind: "unreadable", attribute: "gateway_id" };
}

function natTarget(estate: Estate, template: Template, attributes: Block["attributes"]): RouteTarget {
  const gateway = ownIdAt(estate, template, valueAt(attributes, "nat_gateway_id"));
  const subnet =
    gateway === undefined ? undefined : ownIdAt(estate, template, valueAt(blockAt(template, gateway)?.attributes ?? {}, "subnet_id"));
  return subnet === undefined ? { kind: "unreadable", attribute: "nat_gateway_id" } : { kind: "natGateway", subnet };
}

const STATES = String.raw`(?:tolist\()?aws_networkfirewall_firewall\.[\w-]+\.firewall_status\[0\]\.sync_states\)?`;
const CHOSEN = (attachment: string): string =>
  String.raw`${attachment}\.endpoint_id if ${attachment}\.subnet_id == (aws_subnet\.[\w-]+)\.id`;

/** The expressions that pick a firewall endpoint by its subnet: over the states' only attachments, or over all. */
const CHOSEN_BY_SUBNET = [
  String.raw`(?:one\()?\[for (\w+) in ${STATES} : ${CHOSEN(String.raw`\1\.attachment\[0\]`)}\](?:\)|\[0\])`,
  String.raw`one\(flatten\(\[for (\w+) in ${STATES} : \[for (\w+) in \1\.attachment : ${CHOSEN(String.raw`\2`)}\]\]\)\)`,
].map((form) => new RegExp(String.raw`^\$\{${form}\}$`));

/**
 * AWS makes the endpoint's id, and lists the endpoints in no order. An expression that picks one by
 * its place in the list says nothing; one that picks it by its subnet says which.
 */
function firewallTarget(expression: string | undefined): RouteTarget {
  const text = (expression ?? "").replaceAll(/\s+/g, " ").replaceAll(/(?<=[[(]) | (?=[\])])/g, "");
  const subnet = CHOSEN_BY_SUBNET.flatMap((form) => form.exec(text)?.at(-1) ?? [])[0];
  return subnet === undefined ? { kind: "unreadable", attribute: "vpc_endpoint_id" } : { kind: "firewall", subnet };
}

/** The route that a gateway endpoint puts into a table; no resource of its own says it. */
export function gatewayRouteId(endpoint: string, { address }: Pick<RouteTable, "address">): string {
  return `${endpoint}.route_table_ids (${address})`;
}

function gatewayEndpointsOf(estate: Estate, template: Template, table: string): readonly string[] {
  const named = resourcesOf(template, "aws_vpc_endpoint").filter(({ attributes }) =>
    (textsAt(attributes, "route_table_ids") ?? []).some((id) => ownAddressAt(estate, template, id) === table),
  );
  const associated = blocksOn(estate, template, {
    type: "aws_vpc_endpoint_route_table_association",
    key: "route_table_id",
    address: table,
  });
  return [
    ...named.map(({ address }) => address),
    ...associated.flatMap(({ block }) => ownIdAt(estate, template, valueAt(block.attributes, "vpc_endpoint_id")) ?? []),
  ];
}
