import type { PermittedFlow } from "../../../synthesized/evidence";
import type { Network } from "../network/network";
import { EPHEMERAL_PORTS } from "../terms/port-range";
import type { Traffic } from "../terms/traffic";
import { groupHops } from "./group-hops";
import { type Arrival, type Direction, type Hop, sendAlong } from "./hop";
import { pathsFromPlace } from "./outside-path";
import type { Path } from "./path";
import { pathsFromSubnet } from "./route";
import { type End, endText, type Way } from "./way";

interface Ends {
  readonly from: End;
  readonly to: End;
}

/** Follows a flow from one place to another and its replies back. */
export function traceWay(network: Network, flow: PermittedFlow, { from, to }: Ends): Way {
  const requests = pathsBetween(network, { from, to });
  const asked: Traffic = {
    protocol: flow.protocol,
    source: from.addresses,
    destination: to.addresses,
    ports: { first: flow.port, last: flow.port },
  };
  const answered: Traffic = {
    protocol: flow.protocol,
    source: to.addresses,
    destination: from.addresses,
    ports: { first: flow.clientPorts.from, last: flow.clientPorts.to },
  };
  const answers = answersTo(network, requests, { from: to, to: from });
  return {
    from: endText(from),
    to: endText(to),
    request: [
      ...requests.flatMap((path) => [...hopsAlong(network, path, { traffic: asked, direction: "request" }), ...endHop(network, path, to)]),
      ...requests.flatMap((path) =>
        groupHops(network, asked, { from, to, between: firewallsOn(path).length > 0 ? "firewall" : "nothing" }),
      ),
    ],
    reply: answers.flatMap((answer) => [
      ...hopsOfAnswer(network, answer, answered),
      ...endHop(network, answer.home, from),
      ...requests.flatMap((path) => sameFirewallHops(path, answer.home)),
    ]),
  };
}

function pathsBetween(network: Network, { from, to }: Ends): readonly Path[] {
  return from.kind === "subnet" ? pathsFromSubnet(network, from.subnet, to.addresses) : pathsFromPlace(network, from.place, to.addresses);
}

/** A way back; behind a NAT gateway it has a first part, to the gateway's own address. */
interface Answer {
  readonly toNat: Path | undefined;
  readonly home: Path;
}

function answersTo(network: Network, requests: readonly Path[], { from, to }: Ends): readonly Answer[] {
  const translators = requests.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === "translate" ? [step.subnet] : [])));
  if (translators.length === 0 || from.kind === "subnet")
    return pathsBetween(network, { from, to }).map((home) => ({ toNat: undefined, home }));
  return translators.flatMap((nat) =>
    pathsFromPlace(network, from.place, nat.addresses).flatMap((toNat) =>
      pathsFromSubnet(network, nat, to.addresses).map((home) => ({ toNat, home })),
    ),
  );
}

function hopsOfAnswer(network: Network, { toNat, home }: Answer, traffic: Traffic): readonly Hop[] {
  const first =
    toNat === undefined ? [] : hopsAlong(network, toNat, { traffic: { ...traffic, ports: EPHEMERAL_PORTS }, direction: "reply" });
  return [...first, ...hopsAlong(network, home, { traffic, direction: "reply" })];
}

function hopsAlong(network: Network, path: Path, sent: { readonly traffic: Traffic; readonly direction: Direction }): readonly Hop[] {
  const { hops }: Arrival = sendAlong(network, path, sent);
  return hops;
}

/** Whether a path ends where it must; one that is lost says so itself. */
function endHop(network: Network, { end }: Path, wanted: End): readonly Hop[] {
  if (end.kind === "lost" || isAt(end, wanted)) return [];
  const reached = end.kind === "subnet" ? end.subnet.address : end.place;
  const hop = { kind: "route" as const, address: "aws_route", attribute: "", rules: [] };
  if (wanted.kind === "place" && wanted.place === "twin" && network.transit.peering === "notGiven") {
    return [{ ...hop, verdict: "undetermined", why: "depends on the stack with the peering, which was not given" }];
  }
  return [{ ...hop, verdict: "notMet", why: `leads to ${reached}, not to ${endText(wanted)}` }];
}

function isAt(end: Path["end"], wanted: End): boolean {
  if (wanted.kind === "subnet") return end.kind === "subnet" && end.subnet === wanted.subnet;
  return end.kind === "place" && end.place === wanted.place;
}

/** A stateful firewall that sees one direction only takes the other for an intruder. */
function sameFirewallHops(request: Path, reply: Path): readonly Hop[] {
  if (request.end.kind === "lost" || reply.end.kind === "lost") return [];
  const [there, back] = [firewallsOn(request), firewallsOn(reply)];
  const same = there.length === back.length && there.every((subnet) => back.includes(subnet));
  const path = (subnets: readonly string[]): string => subnets.join(", ") || "no firewall endpoint";
  const why = same ? "is the same both ways" : `is ${path(there)} there and ${path(back)} back`;
  return [
    {
      kind: "sameFirewall",
      verdict: same ? "met" : "notMet",
      address: "aws_networkfirewall_firewall",
      attribute: "endpoint",
      why,
      rules: [],
    },
  ];
}

function firewallsOn({ steps }: Path): readonly string[] {
  return steps.flatMap((step) => (step.kind === "inspect" ? [step.subnet.address] : []));
}
