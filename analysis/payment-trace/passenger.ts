import { blockIn } from "../../synthesized/attributes";
import { allOf, follow, followValue, type Located } from "../../synthesized/estate/located";
import { siteOf } from "../../synthesized/estate/site";
import type { PermittedFlow } from "../../synthesized/evidence";
import { isList, type Json } from "../../synthesized/json";
import { regionOf, type Template } from "../../synthesized/template";
import type { Network } from "../flows/network/network";
import { accountOf } from "../flows/policies/account";
import type { FlowTrace } from "../flows/ways/trace";
import { type Front, frontsOf } from "./fronts";

export type PathKind = "api" | "mutualTls" | "privateLine";

/** One payment on one path at one site, and everything that its steps are looked for in. */
export interface Passenger {
  readonly path: PathKind;
  readonly templates: readonly Template[];
  readonly site: Template;
  /** The stacks of its cell at this site, its ledger's among them. */
  readonly cell: readonly Template[];
  readonly network: Network;
  readonly region: string | undefined;
  readonly account: string | undefined;
  readonly legs: Legs;
  /** The load balancers on its way, in order. */
  readonly fronts: readonly Front[];
  readonly service: Located | undefined;
  readonly definition: Located | undefined;
}

/** The declared flows that a payment goes by. */
export interface Legs {
  readonly entry: PermittedFlow;
  /** From one load balancer to the next. */
  readonly relay: PermittedFlow | undefined;
  readonly toService: PermittedFlow | undefined;
  /** From the service to the ledger and to what else it calls inside. */
  readonly onward: readonly PermittedFlow[];
  /** By which checkers ask the first load balancer whether payments go through. */
  readonly asking: readonly FlowTrace[];
  readonly traces: readonly FlowTrace[];
}

export interface Place {
  readonly path: PathKind;
  readonly entry: PermittedFlow;
  readonly site: Template;
  readonly cell: readonly Template[];
  readonly network: Network;
  readonly flows: readonly PermittedFlow[];
  readonly templates: readonly Template[];
  readonly traced: (flow: PermittedFlow) => FlowTrace;
}

export function passengerOf(place: Place): Passenger {
  const { path, entry, site, cell, network, templates } = place;
  const legs = legsOf(place);
  const service = cell.length === 0 ? undefined : serviceOf(place, legs.toService?.to.party);
  return {
    path,
    templates,
    site,
    cell,
    network,
    region: site.providers.flatMap(({ attributes: { region } }) => (typeof region === "string" ? [region] : []))[0],
    account: accountOf(site),
    legs,
    fronts: frontsOf({
      cell,
      templates,
      entry,
      relay: legs.relay,
      partyOf: (balancer) => partyBehind(place, balancer, balancer.block.attributes["security_groups"]),
    }),
    service,
    definition: service === undefined ? undefined : follow(service, "task_definition", templates),
  };
}

function legsOf({ entry, flows, traced }: Place): Legs {
  const front = entry.to.party;
  const relay = flows.find(({ from, to }) => from.party === front && to.party === front);
  const toService = flows.find(({ from, to }) => from.party === front && to.party !== front && to.place === "inside");
  const onward = flows.filter(({ from, to }) => from.party === toService?.to.party && to.place === "inside");
  const all = [entry, relay, toService, ...onward].flatMap((flow) => flow ?? []);
  const asking = flows.filter(({ listener, to }) => listener === "health" && to.party === front);
  return { entry, relay, toService, onward, asking: asking.map(traced), traces: all.map(traced) };
}

/** The tasks that stand for a party. */
function serviceOf(place: Place, party: string | undefined): Located | undefined {
  return allOf("aws_ecs_service", place.cell).find((service) => {
    const settings = blockIn(service.block.attributes, "network_configuration");
    return partyBehind(place, service, settings?.["security_groups"]) === party;
  });
}

/** The party whose security group is the first of a list. */
export function partyBehind(
  { network, templates }: Pick<Place, "network" | "templates">,
  { template }: Located,
  groups: Json | undefined,
): string | undefined {
  const [first] = isList(groups) ? groups : [];
  const group = followValue(first, template, templates);
  if (group?.template.stack !== network.template.stack) return undefined;
  return network.groups.find(({ address }) => address === group.block.address)?.party;
}

/** Where a block is made, as its provider says. */
export function regionAt({ template, block }: Located): string | undefined {
  return regionOf(template, block);
}

/** The stacks of one cell at one site. */
export function cellsAt(site: Template, templates: readonly Template[]): ReadonlyMap<string, readonly Template[]> {
  const cells = new Map<string, readonly Template[]>();
  for (const template of templates.filter((other) => siteOf(other) === siteOf(site))) {
    const cell = template.evidence.kind === "read" ? template.evidence.evidence.cell : undefined;
    if (cell !== undefined && cell !== null) cells.set(cell, [...(cells.get(cell) ?? []), template]);
  }
  return cells;
}
