import { blockIn, blocksAt, textAt, valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { follow, targetOf } from "../../../synthesized/estate/follow";
import type { StackBlock } from "../../../synthesized/estate/stack-block";
import { areOfTwoSites } from "../../../synthesized/estate/stacks";
import type { Target } from "../../../synthesized/estate/target";
import { isList, type Json } from "../../../synthesized/json";
import type { Block, Template } from "../../../synthesized/template";
import type { Unread } from "../terms/unread";

/** Something with addresses of its own that another stack puts into a site's network. */
export interface Placement extends StackBlock {
  /** The site's subnets and security groups that it names, and where it names them. */
  readonly subnets: readonly Named[];
  readonly groups: readonly Named[];
  /** The block that makes what an endpoint leads to; none for a service of AWS's own. */
  readonly service: StackBlock | undefined;
}

export interface Named {
  readonly attribute: string;
  readonly target: Target;
}

/** An attribute by which a placement stands where it does not belong, or has a door that no flow needs. */
export interface Misplacement {
  readonly address: string;
  readonly attribute: string;
  readonly why: string;
}

/** What is wrong with what other stacks put into a site's network, and what of it cannot be read. */
export interface PlacementFaults {
  readonly misplaced: readonly Misplacement[];
  readonly unread: readonly Unread[];
}

/** A placement that stands for one party: what its place and its doors are measured by. */
export interface PartyPlacement extends Placement {
  readonly party: string;
}

/** The kinds that are read: where they stand and what they listen on is judged. */
export function isPlaced({ type, attributes }: Block): boolean {
  if (type === "aws_vpc_endpoint") return textAt(attributes, "vpc_endpoint_type")?.toLowerCase() === "interface";
  return type === "aws_lb" || type === "aws_ecs_service" || type === DATABASE;
}

const DATABASE = "aws_rds_cluster";

/** Instances and subnet groups have no place of their own: they are read with the database that they are of. */
export function isReadWithItsDatabase(estate: Estate, part: StackBlock): boolean {
  if (part.block.type === "aws_db_subnet_group") return true;
  return part.block.type === "aws_rds_cluster_instance" && follow(estate, part, "cluster_identifier")?.block.type === DATABASE;
}

/** What the other stacks put into a site's network, or into one that nobody can tell; the twin's is the twin's. */
export function placementsIn(estate: Estate, site: Template): readonly Placement[] {
  return estate.stacks
    .filter((template) => template !== site)
    .flatMap((template) => template.resources.filter(isPlaced).map((block) => placementOf(estate, { template, block })))
    .filter(({ template, subnets, groups }) => {
      const places = [...subnets, ...groups].map(({ target }) => stackOf(target));
      return places.includes(site) || (!areOfTwoSites(template, site) && places.includes(undefined));
    });
}

/** The stack that holds what is named; none where nobody can tell. */
export function stackOf(target: Target): Template | undefined {
  return target.kind === "block" || target.kind === "absent" ? target.template : undefined;
}

function placementOf(estate: Estate, placed: StackBlock): Placement {
  const read = (found: readonly Text[], home = placed.template): readonly Named[] =>
    found.map(({ attribute, text }) => ({ attribute, target: targetOf(estate, home, text) }));
  const service = follow(estate, placed, "service_name");
  const group = placed.block.type === DATABASE ? follow(estate, placed, "db_subnet_group_name") : undefined;
  const subnets = placed.block.type === DATABASE ? groupedSubnets(group) : subnetTexts(placed.block);
  return {
    ...placed,
    subnets: read(subnets, group?.template),
    groups: read(groupTexts(placed.block)),
    service: service?.block.kind === "resource" ? service : undefined,
  };
}

/** A group that is not there is one that cannot be followed. */
function groupedSubnets(group: StackBlock | undefined): readonly Text[] {
  return textsIn("db_subnet_group_name", (group === undefined ? undefined : valueAt(group.block.attributes, "subnet_ids")) ?? [""]);
}

interface Text {
  readonly attribute: string;
  readonly text: string;
}

function subnetTexts({ type, attributes }: Block): readonly Text[] {
  switch (type) {
    case "aws_vpc_endpoint":
      return textsIn("subnet_ids", valueAt(attributes, "subnet_ids"));
    case "aws_lb":
      return [
        ...textsIn("subnets", valueAt(attributes, "subnets")),
        ...blocksAt(attributes, "subnet_mapping").flatMap((mapping) => textsIn("subnet_mapping", [mapping["subnet_id"] ?? ""])),
      ];
    default:
      return textsIn("network_configuration.subnets", blockIn(attributes, "network_configuration")?.["subnets"]);
  }
}

function groupTexts({ type, attributes }: Block): readonly Text[] {
  switch (type) {
    case DATABASE:
      return textsIn("vpc_security_group_ids", valueAt(attributes, "vpc_security_group_ids"));
    case "aws_vpc_endpoint":
      return textsIn("security_group_ids", valueAt(attributes, "security_group_ids"));
    case "aws_lb":
      return textsIn("security_groups", valueAt(attributes, "security_groups"));
    default:
      return textsIn("network_configuration.security_groups", blockIn(attributes, "network_configuration")?.["security_groups"]);
  }
}

/** A list that is no list of texts is one that cannot be followed. */
function textsIn(attribute: string, value: Json | undefined): readonly Text[] {
  if (value === undefined || value === null) return [];
  return (isList(value) ? value : [value]).map((item) => ({ attribute, text: typeof item === "string" ? item : "" }));
}
