import { flagAt, valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { follow, targetOf } from "../../../synthesized/estate/follow";
import { blocksOfType, type StackBlock } from "../../../synthesized/estate/stack-block";
import { areOfTwoSites } from "../../../synthesized/estate/stacks";
import type { Template } from "../../../synthesized/template";
import { declaredPrefix } from "../terms/declared-prefix";
import type { Interval } from "../terms/interval";
import { EVERYWHERE } from "../terms/prefix";
import { isSet } from "../terms/set-attribute";

/** A peering of a site's network with the twin's, as the routes into it say. */
export interface NetworkPeering {
  /** Routes that another stack puts into the site's own tables, by the table that each is in. */
  readonly departures: readonly PeeringRoute[];
  /** Routes of the twin's tables that lead here: what of this network its packets can be meant for. */
  readonly arrivals: readonly PeeringRoute[];
}

export interface PeeringRoute {
  readonly id: string;
  /** Address of its table, in the stack of the network that it leads from. */
  readonly table: string;
  readonly destination: Interval;
  /** Where nobody can tell what it leads to, it may lead anywhere. */
  readonly to: "twin" | "unreadable";
}

/** The peering of a site's network, wherever it is written; no routes where there is none. */
export function networkPeeringOf(estate: Estate, site: Template): NetworkPeering {
  const routes = blocksOfType(estate, "aws_route").filter(({ template }) => template !== site);
  const leading = routes.flatMap((route) => {
    const table = targetOf(estate, route.template, valueAt(route.block.attributes, "route_table_id"));
    if (table.kind !== "block" && table.kind !== "absent") return [];
    const ends = peeredNetworks(estate, site, follow(estate, route, "vpc_peering_connection_id"));
    return [{ home: table.template, ends, route: routeOf(estate, route, table.address) }];
  });
  return {
    departures: leading
      .filter(({ home }) => home === site)
      .map(({ ends, route }) => ({ ...route, to: ends === undefined ? "unreadable" : route.to })),
    arrivals: leading.filter(({ home, ends }) => home !== site && ends?.includes(home) === true).map(({ route }) => route),
  };
}

/** Whether a block of another stack is read here: a peering with the twin, or a route over one. */
export function isReadPeering(estate: Estate, site: Template, block: StackBlock): boolean {
  switch (block.block.type) {
    case "aws_vpc_peering_connection":
      return peeredNetworks(estate, site, block) !== undefined;
    case "aws_route":
      return peeredNetworks(estate, site, follow(estate, block, "vpc_peering_connection_id")) !== undefined;
    default:
      return false;
  }
}

function routeOf(estate: Estate, { template, block: { address, attributes } }: StackBlock, table: string): PeeringRoute {
  const destination = declaredPrefix(estate, template, valueAt(attributes, "destination_cidr_block"));
  return { id: address, table, destination: destination ?? EVERYWHERE, to: destination === undefined ? "unreadable" : "twin" };
}

/** The stacks of the two networks, where one is the site's and the other another site's, and the peering accepts itself. */
function peeredNetworks(estate: Estate, site: Template, peering: StackBlock | undefined): readonly Template[] | undefined {
  if (peering?.block.type !== "aws_vpc_peering_connection") return undefined;
  const { attributes } = peering.block;
  // Across accounts and Regions somebody else accepts; until then nothing passes.
  if (flagAt(attributes, "auto_accept") !== true || isSet(attributes, "peer_region")) return undefined;
  const ends = ["vpc_id", "peer_vpc_id"].flatMap((key) => {
    const end = targetOf(estate, peering.template, valueAt(attributes, key));
    const isNetwork = (end.kind === "block" || end.kind === "absent") && end.address.startsWith("aws_vpc.");
    return isNetwork ? [end.template] : [];
  });
  const isWithTwin = ends.includes(site) && ends.some((end) => areOfTwoSites(site, end));
  return ends.length === 2 && isWithTwin ? ends : undefined;
}
