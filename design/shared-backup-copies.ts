import type { Deployment, SiteName } from "../config/deployment";
import { BACKUP_RETENTION_DAYS, type BackupRule, backupTrust, keyPermissions } from "./backup";
import { copiedToTwin, type LedgerSelection, ledgerSelection } from "./ledger-selection";
import { backupVault, backupVaultArn, bucketArn, reconciliationBucket, siteNameOf } from "./naming";
import { twinOf } from "./parties";

/** A site's backups that the twin keeps too, so that the loss of a Region takes no backup with it. */
export interface BackupCopiesDesign {
  readonly plan: string;
  /** The site's own vault, where a backup is before it is copied. */
  readonly vault: string;
  readonly rule: BackupRule;
  readonly copy: { readonly vaultArn: string; readonly deleteAfterDays: number };
  readonly role: BackupCopyRole;
  readonly files: { readonly name: string; readonly resources: readonly string[] };
  readonly ledger: LedgerSelection;
}

export interface BackupCopyRole {
  readonly name: string;
  readonly trust: string;
  readonly managedPolicies: readonly string[];
  readonly keyPermissions: { readonly own: string; readonly twin: string };
}

/** Backing up and copying, not restoring; the S3 one has no service-role path (security-iam-awsmanpol, read 2026-11-23). */
const managedPolicies = [
  "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup",
  "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
];

export function backupCopies(deployment: Deployment, from: SiteName): BackupCopiesDesign {
  const { region } = deployment.sites[from];
  const twin = twinOf(from);
  return {
    plan: siteNameOf(deployment, from, "copies"),
    vault: backupVault(deployment, from),
    rule: {
      name: "copied-to-twin",
      // Half a day from the site's own backups: the two cannot meet, which would let one of them expire
      // (aws-backup/latest/devguide/eventbridge, read 2026-11-23), and a backup is never older than that.
      schedule: "cron(0 13 * * ? *)",
      startWindowMinutes: 60,
      completionWindowMinutes: 480,
      deleteAfterDays: BACKUP_RETENTION_DAYS,
    },
    // A vault refuses what does not stay as long as its lock demands.
    copy: { vaultArn: backupVaultArn(deployment, twin), deleteAfterDays: BACKUP_RETENTION_DAYS },
    role: copyRole(deployment, from),
    files: { name: "reconciliation-files", resources: [bucketArn(reconciliationBucket(deployment, from))] },
    ledger: ledgerSelection(deployment, region, copiedToTwin),
  };
}

/** Named so that the vaults' and the files' keys let it in (backup.ts). A copy is encrypted with the receiving vault's key. */
function copyRole(deployment: Deployment, from: SiteName): BackupCopyRole {
  return {
    name: siteNameOf(deployment, from, "backup-copies"),
    trust: backupTrust(),
    managedPolicies,
    keyPermissions: {
      own: keyPermissions(deployment, deployment.sites[from].region),
      twin: keyPermissions(deployment, deployment.sites[twinOf(from)].region),
    },
  };
}
