import { isOfferedIn, type ZoneOffers, zoneOffers } from "../../../facts/zone-offers";
import { blocksAt, textAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { targetsIn } from "../../../synthesized/estate/follow";
import { regionOf } from "../../../synthesized/estate/provider";
import { blocksIn, type StackBlock } from "../../../synthesized/estate/stack-block";
import { roleOf, siteOf } from "../../../synthesized/estate/stacks";
import type { Json } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";
import type { HumanGate, ZonesInUse } from "../human-gate";

/** Something that a site's stacks put into zones. */
interface Placed {
  readonly region: string;
  /** As AWS names an endpoint's service, or as the fact names the thing. */
  readonly service: string;
  readonly offers: ZoneOffers | undefined;
  readonly zones: readonly string[];
}

/**
 * What goes into the sites' zones, where no page of AWS's says that they have it. It is asked before the very
 * first stack: another zone costs an edit then, and a replaced network later.
 */
export function zoneOffersGate(estate: Estate, template: Template): readonly HumanGate[] {
  if (roleOf(template) !== "bootstrap") return [];
  const placed = estate.stacks.filter((stack) => siteOf(stack) !== undefined).flatMap((stack) => placedIn(estate, stack));
  const open = placed.filter(isOpen);
  if (open.length === 0) return [];
  const regions = distinct(open.map(({ region }) => region)).map((region) =>
    zonesOf(
      region,
      open.filter((one) => one.region === region),
    ),
  );
  return [{ id: "zone-offers", kind: "zoneOffers", when: "before", stands: "once", regions }];
}

function zonesOf(region: string, placed: readonly Placed[]): ZonesInUse {
  const isAsked = ({ service }: Placed): boolean => service.startsWith("com.amazonaws.");
  return {
    region,
    zones: distinct(placed.flatMap(({ zones }) => zones)),
    services: distinct(placed.filter(isAsked).map(({ service }) => service)),
    untold: distinct(placed.filter((one) => !isAsked(one)).map(({ service, offers }) => offers?.what ?? service)),
  };
}

/** Zones that nobody can read are no zones that have it. */
function isOpen({ offers, zones }: Placed): boolean {
  return zones.length === 0 || offers === undefined || zones.some((zone) => isOfferedIn(offers.service, zone) !== "offered");
}

function placedIn(estate: Estate, template: Template): readonly Placed[] {
  const within = (thing: StackBlock, service: string, subnets: readonly (Json | undefined)[]): readonly Placed[] => {
    const region = regionOf(estate, thing);
    if (region === undefined) return [];
    const offers = zoneOffers.find((one) => one.service === service.replace(`com.amazonaws.${region}.`, ""));
    return [{ region, service, offers, zones: subnets.flatMap((value) => zoneIdsOf(estate, template, value)) }];
  };
  return [
    ...blocksIn(template, "aws_vpc_endpoint")
      .filter(isInterface)
      .flatMap((door) => within(door, serviceOf(door), [door.block.attributes["subnet_ids"]])),
    ...blocksIn(template, "aws_networkfirewall_firewall").flatMap((firewall) =>
      within(firewall, "network-firewall", inBlocks(firewall, "subnet_mapping", "subnet_id")),
    ),
    ...blocksIn(template, "aws_ecs_service").flatMap((service) =>
      within(service, "fargate", inBlocks(service, "network_configuration", "subnets")),
    ),
  ];
}

function inBlocks({ block }: StackBlock, blocks: string, key: string): readonly (Json | undefined)[] {
  return blocksAt(block.attributes, blocks).map((nested) => nested[key]);
}

function isInterface({ block }: StackBlock): boolean {
  return textAt(block.attributes, "vpc_endpoint_type") === "Interface";
}

/** A service of a ledger's own has a name only once the ledger is made. */
function serviceOf({ block }: StackBlock): string {
  const name = textAt(block.attributes, "service_name");
  return name === undefined || name.includes("${") ? "dsql" : name;
}

/** Zone ids of the subnets that a value names, in whichever stack they are made. */
function zoneIdsOf(estate: Estate, template: Template, value: Json | undefined): readonly string[] {
  return targetsIn(estate, template, value).flatMap((target) => {
    if (target.kind !== "block") return [];
    return textAt(target.block.attributes, "availability_zone_id") ?? [];
  });
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted((a, b) => a.localeCompare(b));
}
