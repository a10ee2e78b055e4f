import type { Deployment, SiteName } from "../../config/deployment";
import { siteNameOf } from "../foundation/naming";
import { zoneName } from "../layout/service-names";

/** The private names, as one site answers them. Each has a zone of its own: docs/adr/0009-a-private-zone-per-site.md. */
export interface PrivateZoneDesign {
  readonly name: string;
  readonly comment: string;
  readonly tags: { readonly Name: string };
}

export function privateZoneDesign(deployment: Deployment, site: SiteName): PrivateZoneDesign {
  return {
    name: zoneName(deployment, "private"),
    comment: `Names of ${deployment.name} on private lines, as site-${site} answers them`,
    tags: { Name: siteNameOf(deployment, site, "private-names") },
  };
}
