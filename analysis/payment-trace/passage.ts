import type { Hop } from "../flows/along";
import type { FlowTrace } from "../flows/trace";
import { overall } from "../verdict";
import type { Passenger } from "./passenger";
import { found, missing, type Piece, type StepKind, stepOf, type TraceStep, unreadable } from "./step";

type PassageKind = Extract<StepKind, "route" | "networkAcl" | "firewall" | "securityGroup">;

const hopKinds: Readonly<Record<PassageKind, readonly Hop["kind"][]>> = {
  route: ["route"],
  networkAcl: ["networkAcl"],
  firewall: ["firewall", "sameFirewall"],
  securityGroup: ["securityGroup"],
};

/** What lets a payment's packets pass on every leg, there and back, between all zones that it may be in. */
export function passageStep(kind: PassageKind, { legs }: Passenger): TraceStep {
  return stepOf(
    kind,
    legs.traces.flatMap((trace) => (["request", "reply"] as const).flatMap((direction) => legPieces(kind, trace, direction))),
  );
}

const SHOWN_AT_MOST = 3;

function legPieces(kind: PassageKind, { flow, ways }: FlowTrace, direction: "request" | "reply"): readonly Piece[] {
  const hops = ways.flatMap((way) => way[direction]).filter((hop) => hopKinds[kind].includes(hop.kind));
  if (hops.length === 0) return [];
  if (
    kind === "firewall" &&
    !ways.some((way) => way.request.some((hop) => hop.kind === "firewall")) &&
    hops.every(({ verdict }) => verdict === "met")
  )
    return [];
  const leg = `${flow.name} ${direction === "request" ? "there" : "back"}`;
  const wrong = hops.filter(({ verdict }) => verdict !== "met").map(({ address, why }) => `${address} ${why}`);
  const [first] = new Set(wrong);
  switch (overall(hops.map(({ verdict }) => verdict))) {
    case "met": {
      if (kind === "firewall" && direction === "reply") return [found(`${leg}: the same endpoint, zone by zone`)];
      const addresses = [...new Set(hops.map(({ address }) => address))];
      const more = addresses.length > SHOWN_AT_MOST ? ` and ${addresses.length - SHOWN_AT_MOST} more` : "";
      return [found(`${leg}: ${addresses.slice(0, SHOWN_AT_MOST).join(", ")}${more}`)];
    }
    case "notMet":
      return [missing(`${leg}: ${first ?? "is stopped"}`)];
    case "undetermined":
      return [unreadable(`${leg}: ${first ?? "cannot be read"}`)];
  }
}
