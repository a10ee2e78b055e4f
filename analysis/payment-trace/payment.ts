import { blockIn, valueAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { blockNamed, follow } from "../../synthesized/estate/follow";
import { grouped } from "../../synthesized/estate/grouped";
import { accountOf, regionsOf } from "../../synthesized/estate/provider";
import { blocksIn, type StackBlock } from "../../synthesized/estate/stack-block";
import { cellOf, stacksOfSite } from "../../synthesized/estate/stacks";
import type { PermittedFlow } from "../../synthesized/evidence";
import { isList, type Json } from "../../synthesized/json";
import type { Template } from "../../synthesized/template";
import type { Network } from "../flows/network/network";
import type { FlowTrace } from "../flows/ways/trace";
import type { Asker } from "./asker";
import { type Front, frontsOf } from "./fronts";

export type PathKind = "api" | "mutualTls" | "privateLine" | "reconciliation";

/** One payment, or one question for journals, on one path at one site, and everything that its steps are looked for in. */
export interface Payment {
  readonly path: PathKind;
  readonly estate: Estate;
  readonly site: Template;
  /** The stacks of its cell at this site, its ledger's among them. */
  readonly cell: readonly Template[];
  readonly network: Network;
  readonly region: string | undefined;
  readonly account: string | undefined;
  readonly legs: Legs;
  /** The load balancers on its way, in order. */
  readonly fronts: readonly Front[];
  readonly service: StackBlock | undefined;
  readonly definition: StackBlock | undefined;
  /** The other site, where it is that which asks; none of a payment, and none where nothing asks. */
  readonly asker: Asker | undefined;
}

/** The declared flows that a payment goes by. */
export interface Legs {
  readonly entry: PermittedFlow;
  /** The flow from one load balancer to the next. */
  readonly relay: PermittedFlow | undefined;
  readonly toService: PermittedFlow | undefined;
  /** Flows from the service to the ledger and to what else it calls inside. */
  readonly onward: readonly PermittedFlow[];
  /** Traces of the flows by which checkers ask the first load balancer whether payments go through. */
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
  readonly estate: Estate;
  readonly traced: (flow: PermittedFlow) => FlowTrace;
  /** @default - nobody asks from the other site */
  readonly asker?: Asker | undefined;
}

export function paymentOf(place: Place): Payment {
  const { path, entry, site, cell, network, estate } = place;
  const legs = legsOf(place);
  const service = cell.length === 0 ? undefined : serviceOf(place, legs.toService?.to.party);
  return {
    path,
    estate,
    site,
    cell,
    network,
    region: regionsOf(site)[0],
    account: accountOf(site),
    legs,
    fronts: frontsOf(estate, {
      cell,
      entry,
      relay: legs.relay,
      partyOf: (balancer) => partyBehind(place, balancer, valueAt(balancer.block.attributes, "security_groups")),
    }),
    service,
    definition: service === undefined ? undefined : follow(estate, service, "task_definition"),
    asker: place.asker,
  };
}

function legsOf({ path, entry, flows, traced, asker }: Place): Legs {
  const front = entry.to.party;
  const relay = flows.find(({ from, to }) => from.party === front && to.party === front);
  const toService = flows.find(({ from, to }) => from.party === front && to.party !== front && to.place === "inside");
  // What is asked for journals ends at the tasks: from there on its way is that of a payment.
  const beyond = path === "reconciliation" ? [] : flows;
  const onward = beyond.filter(({ from, to }) => from.party === toService?.to.party && to.place === "inside");
  const all = [entry, relay, toService, ...onward].flatMap((flow) => flow ?? []);
  const asking = flows.filter(({ listener, to }) => listener === "health" && to.party === front);
  return { entry, relay, toService, onward, asking: asking.map(traced), traces: [...(asker?.traces ?? []), ...all.map(traced)] };
}

/** The tasks that stand for a party. */
function serviceOf(place: Place, party: string | undefined): StackBlock | undefined {
  return place.cell
    .flatMap((template) => blocksIn(template, "aws_ecs_service"))
    .find((service) => {
      const settings = blockIn(service.block.attributes, "network_configuration");
      return partyBehind(place, service, settings === undefined ? undefined : valueAt(settings, "security_groups")) === party;
    });
}

/** The party whose security group is the first of a list. */
export function partyBehind(
  { network, estate }: Pick<Place, "network" | "estate">,
  { template }: StackBlock,
  groups: Json | undefined,
): string | undefined {
  const [first] = isList(groups) ? groups : [];
  const group = blockNamed(estate, template, first);
  if (group?.template.stack !== network.template.stack) return undefined;
  return network.groups.find(({ address }) => address === group.block.address)?.party;
}

/** The stacks of a site by their cell. */
export function cellsAt(estate: Estate, site: string): ReadonlyMap<string, readonly Template[]> {
  return grouped(
    stacksOfSite(estate, site).flatMap((stack) => {
      const cell = cellOf(stack);
      return cell === undefined ? [] : [[cell, stack] as const];
    }),
  );
}
