import type { Deployment, SiteName } from "../../config/deployment";
import { type InsideParty, insideParties } from "../../config/sections/parties";
import { checkerRanges } from "../../facts/health-checkers";
import type { FlowEnd } from "../foundation/evidence";
import type { Exposure } from "../foundation/tags";
import type { AddressPlan, Segment } from "../layout/address-plan";
import { addressPlan } from "../layout/address-plan";
import { endpointActions } from "./endpoints";

/** The segment that each party inside a site lives in. */
export const segmentOf: Readonly<Record<InsideParty, Segment>> = {
  internetFront: "edge",
  privateFront: "cde",
  twinFront: "cde",
  paymentService: "cde",
  ledger: "data",
  resolver: "endpoints",
  awsServices: "endpoints",
};

/** TLS ends in edge and cde, so both see what a payment carries; the others only carry or guard it. */
export const exposureOf: Readonly<Record<Segment, Exposure>> = {
  edge: "handlesCardData",
  cde: "handlesCardData",
  data: "handlesCardData",
  endpoints: "reachesCardData",
  transit: "reachesCardData",
  inspection: "protectsCardData",
};

export function twinOf(site: SiteName): SiteName {
  return site === "a" ? "b" : "a";
}

export function planOf(deployment: Deployment, site: SiteName): AddressPlan {
  const { addressSpace, zones } = deployment.sites[site];
  return addressPlan(addressSpace, zones);
}

/** One end of a flow as one site sees it. */
export function flowEnd(
  deployment: Deployment,
  site: SiteName,
  end: { readonly party: string; readonly services?: Deployment["flows"][number]["services"] },
): FlowEnd {
  const { party } = end;
  if (party === "internet") return { party, place: "internet", prefixes: ["0.0.0.0/0"] };
  if (party === "healthCheckers") return { party, place: "internet", prefixes: checkerRanges() };
  if (party === "twin") return { party, place: "twin", prefixes: [planOf(deployment, twinOf(site)).cde.block] };
  const inside = insideParties.find((candidate) => candidate === party);
  if (inside !== undefined) {
    const segment = segmentOf[inside];
    const here = { party, place: "inside" as const, prefixes: [planOf(deployment, site)[segment].block], segment };
    return end.services === undefined ? here : { ...here, actions: endpointActions(end.services) };
  }
  const outside = deployment.parties[party];
  if (outside === undefined) throw new Error(`party ${party} is not declared`);
  const { reachedOver: place, prefixes } = outside;
  return { party, place, prefixes, ...(outside.names === undefined ? {} : { names: outside.names }) };
}
