import { remembered } from "../../synthesized/estate/remembered";
import type { Hop } from "../flows/ways/hop";
import type { FlowTrace } from "../flows/ways/trace";
import type { Payment } from "./payment";
import { found, missing, type Piece, type StepKind, stepOf, type TraceStep, unreadable } from "./step";

type PassageKind = Extract<StepKind, "route" | "networkAcl" | "firewall" | "securityGroup">;

const kinds = ["route", "networkAcl", "firewall", "securityGroup"] as const satisfies readonly PassageKind[];

const hopKinds: Readonly<Record<PassageKind, readonly Hop["kind"][]>> = {
  route: ["route"],
  networkAcl: ["networkAcl"],
  firewall: ["firewall", "sameFirewall"],
  securityGroup: ["securityGroup"],
};

/** What lets a payment's packets pass on every leg, there and back, between all zones that it may be in. */
export function passageStep(kind: PassageKind, { legs }: Payment): TraceStep {
  return stepOf(
    kind,
    legs.traces.flatMap((trace) => piecesByKind(trace).get(kind) ?? []),
  );
}

/** Payments to many cells go by the same flows. */
const piecesByKind = remembered(
  (trace: FlowTrace): ReadonlyMap<PassageKind, readonly Piece[]> =>
    new Map(kinds.map((kind) => [kind, (["request", "reply"] as const).flatMap((direction) => legPieces(kind, trace, direction))])),
);

const SHOWN_AT_MOST = 3;

function legPieces(kind: PassageKind, trace: FlowTrace, direction: "request" | "reply"): readonly Piece[] {
  const hops = trace.ways.flatMap((way) => way[direction]).filter((hop) => hopKinds[kind].includes(hop.kind));
  if (hops.length === 0 || (kind === "firewall" && isUninspected(trace, hops))) return [];
  const leg = `${trace.flow.name} ${direction === "request" ? "there" : "back"}`;
  const wrong = hops.find(({ verdict }) => verdict === "notMet") ?? hops.find(({ verdict }) => verdict === "undetermined");
  if (wrong === undefined)
    return [found(`${leg}: ${kind === "firewall" && direction === "reply" ? "the same endpoint, zone by zone" : addressesOf(hops)}`)];
  const text = `${leg}: ${wrong.address} ${wrong.why}`;
  return [wrong.verdict === "notMet" ? missing(text) : unreadable(text)];
}

/** Both ways alike without a firewall, as between ends that trust each other. */
function isUninspected({ ways }: FlowTrace, hops: readonly Hop[]): boolean {
  return hops.every(({ verdict }) => verdict === "met") && !ways.some(({ request }) => request.some((hop) => hop.kind === "firewall"));
}

function addressesOf(hops: readonly Hop[]): string {
  const addresses = [...new Set(hops.map(({ address }) => address))];
  const more = addresses.length > SHOWN_AT_MOST ? ` and ${addresses.length - SHOWN_AT_MOST} more` : "";
  return `${addresses.slice(0, SHOWN_AT_MOST).join(", ")}${more}`;
}
