import type { Deployment, SiteName } from "../../config/deployment";
import { siteNameOf } from "../foundation/naming";
import { zoneName } from "../layout/service-names";

/**
 * The names that may be looked up from a site. No network ACL and no security group stands before
 * the network's own resolver, and it asks the whole internet: without a filter, a name is a way out
 * that no flow declares (PCI DSS 1.3.2, 11.5.1.1).
 */
export interface NameFilterDesign {
  readonly name: string;
  readonly allowed: readonly string[];
  readonly blocked: readonly string[];
}

export function nameFilterDesign(deployment: Deployment, site: SiteName): NameFilterDesign {
  const { region } = deployment.sites[site];
  const partners = Object.values(deployment.parties).flatMap(({ names }) => names ?? []);
  return {
    name: siteNameOf(deployment, site, "names"),
    // AWS puts the last point where it is missing, and Terraform would then want to take it away at
    // every plan.
    allowed: [
      `*.${region}.amazonaws.com.`,
      `*.${ledgerNames(deployment, region)}.`,
      `*.${zoneName(deployment, "private")}.`,
      ...partners.map((partner) => `${partner}.`),
    ],
    blocked: ["*."],
  };
}

/**
 * A cluster of Aurora DSQL is `<id>.dsql-<service>.<region>.on.aws` inside a network, where AWS tells
 * the middle part only when there is a cluster (aurora-dsql/latest/userguide/privatelink-managing-clusters,
 * read 2026-11-25).
 */
function ledgerNames({ ledger }: Deployment, region: string): string {
  switch (ledger.engine) {
    case "dsql":
    case "dsqlOneRegion":
      return `${region}.on.aws`;
    // Endpoints of a cluster and its instances (AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints, read 2026-11-25).
    case "auroraGlobal":
      return `${region}.rds.amazonaws.com`;
  }
}
