import type { Deployment, SiteName } from "../config/deployment";
import { bootstrapOf } from "./bootstrap";
import { evidenceOf } from "./evidence";
import { guardrailsRegionName } from "./guardrails-region";
import { type BackupCopiesDesign, backupCopies } from "./shared-backup-copies";
import { type ReplicatedBucketDesign, reconciliationBuckets } from "./shared-bucket";
import { type ReplicatedKeyDesign, replicatedKeys } from "./shared-keys";
import { clearingCredentials, type ReplicatedSecretDesign } from "./shared-secret";
import type { StackDesign } from "./stack";
import { backendOf } from "./state";
import { defaultTags } from "./tags";

/** What AWS itself spans over both sites. No payment waits for any of it to be copied. */
export interface SharedDesign extends StackDesign {
  readonly keys: readonly ReplicatedKeyDesign[];
  readonly clearingCredentials: ReplicatedSecretDesign;
  readonly reconciliation: ReplicatedBucketDesign;
  readonly backupCopies: Readonly<Record<SiteName, BackupCopiesDesign>>;
}

export function sharedDesign(deployment: Deployment): SharedDesign {
  const { a, b } = deployment.sites;
  const tags = defaultTags(deployment, "protectsCardData");
  return {
    name: "shared",
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    providers: [
      { alias: "a", region: a.region, tags },
      { alias: "b", region: b.region, tags },
    ],
    backend: backendOf(deployment, "shared", deployment.homeRegion),
    evidence: evidenceOf(deployment, "shared"),
    // The sites hold the vaults, the guardrails the topics that alarms go to.
    after: [
      ...bootstrapOf(deployment, deployment.homeRegion),
      "site-a",
      "site-b",
      ...[a, b].map(({ region }) => guardrailsRegionName(region)),
    ],
    keys: replicatedKeys(deployment),
    clearingCredentials: clearingCredentials(deployment),
    reconciliation: reconciliationBuckets(deployment),
    backupCopies: { a: backupCopies(deployment, "a"), b: backupCopies(deployment, "b") },
  };
}
