import type { Interval } from "./interval";
import { EVERY_PORT } from "./port-range";
import { EVERYWHERE } from "./prefix";
import { commonTraffic, everyProtocol, type Protocol, type Traffic, trafficWithout } from "./traffic";

/** One rule of a network ACL, a security group or a firewall. */
export interface Rule extends Fit {
  /** Its address, with its place where it is one of a list. */
  readonly id: string;
  readonly action: "pass" | "stop" | "unreadable";
}

/** The traffic that a rule is about. */
export interface Fit {
  readonly protocols: readonly Protocol[];
  readonly source: Interval;
  readonly destination: Interval;
  readonly ports: Interval;
}

/** Fits all traffic: what a reader narrows, and what stays of a rule that cannot be read. */
export const EVERYTHING: Fit = { protocols: everyProtocol, source: EVERYWHERE, destination: EVERYWHERE, ports: EVERY_PORT };

/** What becomes of some traffic at a list of rules. */
export interface Sifted {
  readonly passed: readonly Traffic[];
  readonly stopped: readonly Traffic[];
  /** Traffic that a rule decides on which cannot be read. */
  readonly unread: readonly Traffic[];
  /** What each rule let pass. */
  readonly rules: readonly RuleUse[];
}

/** A rule or route, and some traffic that passed by it. */
export interface RuleUse {
  readonly id: string;
  readonly traffic: Traffic;
}

/** The first rule that fits decides; what none fits is stopped. */
export function sift(traffic: readonly Traffic[], rules: readonly Rule[]): Sifted {
  let undecided = traffic;
  const decided = rules.flatMap((rule) => {
    const here = undecided.flatMap((part) => fitting(part, rule));
    undecided = here.reduce((rest, part) => rest.flatMap((whole) => trafficWithout(whole, part)), undecided);
    return here.map((part) => ({ rule, part }));
  });
  const by = (action: Rule["action"]) => decided.filter(({ rule }) => rule.action === action);
  return {
    passed: by("pass").map(({ part }) => part),
    stopped: [...by("stop").map(({ part }) => part), ...undecided],
    unread: by("unreadable").map(({ part }) => part),
    rules: by("pass").map(({ rule, part }) => ({ id: rule.id, traffic: part })),
  };
}

function fitting(traffic: Traffic, { protocols, source, destination, ports }: Fit): readonly Traffic[] {
  if (!protocols.includes(traffic.protocol)) return [];
  const common = commonTraffic(traffic, {
    protocol: traffic.protocol,
    source,
    destination,
    ports: traffic.protocol === "other" ? EVERY_PORT : ports,
  });
  return common === undefined ? [] : [common];
}
