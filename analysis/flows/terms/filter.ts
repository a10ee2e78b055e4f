import { type Interval, touch } from "./interval";
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
  const decided: { readonly rule: Rule; readonly part: Traffic }[] = [];
  for (const rule of rules) {
    // Most rules are about other traffic, and most traffic is decided on long before the last of them.
    const here = partsFitting(undecided, rule);
    if (here.length === 0) continue;
    for (const part of here) {
      decided.push({ rule, part });
      undecided = undecided.flatMap((whole) => trafficWithout(whole, part));
    }
    if (undecided.length === 0) break;
  }
  const by = (action: Rule["action"]) => decided.filter(({ rule }) => rule.action === action);
  const passed = by("pass");
  return {
    passed: passed.map(({ part }) => part),
    stopped: [...by("stop").map(({ part }) => part), ...undecided],
    unread: by("unreadable").map(({ part }) => part),
    rules: passed.map(({ rule, part }) => ({ id: rule.id, traffic: part })),
  };
}

const NONE: readonly Traffic[] = [];

function partsFitting(traffic: readonly Traffic[], rule: Rule): readonly Traffic[] {
  return traffic.some((part) => isAbout(rule, part)) ? traffic.flatMap((part) => fitting(part, rule)) : NONE;
}

function isAbout({ source, destination }: Fit, traffic: Traffic): boolean {
  return touch(source, traffic.source) && touch(destination, traffic.destination);
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
