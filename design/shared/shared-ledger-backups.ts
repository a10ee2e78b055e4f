import type { Deployment, SiteName } from "../../config/deployment";
import { BACKUP_RETENTION_DAYS, backupTrust, keyPermissions } from "../backups/backup";
import { ledgerSelection } from "../backups/ledger-selection";
import type { ScheduledBackups } from "../backups/scheduled-backups";
import { backupVault, siteNameOf } from "../foundation/naming";

/**
 * The two schedules are half a day apart, so that the two never meet, which would let one of them
 * expire (aws-backup/latest/devguide/eventbridge, read 2026-11-23), and a backup is never older
 * than that.
 */
const schedules: Readonly<Record<SiteName, string>> = { a: "cron(0 1 * * ? *)", b: "cron(0 13 * * ? *)" };

/**
 * Backups of the ledgers of both sites, kept in one site's vault.
 *
 * Each vault has a key of its own, so what takes one vault or its key leaves the backups in the
 * other. Both are in the one Region: its loss takes both for as long as it lasts.
 */
export function ledgerBackups(deployment: Deployment, vault: SiteName): ScheduledBackups {
  const { region } = deployment.sites[vault];
  return {
    plan: siteNameOf(deployment, vault, "ledger"),
    vault: backupVault(deployment, vault),
    rule: {
      name: "twice-a-day-in-turns",
      schedule: schedules[vault],
      startWindowMinutes: 60,
      completionWindowMinutes: 480,
      deleteAfterDays: BACKUP_RETENTION_DAYS,
    },
    copy: "none",
    // Named so that the vaults' and the ledgers' keys let it in (backup.ts).
    role: {
      name: siteNameOf(deployment, vault, "ledger-backup"),
      trust: backupTrust(),
      managedPolicies: ["arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"],
      keyPolicies: [{ keys: "keys", policy: keyPermissions(deployment, region) }],
    },
    selections: [ledgerSelection(deployment, region, {})],
  };
}
