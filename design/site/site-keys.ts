import type { Deployment, SiteName } from "../../config/deployment";
import { siteNameOf } from "../foundation/naming";
import { type KeyDesign, keyDesign } from "../protection/keys";
import { logsKeyAlias, siteLogGroups } from "./site-logs";

/** Key of a site's traffic logs. */
export function logsKey(deployment: Deployment, site: SiteName): KeyDesign {
  const { region } = deployment.sites[site];
  return keyDesign(deployment, {
    alias: logsKeyAlias(deployment, site),
    description: "Traffic logs: network flows, firewall records, DNS queries, refused requests",
    uses: [{ by: "cloudWatchLogs", region, logGroups: siteLogGroups(deployment, site) }],
    tags: {},
  });
}

/**
 * Key of a site's image registry. It has no users: the registry works through the grant that the
 * deployer gives it when the repository is made, for whoever pushes and pulls
 * (AmazonECR/latest/userguide/encryption-at-rest, read 2026-11-23).
 */
export function imagesKey(deployment: Deployment, site: SiteName): KeyDesign {
  return keyDesign(deployment, {
    alias: `alias/${siteNameOf(deployment, site, "images")}`,
    description: "Container images",
    uses: [],
    tags: {},
  });
}
