import { type Origin, soleOrigin } from "../../../synthesized/estate/follow";
import { siteOf } from "../../../synthesized/estate/site";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import type { Interval } from "../terms/interval";
import { EVERYWHERE } from "../terms/prefix";
import { isSet, prefixAt } from "../terms/reading";

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

/** A block and the template that it is written in. */
interface Written {
  readonly template: Template;
  readonly block: Block;
}

interface Scope {
  readonly site: Template;
  readonly templates: readonly Template[];
}

/** The peering of a site's network, wherever it is written; no routes where there is none. */
export function networkPeeringOf(site: Template, others: readonly Template[]): NetworkPeering {
  const elsewhere = others.filter(({ stack }) => stack !== site.stack);
  const scope: Scope = { site, templates: [site, ...elsewhere] };
  const routes = elsewhere.flatMap((template) =>
    resourcesOf(template, "aws_route").flatMap((block) => {
      const table = originAt({ template, block }, "route_table_id", scope);
      return table === undefined ? [] : [{ template, block, table }];
    }),
  );
  const leading = routes.map(({ template, block, table }) => ({
    stack: table.stack,
    ends: peeredStacks(originAt({ template, block }, "vpc_peering_connection_id", scope), scope),
    route: routeOf(template, block, table),
  }));
  return {
    departures: leading
      .filter(({ stack }) => stack === site.stack)
      .map(({ ends, route }) => ({ ...route, to: ends === undefined ? "unreadable" : route.to })),
    arrivals: leading.filter(({ stack, ends }) => stack !== site.stack && ends?.includes(stack) === true).map(({ route }) => route),
  };
}

/** Whether a block of another stack is read here: a peering with the twin, or a route over one. */
export function isReadPeering(
  site: Template,
  { template, block }: { readonly template: Template; readonly block: Block },
  templates: readonly Template[],
): boolean {
  const scope: Scope = { site, templates };
  switch (block.type) {
    case "aws_vpc_peering_connection":
      return peeredStacks({ stack: template.stack, address: block.address }, scope) !== undefined;
    case "aws_route":
      return peeredStacks(originAt({ template, block }, "vpc_peering_connection_id", scope), scope) !== undefined;
    default:
      return false;
  }
}

function routeOf(template: Template, { address, attributes }: Block, table: Origin): PeeringRoute {
  const destination = prefixAt(template, attributes, "destination_cidr_block");
  if (destination === undefined) return { id: address, table: table.address, destination: EVERYWHERE, to: "unreadable" };
  return { id: address, table: table.address, destination, to: "twin" };
}

/** The stacks of the two networks, where one is the site's and the other another site's, and the peering accepts itself. */
function peeredStacks(origin: Origin | undefined, scope: Scope): readonly string[] | undefined {
  const template = scope.templates.find(({ stack }) => stack === origin?.stack);
  const block = template?.resources.find(({ address, type }) => address === origin?.address && type === "aws_vpc_peering_connection");
  if (template === undefined || block === undefined) return undefined;
  // Across accounts and Regions somebody else accepts; until then nothing passes.
  if (block.attributes["auto_accept"] !== true || isSet(block.attributes, "peer_region")) return undefined;
  const ends = ["vpc_id", "peer_vpc_id"].map((key) => originAt({ template, block }, key, scope));
  const stacks = ends.flatMap((end) => (end?.address.startsWith("aws_vpc.") === true ? [end.stack] : []));
  const other = scope.templates.find(({ stack }) => stacks.includes(stack) && stack !== scope.site.stack);
  const isTwin = other !== undefined && siteOf(other) !== undefined && siteOf(other) !== siteOf(scope.site);
  return stacks.length === 2 && stacks.includes(scope.site.stack) && isTwin ? stacks : undefined;
}

function originAt({ template, block }: Written, key: string, { templates }: Scope): Origin | undefined {
  const text = block.attributes[key];
  return typeof text === "string" ? soleOrigin(text, template, templates) : undefined;
}
