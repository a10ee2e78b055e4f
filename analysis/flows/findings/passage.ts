import type { FlowEnd, PermittedFlow } from "../../../synthesized/evidence";
import { EVERYWHERE, prefixOf } from "../terms/prefix";
import { type Traffic, trafficText, trafficWithout } from "../terms/traffic";
import type { OutsidePlace } from "../ways/path";

/** Traffic that the network lets pass from one end to another, whoever declared it. */
export interface Passage {
  readonly from: PassageEnd;
  readonly to: PassageEnd;
  readonly traffic: Traffic;
  /** Rule of a security group that it begins or ends with. */
  readonly rule: string;
}

export type PassageEnd =
  | { readonly kind: "party"; readonly party: string }
  | { readonly kind: "place"; readonly place: OutsidePlace }
  | { readonly kind: "gatewayEndpoint"; readonly address: string; readonly service: string };

/** A passage, or a part of one, that no flow declares. */
export interface UndeclaredPassage extends Passage {
  /** Text of it: from whom to whom, and what. */
  readonly what: string;
}

export function undeclaredParts(passage: Passage, flows: readonly PermittedFlow[]): readonly UndeclaredPassage[] {
  const declared = flows
    .filter(({ from, to }) => isEnd(passage.from, from) && isEnd(passage.to, to))
    .flatMap((flow) => trafficOf(flow, passage));
  const left = declared.reduce<readonly Traffic[]>(
    (parts, traffic) => parts.flatMap((part) => trafficWithout(part, traffic)),
    [passage.traffic],
  );
  const ends = `${endText(passage.from)} to ${endText(passage.to)}`;
  return left.map((traffic) => ({ ...passage, traffic, what: `${ends}: ${trafficText(traffic)}` }));
}

function endText(end: PassageEnd): string {
  switch (end.kind) {
    case "party":
      return end.party;
    case "place":
      return end.place;
    case "gatewayEndpoint":
      return end.service;
  }
}

function isEnd(end: PassageEnd, declared: FlowEnd): boolean {
  switch (end.kind) {
    case "party":
      return declared.place === "inside" && declared.party === end.party;
    case "place":
      return declared.place === end.place;
    case "gatewayEndpoint":
      return (declared.actions ?? []).some(({ kind, service }) => kind === "gateway" && service === end.service);
  }
}

function trafficOf({ protocol, port, from, to }: PermittedFlow, passage: Passage): readonly Traffic[] {
  const destinations = passage.to.kind === "gatewayEndpoint" ? [EVERYWHERE] : to.prefixes.flatMap((text) => prefixOf(text) ?? []);
  return from.prefixes
    .flatMap((text) => prefixOf(text) ?? [])
    .flatMap((source) => destinations.map((destination) => ({ protocol, source, destination, ports: { first: port, last: port } })));
}
