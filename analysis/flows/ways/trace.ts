import { remembered } from "../../../synthesized/estate/remembered";
import type { FlowEnd, PermittedFlow } from "../../../synthesized/evidence";
import { overall, type Verdict } from "../../findings/verdict";
import { type Network, subnetsIn } from "../network/network";
import { endpointHops, endpointOf } from "../policies/endpoint-policy";
import { keyHops } from "../policies/key-policy";
import { globalParts, prefixOf } from "../terms/prefix";
import type { Hop } from "./hop";
import { traceGatewayWay } from "./trace-gateway";
import { traceWay } from "./trace-way";
import type { End, Way } from "./way";

/** A permitted flow followed through a network, both ways, between all places that its ends can be in. */
export interface FlowTrace {
  readonly flow: PermittedFlow;
  readonly verdict: Verdict;
  readonly request: Verdict;
  readonly reply: Verdict;
  /** Endpoint and key policies. */
  readonly policies: Verdict;
  readonly ways: readonly Way[];
  readonly policyHops: readonly Hop[];
}

export function traceFlow(network: Network, flow: PermittedFlow): FlowTrace {
  return tracesIn(network)(flow);
}

/** A payment to every cell comes by flows that the network's own judgement has followed. */
const tracesIn = remembered((network: Network) => remembered((flow: PermittedFlow) => traceOf(network, flow)));

function traceOf(network: Network, flow: PermittedFlow): FlowTrace {
  const ways = waysOf(network, flow);
  const policyHops = [...endpointHops(network, flow), ...keyHops(network, flow)];
  const request = verdictOf(ways.flatMap((way) => way.request));
  const reply = verdictOf(ways.flatMap((way) => way.reply));
  const policies = verdictOf(policyHops);
  return { flow, verdict: overall([request, reply, policies]), request, reply, policies, ways, policyHops };
}

/** A flow that is stopped has not shown what it needs behind that place. */
export function passesBothWays({ request, reply }: FlowTrace): boolean {
  return request === "met" && reply === "met";
}

function verdictOf(hops: readonly Hop[]): Verdict {
  return overall(hops.map(({ verdict }) => verdict));
}

function waysOf(network: Network, flow: PermittedFlow): readonly Way[] {
  const sources = endsOf(network, flow.from);
  const targets = isBehindGatewaysOnly(flow.to) ? [] : endsOf(network, flow.to);
  const gateways = (flow.to.actions ?? [])
    .filter(({ kind }) => kind === "gateway")
    .flatMap((wanted) => endpointOf(network.template, wanted)?.address ?? []);
  const ways = sources.flatMap((from) => [
    ...targets.map((to) => traceWay(network, flow, { from, to })),
    ...gateways.flatMap((endpoint) => (from.kind === "subnet" ? [traceGatewayWay(network, flow, { from: from.subnet, endpoint })] : [])),
  ]);
  return ways.length > 0 ? ways : [nowhere(flow)];
}

function isBehindGatewaysOnly({ actions }: FlowEnd): boolean {
  return actions !== undefined && actions.every(({ kind }) => kind === "gateway");
}

function endsOf(network: Network, { party, place, prefixes, segment }: FlowEnd): readonly End[] {
  if (place === "inside") {
    const subnets = segment === undefined ? [] : subnetsIn(network, segment);
    return subnets.map((subnet) => ({ kind: "subnet", party, subnet, addresses: subnet.addresses }));
  }
  return prefixes.flatMap((text) => {
    const addresses = prefixOf(text);
    const parts = addresses === undefined ? [] : place === "internet" ? globalParts(addresses) : [addresses];
    return parts.map((part) => ({ kind: "place", party, place, addresses: part }));
  });
}

function nowhere({ from, to }: PermittedFlow): Way {
  const missing: Hop = {
    kind: "route",
    verdict: "notMet",
    address: "aws_subnet",
    attribute: "tags",
    why: `puts no subnet in the segment of ${from.party} or ${to.party}`,
    rules: [],
  };
  return { from: from.party, to: to.party, request: [missing], reply: [] };
}
