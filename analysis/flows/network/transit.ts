import { textsAt } from "../../../synthesized/attributes";
import { followRemoteState } from "../../../synthesized/estate/graph";
import type { JsonObject } from "../../../synthesized/json";
import { soleReference } from "../../../synthesized/reference";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import type { Interval } from "../terms/interval";
import { EVERYWHERE, prefixOf } from "../terms/prefix";
import { prefixAt } from "../terms/reading";

/** What hangs on a site's transit gateway: its VPC, its Direct Connect gateway, the twin's transit gateway. */
export type Attachment = "network" | "directConnect" | "twin";

export interface TransitRoute {
  readonly id: string;
  readonly destination: Interval;
  readonly to: Attachment | "nowhere" | "unreadable";
}

export interface TransitTable {
  readonly address: string;
  /** The most specific first; at one length, static before learnt. */
  readonly routes: readonly TransitRoute[];
}

export interface Transit {
  /** Subnets that the VPC's attachment is in. */
  readonly subnets: readonly string[];
  /** The table that decides for what comes from each attachment. */
  readonly tables: Readonly<Record<Attachment, TransitTable | undefined>>;
  /** Prefixes that Direct Connect announces to the routers outside, by the association that says so. */
  readonly announced: readonly { readonly id: string; readonly prefix: Interval }[];
  /** Whether the stack that holds the peering is among those given. */
  readonly peering: "given" | "notGiven";
}

interface Scope {
  readonly site: Template;
  readonly templates: readonly Template[];
  readonly space: Interval;
}

/** The transit gateway of a site; parts of it may be in other stacks, which refer to the site's state. */
export function transitOf(site: Template, others: readonly Template[], space: Interval): Transit {
  const scope = { site, templates: [site, ...others], space };
  return {
    subnets: resourcesOf(site, "aws_ec2_transit_gateway_vpc_attachment").flatMap(({ attributes }) =>
      (textsAt(attributes, "subnet_ids") ?? []).flatMap((text) => soleReference(text)?.address ?? []),
    ),
    tables: { network: tableOf(scope, "network"), directConnect: tableOf(scope, "directConnect"), twin: tableOf(scope, "twin") },
    announced: announcedPrefixes(site),
    peering: scope.templates.some(hasPeering) ? "given" : "notGiven",
  };
}

function hasPeering({ resources }: Template): boolean {
  return resources.some(({ type }) => attachmentOfType(type) === "twin" || type === "aws_vpc_peering_connection");
}

function announcedPrefixes(site: Template): Transit["announced"] {
  return resourcesOf(site, "aws_dx_gateway_association").flatMap(({ address, attributes }) =>
    (textsAt(attributes, "allowed_prefixes") ?? []).flatMap((text) => {
      const prefix = prefixOf(text);
      return prefix === undefined ? [] : [{ id: address, prefix }];
    }),
  );
}

function tableOf(scope: Scope, attachment: Attachment): TransitTable | undefined {
  const address = partsOf(scope, "aws_ec2_transit_gateway_route_table_association")
    .filter((part) => part.attachment === attachment)
    .map((part) => part.table)[0];
  if (address === undefined) return undefined;
  const here = (type: string): readonly Part[] => partsOf(scope, type).filter((part) => part.table === address);
  const written = here("aws_ec2_transit_gateway_route").map(({ template, block, attachment: to }) => staticRoute(template, block, to));
  const learnt = here("aws_ec2_transit_gateway_route_table_propagation").map(({ block, attachment: to }) => learntRoute(scope, block, to));
  // Sorting keeps the order of equals: what is written comes before what is learnt (vpc/latest/tgw/how-transit-gateways-work).
  return {
    address,
    routes: [...written, ...learnt].toSorted(
      (a, b) => a.destination.last - a.destination.first - (b.destination.last - b.destination.first),
    ),
  };
}

/** A block of a transit gateway's table, wherever it is written. */
interface Part {
  readonly template: Template;
  readonly block: Block;
  /** Address of the table, in the site's stack. */
  readonly table: string;
  readonly attachment: Attachment | undefined;
}

function partsOf({ site, templates }: Scope, type: string): readonly Part[] {
  return templates.flatMap((template) =>
    resourcesOf(template, type).flatMap((block) => {
      const table = originOf(block.attributes, "transit_gateway_route_table_id", { template, templates });
      if (table === undefined || table.stack !== site.stack) return [];
      const attached = originOf(block.attributes, "transit_gateway_attachment_id", { template, templates });
      return [
        {
          template,
          block,
          table: table.address,
          attachment: attached === undefined ? undefined : attachmentOfType(typeOf(attached.address)),
        },
      ];
    }),
  );
}

function staticRoute(template: Template, { address, attributes }: Block, to: Attachment | undefined): TransitRoute {
  const destination = prefixAt(template, attributes, "destination_cidr_block");
  if (destination === undefined) return { id: address, destination: EVERYWHERE, to: "unreadable" };
  return { id: address, destination, to: attributes["blackhole"] === true ? "nowhere" : (to ?? "unreadable") };
}

/** Direct Connect's routes come from routers outside, so any address may be among them; the VPC's are its own. */
function learntRoute({ space }: Scope, { address }: Block, to: Attachment | undefined): TransitRoute {
  switch (to) {
    case "network":
      return { id: address, destination: space, to };
    case "directConnect":
      return { id: address, destination: EVERYWHERE, to };
    case "twin":
    case undefined:
      return { id: address, destination: EVERYWHERE, to: "unreadable" };
  }
}

interface Reader {
  readonly template: Template;
  readonly templates: readonly Template[];
}

/** The block that an id comes from, through another stack's state where it must be. */
function originOf(
  attributes: JsonObject,
  key: string,
  { template, templates }: Reader,
): { readonly stack: string; readonly address: string } | undefined {
  const reference = soleReference(attributes[key]);
  if (reference === undefined) return undefined;
  const remote = followRemoteState(reference, template, templates);
  if (remote !== undefined) return { stack: remote.stack, address: remote.reference.address };
  return { stack: template.stack, address: reference.address };
}

function typeOf(address: string): string {
  return address.replace(/^data\./, "").split(".")[0] ?? "";
}

function attachmentOfType(type: string): Attachment | undefined {
  switch (type) {
    case "aws_ec2_transit_gateway_vpc_attachment":
      return "network";
    case "aws_ec2_transit_gateway_dx_gateway_attachment":
      return "directConnect";
    case "aws_ec2_transit_gateway_peering_attachment":
    case "aws_ec2_transit_gateway_peering_attachment_accepter":
      return "twin";
    default:
      return undefined;
  }
}
