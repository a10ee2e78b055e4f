import { flagAt, textsAt, valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { targetOf } from "../../../synthesized/estate/follow";
import { blocksOfType, type StackBlock } from "../../../synthesized/estate/stack-block";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import { declaredPrefix } from "../terms/declared-prefix";
import type { Interval } from "../terms/interval";
import { ownAddressAt } from "../terms/own-blocks";
import { EVERYWHERE, prefixOf } from "../terms/prefix";

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

/** A site's transit gateway: whose it is, and the addresses of the VPC on it. */
interface Gateway {
  readonly estate: Estate;
  readonly site: Template;
  readonly space: Interval;
}

/** The transit gateway of a site; parts of it may be in other stacks, which refer to the site's state. */
export function transitOf(estate: Estate, site: Template, space: Interval): Transit {
  const gateway: Gateway = { estate, site, space };
  return {
    subnets: resourcesOf(site, "aws_ec2_transit_gateway_vpc_attachment").flatMap(({ attributes }) =>
      (textsAt(attributes, "subnet_ids") ?? []).flatMap((text) => ownAddressAt(estate, site, text) ?? []),
    ),
    tables: { network: tableOf(gateway, "network"), directConnect: tableOf(gateway, "directConnect"), twin: tableOf(gateway, "twin") },
    announced: announcedPrefixes(site),
    peering: estate.stacks.some(hasPeering) ? "given" : "notGiven",
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

function tableOf(gateway: Gateway, attachment: Attachment): TransitTable | undefined {
  const address = partsOf(gateway, "aws_ec2_transit_gateway_route_table_association")
    .filter((part) => part.attachment === attachment)
    .map((part) => part.table)[0];
  if (address === undefined) return undefined;
  const here = (type: string): readonly Part[] => partsOf(gateway, type).filter((part) => part.table === address);
  const written = here("aws_ec2_transit_gateway_route").map(({ template, block, attachment: to }) =>
    staticRoute(gateway, { template, block }, to),
  );
  const learnt = here("aws_ec2_transit_gateway_route_table_propagation").map(({ block, attachment: to }) =>
    learntRoute(gateway, block, to),
  );
  // Sorting keeps the order of equals: what is written comes before what is learnt (vpc/latest/tgw/how-transit-gateways-work).
  return {
    address,
    routes: [...written, ...learnt].toSorted(
      (a, b) => a.destination.last - a.destination.first - (b.destination.last - b.destination.first),
    ),
  };
}

/** A block of a transit gateway's table, wherever it is written. */
interface Part extends StackBlock {
  /** Address of the table, in the site's stack. */
  readonly table: string;
  readonly attachment: Attachment | undefined;
}

function partsOf({ estate, site }: Gateway, type: string): readonly Part[] {
  return blocksOfType(estate, type).flatMap((part) => {
    const table = namedAt(estate, part, "transit_gateway_route_table_id");
    if (table === undefined || table.stack !== site.stack) return [];
    const attached = namedAt(estate, part, "transit_gateway_attachment_id");
    return [{ ...part, table: table.address, attachment: attached === undefined ? undefined : attachmentOfType(typeOf(attached.address)) }];
  });
}

function staticRoute(
  { estate }: Gateway,
  { template, block: { address, attributes } }: StackBlock,
  to: Attachment | undefined,
): TransitRoute {
  const destination = declaredPrefix(estate, template, valueAt(attributes, "destination_cidr_block"));
  if (destination === undefined) return { id: address, destination: EVERYWHERE, to: "unreadable" };
  return { id: address, destination, to: flagAt(attributes, "blackhole") === true ? "nowhere" : (to ?? "unreadable") };
}

/** Direct Connect's routes come from routers outside, so any address may be among them; the VPC's are its own. */
function learntRoute({ space }: Gateway, { address }: Block, to: Attachment | undefined): TransitRoute {
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

/** Address of the block that an id is of, and the stack that it is in. */
function namedAt(
  estate: Estate,
  { template, block }: StackBlock,
  key: string,
): { readonly stack: string; readonly address: string } | undefined {
  const target = targetOf(estate, template, valueAt(block.attributes, key));
  return "address" in target ? { stack: target.template.stack, address: target.address } : undefined;
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
