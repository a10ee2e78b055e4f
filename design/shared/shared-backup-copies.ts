import type { Deployment, SiteName } from "../../config/deployment";
import { BACKUP_RETENTION_DAYS, backupTrust, keyPermissions } from "../backups/backup";
import { copiedToTwin, ledgerSelection } from "../backups/ledger-selection";
import type { BackupRole, ScheduledBackups } from "../backups/scheduled-backups";
import { backupVault, backupVaultArn, bucketArn, reconciliationBucket, siteNameOf } from "../foundation/naming";
import { twinOf } from "../network/parties";

/** The role may back up and copy, not restore; the S3 one has no service-role path (security-iam-awsmanpol, read 2026-11-23). */
const managedPolicies = [
  "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup",
  "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
];

/** A site's backups that the twin keeps too, so that the loss of a Region takes no backup with it. */
export function backupCopies(deployment: Deployment, from: SiteName): ScheduledBackups {
  const { region } = deployment.sites[from];
  const twin = twinOf(from);
  return {
    plan: siteNameOf(deployment, from, "copies"),
    // The site's own, where a backup is before it is copied.
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
    copy: { vaultArn: backupVaultArn(deployment, twin), deleteAfterDays: BACKUP_RETENTION_DAYS },
    role: copyRole(deployment, from),
    selections: [
      { id: "files", name: "reconciliation-files", resources: [bucketArn(reconciliationBucket(deployment, from))], tags: {} },
      ledgerSelection(deployment, region, copiedToTwin),
    ],
  };
}

/** The role is named so that the vaults' and the files' keys let it in (backup.ts). A copy is encrypted with the receiving vault's key. */
function copyRole(deployment: Deployment, from: SiteName): BackupRole {
  return {
    name: siteNameOf(deployment, from, "backup-copies"),
    trust: backupTrust(),
    managedPolicies,
    keyPolicies: [
      { keys: "own-keys", policy: keyPermissions(deployment, deployment.sites[from].region) },
      { keys: "twin-keys", policy: keyPermissions(deployment, deployment.sites[twinOf(from)].region) },
    ],
  };
}
