import type { Deployment, SiteName } from "../../config/deployment";
import { insideSegment, siteFlows } from "./flows";
import { planOf } from "./parties";

/** A route from one of a site's subnets to the twin, over the peering of their networks. */
export interface PeeringRoute {
  /** Permanent id: the subnet that it leads from. */
  readonly subnet: string;
  readonly destination: string;
}

/**
 * The ways to the twin over a peering: from the subnets in which a declared flow with the twin ends,
 * to the twin's addresses in that flow, and from nowhere else. A peering has no table of its own that
 * could hold anything back, so what no subnet routes to is all that keeps the rest apart, besides
 * network ACLs and security groups.
 */
export function peeringRoutes(deployment: Deployment, site: SiteName): readonly PeeringRoute[] {
  const plan = planOf(deployment, site);
  const routes = siteFlows(deployment, site)
    .filter(({ path }) => path === "networkPeering")
    .flatMap(({ from, to }) => (to.place === "twin" ? [{ own: from, twin: to }] : [{ own: to, twin: from }]))
    .flatMap(({ own, twin }) =>
      plan[insideSegment(own)].subnets.flatMap(({ id }) => twin.prefixes.map((destination) => ({ subnet: id, destination }))),
    );
  return [...new Map(routes.map((route) => [`${route.subnet} ${route.destination}`, route])).values()];
}
