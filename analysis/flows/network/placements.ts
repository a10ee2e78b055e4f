import { blockIn, blocksAt, referenceAt, textAt } from "../../../synthesized/attributes";
import { type Origin, soleOrigin } from "../../../synthesized/estate/follow";
import { siteOf } from "../../../synthesized/estate/site";
import { isList, type Json } from "../../../synthesized/json";
import { soleReference } from "../../../synthesized/reference";
import { type Block, blockAt, resourcesOf, type Template } from "../../../synthesized/template";
import type { Unread } from "../terms/reading";

/** Something with addresses of its own that another stack puts into a site's network. */
export interface Placement {
  readonly template: Template;
  readonly block: Block;
  /** The site's subnets and security groups that it names, and where it names them. */
  readonly subnets: readonly Named[];
  readonly groups: readonly Named[];
  /** Of an endpoint, the block that makes what it leads to; none for a service of AWS's own. */
  readonly service: Origin | undefined;
}

export interface Named {
  readonly attribute: string;
  /** None where the expression cannot be followed. */
  readonly origin: Origin | undefined;
}

/** What is wrong with what other stacks put into a site's network, and what of it cannot be read. */
export interface PlacementFaults {
  readonly wrong: readonly Unread[];
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
export function isReadWithItsDatabase({ type, attributes }: Block, template: Template): boolean {
  if (type === "aws_db_subnet_group") return true;
  if (type !== "aws_rds_cluster_instance") return false;
  return blockAt(template, referenceAt(attributes, "cluster_identifier")?.address ?? "")?.type === DATABASE;
}

/** What the other stacks put into a site's network, or into one that nobody can tell; the twin's is the twin's. */
export function placementsIn(site: Template, others: readonly Template[]): readonly Placement[] {
  const templates = [site, ...others];
  return others
    .filter((template) => template !== site)
    .flatMap((template) => template.resources.filter(isPlaced).map((block) => placementOf(block, template, templates)))
    .filter((placement) => {
      const origins = [...placement.subnets, ...placement.groups].map(({ origin }) => origin);
      const isTwins = siteOf(placement.template) !== undefined && siteOf(placement.template) !== siteOf(site);
      return origins.some((origin) => origin?.stack === site.stack) || (!isTwins && origins.includes(undefined));
    });
}

function placementOf(block: Block, template: Template, templates: readonly Template[]): Placement {
  const read = (found: readonly Text[]): readonly Named[] =>
    found.map(({ attribute, text }) => ({ attribute, origin: soleOrigin(text, template, templates) }));
  const service = serviceOf(block, template, templates);
  return { template, block, subnets: read(subnetTexts(block, template)), groups: read(groupTexts(block)), service };
}

function serviceOf({ attributes }: Block, template: Template, templates: readonly Template[]): Origin | undefined {
  const name = attributes["service_name"];
  const origin = typeof name === "string" ? soleOrigin(name, template, templates) : undefined;
  const maker = templates.find(({ stack }) => stack === origin?.stack);
  const made = maker?.resources.some(({ address }) => address === origin?.address);
  return made === true ? origin : undefined;
}

interface Text {
  readonly attribute: string;
  readonly text: string;
}

function subnetTexts({ type, attributes }: Block, template: Template): readonly Text[] {
  switch (type) {
    case DATABASE: {
      const group = blockAt(template, referenceAt(attributes, "db_subnet_group_name")?.address ?? "");
      return textsIn("db_subnet_group_name", group?.attributes["subnet_ids"] ?? [""]);
    }
    case "aws_vpc_endpoint":
      return textsIn("subnet_ids", attributes["subnet_ids"]);
    case "aws_lb":
      return [
        ...textsIn("subnets", attributes["subnets"]),
        ...blocksAt(attributes, "subnet_mapping").flatMap((mapping) => textsIn("subnet_mapping", [mapping["subnet_id"] ?? ""])),
      ];
    default:
      return textsIn("network_configuration.subnets", blockIn(attributes, "network_configuration")?.["subnets"]);
  }
}

function groupTexts({ type, attributes }: Block): readonly Text[] {
  switch (type) {
    case DATABASE:
      return textsIn("vpc_security_group_ids", attributes["vpc_security_group_ids"]);
    case "aws_vpc_endpoint":
      return textsIn("security_group_ids", attributes["security_group_ids"]);
    case "aws_lb":
      return textsIn("security_groups", attributes["security_groups"]);
    default:
      return textsIn("network_configuration.security_groups", blockIn(attributes, "network_configuration")?.["security_groups"]);
  }
}

/** A list that is no list of texts is one that cannot be followed. */
function textsIn(attribute: string, value: Json | undefined): readonly Text[] {
  if (value === undefined || value === null) return [];
  return (isList(value) ? value : [value]).map((item) => ({ attribute, text: typeof item === "string" ? item : "" }));
}

/** Blocks of a template that name a block of it in an attribute, by id or ARN. */
export function blocksNaming(template: Template, type: string, at: { readonly key: string; readonly address: string }): readonly Block[] {
  return resourcesOf(template, type).filter(({ attributes }) => soleReference(attributes[at.key])?.address === at.address);
}
