import type { Verdict } from "../../findings/verdict";
import type { Network } from "../network/network";
import { type Rule, type RuleUse, type Sifted, sift } from "../terms/filter";
import { type Traffic, trafficText } from "../terms/traffic";
import type { Path, PathEnd, Step } from "./path";

/** One thing on a way that lets traffic pass or not. */
export interface Hop {
  readonly kind: "route" | "networkAcl" | "firewall" | "sameFirewall" | "securityGroup" | "endpoint" | "endpointPolicy" | "keyPolicy";
  readonly verdict: Verdict;
  readonly address: string;
  readonly attribute: string;
  readonly why: string;
  /** Rules and routes, with what passed by each. */
  readonly rules: readonly RuleUse[];
}

/** What surely arrives at the end of a path, and what it met on the way. */
export interface Arrival {
  readonly traffic: readonly Traffic[];
  readonly hops: readonly Hop[];
}

/** A firewall and a security group remember requests and let the replies pass; a network ACL forgets. */
export type Direction = "request" | "reply";

/** Sends traffic along a path, through every network ACL and firewall on it. */
export function sendAlong(
  network: Network,
  path: Path,
  { traffic, direction }: { readonly traffic: Traffic; readonly direction: Direction },
): Arrival {
  const start: Arrival = { traffic: [{ ...traffic, destination: path.destination }], hops: [] };
  const end = path.steps.reduce((arrival, step) => takeStep(network, arrival, { step, direction }), start);
  return { traffic: end.traffic, hops: [...end.hops, ...endHops(path.end)] };
}

function takeStep(
  network: Network,
  { traffic, hops }: Arrival,
  { step, direction }: { readonly step: Step; readonly direction: Direction },
): Arrival {
  switch (step.kind) {
    case "lead":
      return { traffic, hops: [...hops, leadHop(step.id, traffic)] };
    case "leave":
      return through(
        { traffic, hops },
        { kind: "networkAcl", address: step.subnet.acl.address, attribute: "egress", rules: step.subnet.acl.egress },
      );
    case "enter":
      return through(
        { traffic, hops },
        { kind: "networkAcl", address: step.subnet.acl.address, attribute: "ingress", rules: step.subnet.acl.ingress },
      );
    case "inspect":
      return direction === "reply" ? { traffic, hops } : inspect(network, { traffic, hops }, step.subnet.address);
    case "translate":
      return { traffic: traffic.map((part) => ({ ...part, source: step.subnet.addresses })), hops };
  }
}

function leadHop(id: string, traffic: readonly Traffic[]): Hop {
  const rules = traffic.map((part) => ({ id, traffic: part }));
  return { kind: "route", verdict: "met", address: id, attribute: "", why: "leads on", rules };
}

function inspect(network: Network, arrival: Arrival, subnet: string): Arrival {
  return network.firewalls
    .filter(({ subnets }) => subnets.includes(subnet))
    .reduce((before, { address, rules }) => through(before, { kind: "firewall", address, attribute: "stateful_rule", rules }), arrival);
}

interface Gate {
  readonly kind: Hop["kind"];
  readonly address: string;
  readonly attribute: string;
  readonly rules: readonly Rule[];
}

/** Sends what has arrived so far through one list of rules. */
export function through({ traffic, hops }: Arrival, gate: Gate): Arrival {
  const sifted = sift(traffic, gate.rules);
  return { traffic: sifted.passed, hops: [...hops, hopOf(gate, sifted)] };
}

function hopOf({ kind, address, attribute }: Gate, { stopped, unread, rules }: Sifted): Hop {
  const [first] = [...stopped, ...unread];
  if (first === undefined) return { kind, verdict: "met", address, attribute, why: "lets it pass", rules };
  if (stopped.length > 0) return { kind, verdict: "notMet", address, attribute, why: `stops ${trafficText(first)}`, rules };
  return { kind, verdict: "undetermined", address, attribute, why: `has a rule for ${trafficText(first)} that cannot be read`, rules };
}

function endHops(end: PathEnd): readonly Hop[] {
  if (end.kind !== "lost") return [];
  const { verdict, address, attribute, why } = end;
  return [{ kind: "route", verdict, address, attribute, why, rules: [] }];
}
