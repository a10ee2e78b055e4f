import type { Deployment } from "../../config/deployment";
import { evidenceOf } from "../foundation/evidence";
import { prefixOf } from "../foundation/naming";
import { siteLayout } from "../foundation/site-regions";
import type { StackDesign } from "../foundation/stack";
import { twinStackHead } from "../foundation/stack-heads";
import { siteFlows } from "./flows";
import { type PeeringRoute, peeringRoutes } from "./network-peering";
import { type ReachableSegment, transitDesign } from "./transit";

/** What joins the two sites, and the way from each to the other. */
export interface InterconnectDesign extends StackDesign {
  readonly joint: TransitJoint | PeeringJoint;
}

/** A peering of the two sites' transit gateways. */
export interface TransitJoint {
  readonly kind: "transitGateways";
  readonly peeringName: string;
  /** Region of the side that accepts. */
  readonly acceptingRegion: string;
  /** The twin's segments as each side reaches them. */
  readonly routes: { readonly a: readonly ReachableSegment[]; readonly b: readonly ReachableSegment[] };
}

/** A peering of the two sites' networks, since within one Region the side that accepts is not told its attachment. */
export interface PeeringJoint {
  readonly kind: "networks";
  readonly peeringName: string;
  readonly routes: { readonly a: readonly PeeringRoute[]; readonly b: readonly PeeringRoute[] };
}

export function interconnectDesign(deployment: Deployment): InterconnectDesign {
  return {
    ...twinStackHead(deployment, "interconnect", "reachesCardData"),
    evidence: evidenceOf(deployment, "interconnect", { role: "interconnect" }),
    after: ["site-a", "site-b"],
    joint: jointOf(deployment),
  };
}

function jointOf(deployment: Deployment): InterconnectDesign["joint"] {
  const peeringName = `${prefixOf(deployment)}-twin`;
  switch (siteLayout(deployment)) {
    case "twoRegions":
      return {
        kind: "transitGateways",
        peeringName,
        acceptingRegion: deployment.sites.b.region,
        routes: {
          a: transitDesign(deployment, "a", siteFlows(deployment, "a")).twinSegments,
          b: transitDesign(deployment, "b", siteFlows(deployment, "b")).twinSegments,
        },
      };
    case "oneRegion":
      return {
        kind: "networks",
        peeringName,
        routes: { a: peeringRoutes(deployment, "a"), b: peeringRoutes(deployment, "b") },
      };
  }
}
