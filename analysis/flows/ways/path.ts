import type { Subnet } from "../network/network";
import { type Interval, overlap, without } from "../terms/interval";

export type OutsidePlace = "directConnect" | "twin" | "internet";

/** One thing that happens to packets on their way. */
export type Step =
  /** A network ACL's egress and ingress rules are looked at. */
  | { readonly kind: "leave"; readonly subnet: Subnet }
  | { readonly kind: "enter"; readonly subnet: Subnet }
  /** A firewall looks, at its endpoint in a subnet. */
  | { readonly kind: "inspect"; readonly subnet: Subnet }
  /** A NAT gateway puts its own address in the source's place. */
  | { readonly kind: "translate"; readonly subnet: Subnet }
  /** A route or an announcement leads on. */
  | { readonly kind: "lead"; readonly id: string };

/** Where the way of a destination's packets leads, and by what. */
export interface Path {
  readonly destination: Interval;
  readonly steps: readonly Step[];
  readonly end: PathEnd;
}

export type PathEnd =
  | { readonly kind: "subnet"; readonly subnet: Subnet }
  | { readonly kind: "place"; readonly place: OutsidePlace }
  | {
      readonly kind: "lost";
      readonly verdict: "notMet" | "undetermined";
      readonly address: string;
      readonly attribute: string;
      readonly why: string;
    };

export type LostReason = Omit<Extract<PathEnd, { kind: "lost" }>, "kind">;

/** Packets under way: where they go, and what happened so far. */
export interface UnderWay {
  readonly destination: Interval;
  readonly steps: readonly Step[];
}

export interface Looked<T> {
  readonly entry: T | undefined;
  readonly destination: Interval;
}

/** Longest prefix first: each part of the destination with the entry that decides on it, or none. */
export function lookUp<T extends { readonly destination: Interval }>(entries: readonly T[], destination: Interval): readonly Looked<T>[] {
  let rest: readonly Interval[] = [destination];
  const found = entries.flatMap((entry) => {
    const parts = rest.flatMap((part) => overlap(part, entry.destination) ?? []);
    rest = rest.flatMap((part) => without(part, entry.destination));
    return parts.map((part) => ({ entry, destination: part }));
  });
  return [...found, ...rest.map((part) => ({ entry: undefined, destination: part }))];
}

export function lost({ destination, steps }: UnderWay, why: LostReason): Path {
  return { destination, steps, end: { kind: "lost", ...why } };
}
