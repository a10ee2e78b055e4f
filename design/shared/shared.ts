import type { Deployment, SiteName } from "../../config/deployment";
import type { ScheduledBackups } from "../backups/scheduled-backups";
import { type Evidence, evidenceOf } from "../foundation/evidence";
import { guardrailsRegionName } from "../foundation/naming";
import { siteLayout, siteRegions } from "../foundation/site-regions";
import type { StackDesign } from "../foundation/stack";
import { twinStackHead } from "../foundation/stack-heads";
import { bootstrapOf } from "../guardrails/bootstrap";
import type { ReminderDesign } from "../guardrails/reminder";
import { backupCopies } from "./shared-backup-copies";
import { type ReplicatedBucketDesign, reconciliationBuckets } from "./shared-bucket";
import { type ReplicatedKeyDesign, replicatedKeys } from "./shared-keys";
import { ledgerBackups } from "./shared-ledger-backups";
import { clearingCredentials, type ReplicatedSecretDesign } from "./shared-secret";
import { signInDue } from "./sign-in-due";

/** What AWS itself spans over both sites. No payment waits for any of it to be copied. */
export interface SharedDesign extends StackDesign {
  readonly keys: readonly ReplicatedKeyDesign[];
  readonly clearingCredentials: ReplicatedSecretDesign;
  readonly signInDue: ReminderDesign;
  readonly reconciliation: ReplicatedBucketDesign;
  readonly backups: SharedBackups;
}

/** Each site's backups in the twin's Region too; or the backups of the one ledger, in both sites' vaults. */
export type SharedBackups =
  | ({ readonly kind: "copies" } & Readonly<Record<SiteName, ScheduledBackups>>)
  | ({ readonly kind: "ledger" } & Readonly<Record<SiteName, ScheduledBackups>>);

export function sharedDesign(deployment: Deployment): SharedDesign {
  return {
    ...twinStackHead(deployment, "shared", "protectsCardData"),
    evidence: evidenceOf(deployment, "shared", { role: "shared", expectedCutSets: commonCauses(deployment) }),
    // The sites hold the vaults, the guardrails the topics that alarms go to.
    after: [...bootstrapOf(deployment, deployment.homeRegion), "site-a", "site-b", ...siteRegions(deployment).map(guardrailsRegionName)],
    keys: replicatedKeys(deployment),
    clearingCredentials: clearingCredentials(deployment),
    signInDue: signInDue(deployment),
    reconciliation: reconciliationBuckets(deployment),
    backups: backupsOf(deployment),
  };
}

function backupsOf(deployment: Deployment): SharedBackups {
  switch (siteLayout(deployment)) {
    case "twoRegions":
      return { kind: "copies", a: backupCopies(deployment, "a"), b: backupCopies(deployment, "b") };
    case "oneRegion":
      return { kind: "ledger", a: ledgerBackups(deployment, "a"), b: ledgerBackups(deployment, "b") };
  }
}

/** Common causes of twins in one Region, which has one of what two Regions have a copy each of: what takes it, takes it from both sites. */
function commonCauses(deployment: Deployment): Evidence["expectedCutSets"] {
  if (siteLayout(deployment) === "twoRegions") return [];
  const keys = replicatedKeys(deployment).map(({ id }) => ({
    members: [id],
    meaning: `One key serves both sites: with ${id} disabled or deleted, neither can read what it wrote`,
  }));
  return [
    ...keys,
    { members: ["clearing-credentials"], meaning: "One secret serves both sites: without it, neither can sign in to clearing" },
  ];
}
