import { blocksAt, textAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { blocksNaming } from "../../../synthesized/estate/referrers";
import { areOfTwoSites, cellOf, siteOf, stacksOfSite } from "../../../synthesized/estate/stacks";
import type { PermittedFlow } from "../../../synthesized/evidence";
import type { Json } from "../../../synthesized/json";
import type { Verdict } from "../../findings/verdict";
import type { Network } from "../network/network";
import { networkStacks } from "../network/network-stacks";
import { type Placement, placementsIn, stackOf } from "../network/placements";
import { covers } from "../terms/interval";
import { prefixOf } from "../terms/prefix";

/** Whether something listens where a flow ends; nobody's packets are called passing that arrive at nothing. */
export interface FlowEnding {
  readonly verdict: Verdict;
  readonly address: string;
  readonly attribute: string;
  readonly why: string;
}

/** Resolvers are asked on the port of DNS and no other. */
const DNS_PORT = 53;

export function endingOf(network: Network, flow: PermittedFlow): FlowEnding {
  const { to } = flow;
  switch (to.place) {
    case "internet":
    case "directConnect":
      return heard(`${to.party} is declared as outside, and answers for itself`);
    case "twin":
      return endingAtTwin(network, flow);
    case "inside":
      // What leads to AWS's services is looked for, and judged, with its policies.
      return to.actions === undefined ? endingInside(network, flow) : heard("services of AWS listen behind their endpoints");
  }
}

function heard(why: string): FlowEnding {
  return { verdict: "met", address: "", attribute: "", why };
}

function endingInside(network: Network, flow: PermittedFlow): FlowEnding {
  const { estate, template } = network;
  if (isResolver(network, flow)) return heard("the resolver listens");
  const all = placementsIn(estate, template);
  const placed = all.filter((placement) => isOfParty(network, placement, flow.to.party));
  const listens = placed.map((placement) => listensOn(estate, placement, flow.port));
  if (listens.includes("met")) return heard(`${flow.to.party} listens on ${flow.port}`);
  const site = siteOf(template);
  const isThere = site !== undefined && stacksOfSite(estate, site).some((stack) => cellOf(stack) !== undefined);
  const isWhole = isThere && !listens.includes("undetermined") && all.every(isClear);
  return unheard(isWhole, { address: "aws_lb_listener", why: `nothing of ${flow.to.party} listens on ${flow.protocol} ${flow.port}` });
}

/** Whether it can be told whom it stands for. */
function isClear({ groups }: Placement): boolean {
  return groups.every(({ target }) => stackOf(target) !== undefined);
}

/** With no stack of a cell there, or one that cannot be read, who listens is not known. */
function unheard(isWhole: boolean, { address, why }: Pick<FlowEnding, "address" | "why">): FlowEnding {
  if (isWhole) return { verdict: "notMet", address, attribute: "port", why };
  return { verdict: "undetermined", address, attribute: "port", why: `${why}, as far as the stacks tell that are there` };
}

function isResolver({ template, groups }: Network, { to, port }: PermittedFlow): boolean {
  const ofParty = groups.filter(({ party }) => party === to.party).map(({ address }) => address);
  const inbound = template.resources.filter(
    ({ type, attributes }) => type === "aws_route53_resolver_endpoint" && textAt(attributes, "direction") === "INBOUND",
  );
  const named = inbound.map(({ attributes }) => JSON.stringify(attributes["security_group_ids"] ?? []));
  return port === DNS_PORT && named.some((text) => ofParty.some((address) => text.includes(address)));
}

function isOfParty({ template, groups }: Network, { groups: named }: Placement, party: string): boolean {
  return named.some(({ target }) => target.kind === "block" && target.template === template && partyAt(groups, target.address) === party);
}

function partyAt(groups: Network["groups"], address: string): string | undefined {
  return groups.find((group) => group.address === address)?.party;
}

function listensOn(estate: Estate, placement: Placement, port: number): Verdict {
  const { block } = placement;
  switch (block.type) {
    case "aws_lb":
      return anyOf(
        port,
        blocksNaming(estate, placement, { type: "aws_lb_listener", key: "load_balancer_arn" }).map((one) => one.block.attributes["port"]),
      );
    case "aws_ecs_service":
      return anyOf(
        port,
        blocksAt(block.attributes, "load_balancer").map((behind) => behind["container_port"]),
      );
    case "aws_vpc_endpoint":
      return placement.service === undefined ? "notMet" : "met";
    default:
      return anyOf(port, [block.attributes["port"]]);
  }
}

/** A port that is not said, or is not known before an apply, may be any. */
function anyOf(wanted: number, ports: readonly (Json | undefined)[]): Verdict {
  if (ports.includes(wanted)) return "met";
  return ports.every((port) => typeof port === "number") ? "notMet" : "undetermined";
}

/** At the twin a flow ends at addresses that stay, since nothing tells this site of others. */
function endingAtTwin({ estate, template }: Network, flow: PermittedFlow): FlowEnding {
  const there = networkStacks(estate).filter((other) => areOfTwoSites(other, template));
  const placed = there.flatMap((other) =>
    placementsIn(estate, other).filter(({ subnets }) => subnets.some(({ target }) => stackOf(target) === other)),
  );
  const staying = placed.filter((placement) => placement.block.type === "aws_lb" && staysWithin(placement, flow.to.prefixes));
  const listens = staying.map((placement) => listensOn(estate, placement, flow.port));
  if (listens.includes("met")) return heard(`the twin listens on ${flow.port}`);
  const isWhole = placed.some(({ template: stack }) => cellOf(stack) !== undefined) && !listens.includes("undetermined");
  const why = `nothing listens on ${flow.protocol} ${flow.port} of the twin at addresses that stay`;
  return unheard(isWhole, { address: "aws_lb_listener", why });
}

function staysWithin({ block }: Placement, prefixes: readonly string[]): boolean {
  const fixed = blocksAt(block.attributes, "subnet_mapping").map((mapping) => textAt(mapping, "private_ipv4_address"));
  const open = prefixes.flatMap((text) => prefixOf(text) ?? []);
  return (
    fixed.length > 0 &&
    fixed.every((address) => {
      const at = address === undefined ? undefined : prefixOf(`${address}/32`);
      return at !== undefined && open.some((prefix) => covers(prefix, at));
    })
  );
}
