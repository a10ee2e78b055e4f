import type { Estate } from "../../../synthesized/estate/estate";
import { targetsIn } from "../../../synthesized/estate/follow";
import { referrersTo } from "../../../synthesized/estate/referrers";
import { blocksIn, type StackBlock } from "../../../synthesized/estate/stack-block";
import { areOfTwoSites } from "../../../synthesized/estate/stacks";
import type { Block, Template } from "../../../synthesized/template";
import { isReadPeering } from "../network/network-peering";
import { isPlaced, isReadWithItsDatabase, stackOf } from "../network/placements";
import type { Unread } from "../terms/unread";
import { isNetworkPart, namingLeaves, unreadForms, unreadParts, writtenIds } from "./unread-blocks";

/** A site, and another stack that may add to its network. */
interface Neighbour {
  readonly estate: Estate;
  readonly site: Template;
  readonly other: Template;
}

/** What other stacks may add to a site's network without being read: a transit gateway's parts and what has addresses of its own are looked for there. */
export function unreadElsewhere(estate: Estate, site: Template): readonly Unread[] {
  const others = estate.stacks.filter((other) => other !== site);
  return [...others.flatMap((other) => unreadIn({ estate, site, other })), ...unknownKinds(estate, site)];
}

function unreadIn(neighbour: Neighbour): readonly Unread[] {
  const { other } = neighbour;
  const blocks = other.resources.filter((block) => isNetworkPart(block.type) && !isPlaced(block));
  const unread = [...unreadParts(other), ...blocks.flatMap((block) => [...writtenIds(block), ...unreadNeighbour(neighbour, block)])];
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
function unknownKinds(estate: Estate, site: Template): readonly Unread[] {
  return [...blocksIn(site, "aws_subnet"), ...blocksIn(site, "aws_security_group")]
    .flatMap((named) => referrersTo(estate, named))
    .filter(({ template, block }) => template !== site && block?.kind === "resource" && isOfUnknownKind(estate, { template, block }))
    .map(({ template, address, path }) => ({
      address: `${template.stack}: ${address}`,
      attribute: path,
      why: `stands in the network of ${site.stack}, and is of a kind that is not read`,
    }));
}

function isOfUnknownKind(estate: Estate, part: StackBlock): boolean {
  return !isNetworkPart(part.block.type) && !isPlaced(part.block) && !isReadWithItsDatabase(estate, part);
}

function unreadNeighbour(neighbour: Neighbour, block: Block): readonly Unread[] {
  const { estate, site, other } = neighbour;
  const { address } = block;
  const leaves = namingLeaves(block).map(({ path, text }) => ({ path, owners: ownersIn(neighbour, text) }));
  const ours = leaves.filter(({ owners }) => owners.includes(site.stack));
  const isRead = FOLLOWED.has(block.type) || isReadPeering(estate, site, { template: other, block });
  if (ours.length > 0 && isRead) return unreadForms(block);
  // The twin is judged by itself, and what it looks up is its own.
  const isTwin = areOfTwoSites(other, site);
  const nobodys = isTwin ? [] : leaves.filter(({ owners }) => owners.includes("unknown"));
  return [
    ...ours.map(({ path }) => ({ address, attribute: path, why: `names a part of ${site.stack}, which is not read from another stack` })),
    ...nobodys.map(({ path }) => ({ address, attribute: path, why: "names nobody knows whose network" })),
  ];
}

/** The stacks that hold what an expression names; `unknown` where it does not say. */
function ownersIn({ estate, other }: Neighbour, text: string): readonly string[] {
  const targets = targetsIn(estate, other, text);
  return targets.length === 0 ? ["unknown"] : targets.map((target) => stackOf(target)?.stack ?? "unknown");
}
