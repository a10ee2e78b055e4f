import { followRemoteState } from "../../synthesized/graph";
import { isList } from "../../synthesized/json";
import { type Reference, referencesInText } from "../../synthesized/reference";
import type { Block, Template } from "../../synthesized/template";
import { siteOf } from "../site";
import { isSet, type Unread } from "./reading";
import { isNetworkPart, namingLeaves, unreadForms, unreadParts, writtenIds } from "./unread-blocks";

interface Neighbour {
  readonly site: Template;
  readonly other: Template;
  readonly templates: readonly Template[];
}

/** What another stack may add to a site's network without being read: only a transit gateway's parts are looked for there. */
export function unreadElsewhere(site: Template, other: Template, others: readonly Template[]): readonly Unread[] {
  if (other === site) return [];
  const neighbour: Neighbour = { site, other, templates: [site, ...others] };
  const blocks = other.resources.filter(({ type }) => isNetworkPart(type));
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

function unreadNeighbour(neighbour: Neighbour, block: Block): readonly Unread[] {
  const { site, other } = neighbour;
  const { address } = block;
  const leaves = namingLeaves(block).map(({ path, text }) => ({ path, owners: ownersIn(neighbour, text) }));
  const ours = leaves.filter(({ owners }) => owners.includes(site.stack));
  if (ours.length > 0 && isDoor(neighbour, block)) return unreadForms(block);
  if (ours.length > 0 && FOLLOWED.has(block.type)) return unreadForms(block);
  // The twin is judged by itself, and what it looks up is its own.
  const isTwin = siteOf(other) !== undefined && siteOf(other) !== siteOf(site);
  const nobodys = isTwin ? [] : leaves.filter(({ owners }) => owners.includes("unknown"));
  return [
    ...ours.map(({ path }) => ({ address, attribute: path, why: `names a part of ${site.stack}, which is not read from another stack` })),
    ...nobodys.map(({ path }) => ({ address, attribute: path, why: "names nobody knows whose network" })),
  ];
}

/**
 * An endpoint of type Interface puts addresses into subnets, behind security groups that the site's
 * flows are judged by; of itself it leads nowhere else, as a route would. Without a group it would
 * be behind the network's default one.
 */
function isDoor(neighbour: Neighbour, { type, attributes }: Block): boolean {
  if (type !== "aws_vpc_endpoint" || attributes["vpc_endpoint_type"] !== "Interface" || isSet(attributes, "route_table_ids")) return false;
  const groups = attributes["security_group_ids"];
  return (
    isList(groups) &&
    groups.length > 0 &&
    groups.every((group) => typeof group === "string" && ownersIn(neighbour, group).every((owner) => owner === neighbour.site.stack))
  );
}

/** The stacks that hold what an expression names; `unknown` where it does not say. */
function ownersIn(neighbour: Neighbour, text: string): readonly string[] {
  const references = referencesInText(text);
  return references.length === 0 ? ["unknown"] : references.map((reference) => ownerOf(neighbour, reference, neighbour.other));
}

/** A stack may hand on what it has from another. */
function ownerOf(neighbour: Neighbour, reference: Reference, template: Template): string {
  if (!reference.address.startsWith("data.")) return template.stack;
  const remote = followRemoteState(reference, template, neighbour.templates);
  const origin = remote === undefined ? undefined : neighbour.templates.find(({ stack }) => stack === remote.stack);
  if (remote === undefined || origin === undefined || origin === template) return "unknown";
  return ownerOf(neighbour, remote.reference, origin);
}
