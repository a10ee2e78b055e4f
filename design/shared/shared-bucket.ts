import type { Deployment, SiteName } from "../../config/deployment";
import { backupRoles } from "../backups/backup";
import { aliasArn, reconciliationBucket, regionalNameOf, roleArn } from "../foundation/naming";
import { scopeOf } from "../foundation/tags";
import { paymentServiceRoles } from "../layout/payment-service";
import type { BucketDesign } from "../protection/buckets";
import { type KeyDesign, keyDesign } from "../protection/keys";
import { type ReplicationDesign, replicationDesign, replicationRole } from "./replication";

/** Two buckets that hold the same files, each filled by its own site and by the other bucket. */
export type ReplicatedBucketDesign = Readonly<Record<SiteName, BucketSide>>;

export interface BucketSide {
  readonly key: KeyDesign;
  readonly bucket: BucketDesign;
  /** What carries this side's files to the twin. */
  readonly toTwin: ReplicationDesign;
}

export function reconciliationBuckets(deployment: Deployment): ReplicatedBucketDesign {
  const side = (site: SiteName): BucketSide => ({
    key: filesKey(deployment, site),
    bucket: filesBucket(deployment, site),
    toTwin: replicationDesign(deployment, site),
  });
  return { a: side("a"), b: side("b") };
}

const keyAlias = (deployment: Deployment, site: SiteName): string => `alias/${regionalNameOf(deployment, site, "reconciliation")}`;

/**
 * A key of its own in each Region: S3 takes copies of one key for unrelated keys anyway
 * (AmazonS3/latest/userguide/replication-config-for-kms-objects, read 2026-11-23). Both directions'
 * roles use it: one reads here, the other writes here and decrypts to check what it wrote.
 */
function filesKey(deployment: Deployment, site: SiteName): KeyDesign {
  const { region } = deployment.sites[site];
  const replication = [replicationRole(deployment, "a"), replicationRole(deployment, "b")].map((role) => roleArn(deployment, role));
  return keyDesign(deployment, {
    alias: keyAlias(deployment, site),
    description: "Reconciliation files",
    uses: [
      {
        by: "services",
        may: "readAndWrite",
        region,
        services: ["s3"],
        principals: [paymentServiceRoles(deployment, site), ...replication, ...backupRoles(deployment)],
      },
    ],
    tags: {},
  });
}

/** A payer has 13 months, 397 days at most, to contest a payment (PSD2, article 71), and an answer takes some more. */
const CONTESTABLE_DAYS = 400;

function filesBucket(deployment: Deployment, site: SiteName): BucketDesign {
  const { region } = deployment.sites[site];
  const name = reconciliationBucket(deployment, site);
  return {
    name,
    statements: [],
    // A file under another key would be copied neither to the twin nor to a vault, and nobody would be told.
    foreignKeys: { kind: "refused", aliasArn: aliasArn(deployment, region, keyAlias(deployment, site)) },
    deletion: "hides",
    lifecycle: {
      currentVersions: { kind: "expire", afterDays: CONTESTABLE_DAYS },
      coldStorage: { kind: "none" },
      // A quarter, to see at its closing that a file was replaced or deleted.
      supersededDays: 92,
    },
    // No lock: card data found in a file must be removable (PCI DSS 3.2.1), be it after a change of the bucket's policy.
    // Copies that nobody can delete early are in the vaults.
    retention: { kind: "none" },
    // Every read and write of it is a data event of the trail.
    accessLogs: { kind: "none" },
    tags: { "twinsite:segment": "data", "twinsite:pci-scope": scopeOf("handlesCardData", deployment.cardData) },
  };
}
