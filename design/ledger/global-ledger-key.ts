import type { Deployment, SiteName } from "../../config/deployment";
import { backupRoles } from "../backups/backup";
import { roleArn } from "../foundation/naming";
import type { Tags } from "../foundation/tags";
import { type KeyDesign, keyDesign } from "../protection/keys";

export interface MemberKeyRequest {
  /** Name of the member. */
  readonly thing: string;
  readonly logGroup: string;
  readonly tags: Tags;
}

/**
 * The key is of one member alone: what is copied from the primary is encrypted anew at its site.
 * Aurora works through grants that it takes in the name of whoever makes or restores a cluster
 * (AmazonRDS/latest/AuroraUserGuide/Overview.Encryption, read 2026-11-25).
 */
export function globalMemberKey(deployment: Deployment, site: SiteName, { thing, logGroup, tags }: MemberKeyRequest): KeyDesign {
  const { region } = deployment.sites[site];
  return keyDesign(deployment, {
    alias: `alias/${thing}`,
    description: "The ledger: every payment of a cell as this site keeps it, and the log of its database",
    uses: [
      {
        by: "services",
        may: "readAndWrite",
        region,
        services: ["rds"],
        principals: [roleArn(deployment, deployment.access.deployerRole), ...backupRoles(deployment)],
      },
      { by: "cloudWatchLogs", region, logGroups: [logGroup] },
    ],
    tags: { ...tags, Name: `${thing}-key` },
  });
}
