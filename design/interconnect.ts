import type { Deployment } from "../config/deployment";
import { evidenceOf } from "./evidence";
import { siteFlows } from "./flows";
import { prefixOf } from "./naming";
import type { StackDesign } from "./stack";
import { backendOf } from "./state";
import { defaultTags } from "./tags";
import { type ReachableSegment, transitDesign } from "./transit";

/** What joins the two sites' transit gateways, and the way from each to the other. */
export interface InterconnectDesign extends StackDesign {
  readonly peeringName: string;
  /** Region of the side that accepts. */
  readonly acceptingRegion: string;
  /** The twin's segments as each side reaches them. */
  readonly routes: { readonly a: readonly ReachableSegment[]; readonly b: readonly ReachableSegment[] };
}

export function interconnectDesign(deployment: Deployment): InterconnectDesign {
  const { a, b } = deployment.sites;
  const tags = defaultTags(deployment, "reachesCardData");
  return {
    name: "interconnect",
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    providers: [
      { alias: "a", region: a.region, tags },
      { alias: "b", region: b.region, tags },
    ],
    backend: backendOf(deployment, "interconnect", deployment.homeRegion),
    evidence: evidenceOf(deployment, "interconnect"),
    after: ["site-a", "site-b"],
    peeringName: `${prefixOf(deployment)}-twin`,
    acceptingRegion: b.region,
    routes: {
      a: transitDesign(deployment, "a", siteFlows(deployment, "a")).twinSegments,
      b: transitDesign(deployment, "b", siteFlows(deployment, "b")).twinSegments,
    },
  };
}
