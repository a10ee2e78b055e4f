import type { Deployment, SiteName } from "../../config/deployment";
import type { FlowEnd } from "../foundation/evidence";
import { siteNameOf } from "../foundation/naming";
import { siteLayout } from "../foundation/site-regions";
import type { Segment } from "../layout/address-plan";
import { insideSegment, type SiteFlow } from "./flows";
import { planOf, twinOf } from "./parties";

/** A site's gate to the private lines and to the twin: one routing table per level of trust. */
export interface TransitDesign {
  readonly name: string;
  readonly transitGatewayAsn: number;
  readonly directConnectGatewayAsn: number;
  readonly advertisedPrefixes: readonly string[];
  /** Whether the site takes routes from private lines: not where no flow uses one, or a stranger's router could draw traffic away. */
  readonly announcements: "learnt" | "ignored";
  /** Whether the twin hangs on the gateway: in one Region the sites' networks are peered instead. */
  readonly twin: "peered" | "elsewhere";
  /** The segments that private lines reach, and those that the twin reaches. */
  readonly fromPrivateLines: readonly ReachableSegment[];
  readonly fromTwin: readonly ReachableSegment[];
  /** The twin's segments that this site reaches; none, where no flow joins the two. */
  readonly twinSegments: readonly ReachableSegment[];
}

export interface ReachableSegment {
  readonly segment: Segment;
  readonly block: string;
}

export function transitDesign(deployment: Deployment, site: SiteName, flows: readonly SiteFlow[]): TransitDesign {
  const declared = deployment.sites[site];
  const overGateway = flows.filter(({ path }) => path === "transitGateway");
  const joined = overGateway.some(({ from, to }) => from.place === "twin" || to.place === "twin");
  const fromPrivateLines = reachable(deployment, site, facing(flows, "directConnect"));
  return {
    name: siteNameOf(deployment, site, "transit"),
    transitGatewayAsn: declared.transitGatewayAsn,
    directConnectGatewayAsn: declared.directConnectGatewayAsn,
    advertisedPrefixes: declared.advertisedPrefixes,
    announcements: fromPrivateLines.length > 0 ? "learnt" : "ignored",
    twin: siteLayout(deployment) === "oneRegion" ? "elsewhere" : "peered",
    fromPrivateLines,
    fromTwin: reachable(deployment, site, facing(overGateway, "twin")),
    twinSegments: joined ? [{ segment: "cde", block: planOf(deployment, twinOf(site)).cde.block }] : [],
  };
}

/** The inside ends of the flows whose other end is in a place. */
function facing(flows: readonly SiteFlow[], place: FlowEnd["place"]): readonly FlowEnd[] {
  return flows.flatMap(({ from, to }) => (from.place === place ? [to] : to.place === place ? [from] : []));
}

function reachable(deployment: Deployment, site: SiteName, ends: readonly FlowEnd[]): readonly ReachableSegment[] {
  const plan = planOf(deployment, site);
  return [...new Set(ends.map(insideSegment))].toSorted().map((segment) => ({ segment, block: plan[segment].block }));
}
