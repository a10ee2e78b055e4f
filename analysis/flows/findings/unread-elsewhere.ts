import { originsIn } from "../../../synthesized/estate/follow";
import { remembered } from "../../../synthesized/estate/remembered";
import { siteOf } from "../../../synthesized/estate/site";
import { type Leaf, leavesOf } from "../../../synthesized/json";
import type { Block, Template } from "../../../synthesized/template";
import { isReadPeering } from "../network/network-peering";
import { isPlaced, isReadWithItsDatabase } from "../network/placements";
import type { Unread } from "../terms/reading";
import { isNetworkPart, namingLeaves, unreadForms, unreadParts, writtenIds } from "./unread-blocks";

interface Neighbour {
  readonly site: Template;
  readonly other: Template;
  readonly templates: readonly Template[];
}

/** What another stack may add to a site's network without being read: a transit gateway's parts and what has addresses of its own are looked for there. */
export function unreadElsewhere(site: Template, other: Template, templates: readonly Template[]): readonly Unread[] {
  if (other === site) return [];
  const neighbour: Neighbour = { site, other, templates };
  const blocks = other.resources.filter((block) => isNetworkPart(block.type) && !isPlaced(block));
  const unread = [
    ...unreadParts(other),
    ...strangersIn(neighbour),
    ...blocks.flatMap((block) => [...writtenIds(block), ...unreadNeighbour(neighbour, block)]),
  ];
  return unread.map((one) => ({ ...one, address: `${other.stack}: ${one.address}` }));
}

/** Blocks whose tables and attachments are followed into the site, whatever stack they are in. */
const FOLLOWED = new Set([
  "aws_ec2_transit_gateway_peering_attachment",
  "aws_ec2_transit_gateway_peering_attachment_accepter",
  "aws_ec2_transit_gateway_route",
  "aws_ec2_transit_gateway_route_table_association",
  "aws_ec2_transit_gateway_route_table_propagation",
]);

/** Whatever else stands in the site's subnets or behind its groups. */
function strangersIn({ site, other, templates }: Neighbour): readonly Unread[] {
  return other.resources
    .filter((block) => !isNetworkPart(block.type) && !isPlaced(block) && !isReadWithItsDatabase(block, other))
    .flatMap(({ address, attributes }) =>
      leavesFromElsewhere(attributes)
        .filter(({ value }) =>
          originsIn(String(value), other, templates).some(
            (origin) => origin?.stack === site.stack && /^aws_(?:subnet|security_group)\./.test(origin.address),
          ),
        )
        .map(({ path }) => ({
          address,
          attribute: path,
          why: `stands in the network of ${site.stack}, and is of a kind that is not read`,
        })),
    );
}

/** Each site asks every stack. */
const leavesFromElsewhere = remembered((attributes: Block["attributes"]): readonly Leaf[] =>
  leavesOf(attributes).filter(({ value }) => typeof value === "string" && value.includes("${data.terraform_remote_state.")),
);

function unreadNeighbour(neighbour: Neighbour, block: Block): readonly Unread[] {
  const { site, other } = neighbour;
  const { address } = block;
  const leaves = namingLeaves(block).map(({ path, text }) => ({ path, owners: ownersIn(neighbour, text) }));
  const ours = leaves.filter(({ owners }) => owners.includes(site.stack));
  const isRead = FOLLOWED.has(block.type) || isReadPeering(site, { template: other, block }, neighbour.templates);
  if (ours.length > 0 && isRead) return unreadForms(block);
  // The twin is judged by itself, and what it looks up is its own.
  const isTwin = siteOf(other) !== undefined && siteOf(other) !== siteOf(site);
  const nobodys = isTwin ? [] : leaves.filter(({ owners }) => owners.includes("unknown"));
  return [
    ...ours.map(({ path }) => ({ address, attribute: path, why: `names a part of ${site.stack}, which is not read from another stack` })),
    ...nobodys.map(({ path }) => ({ address, attribute: path, why: "names nobody knows whose network" })),
  ];
}

/** The stacks that hold what an expression names; `unknown` where it does not say. */
function ownersIn({ other, templates }: Neighbour, text: string): readonly string[] {
  const origins = originsIn(text, other, templates);
  return origins.length === 0 ? ["unknown"] : origins.map((origin) => origin?.stack ?? "unknown");
}
