import type { Deployment, SiteName } from "../config/deployment";
import { BACKUP_RETENTION_DAYS, type BackupRule, backupTrust, keyPermissions } from "./backup";
import { type LedgerSelection, ledgerSelection } from "./ledger-selection";
import { backupVault, siteNameOf } from "./naming";

/** Backups of the ledgers of both sites, kept in one site's vault. */
export interface LedgerBackupsDesign {
  readonly plan: string;
  readonly vault: string;
  readonly rule: BackupRule;
  readonly role: { readonly name: string; readonly trust: string; readonly managedPolicy: string; readonly keyPermissions: string };
  readonly ledger: LedgerSelection;
}

/**
 * Half a day apart, so that the two never meet, which would let one of them expire
 * (aws-backup/latest/devguide/eventbridge, read 2026-11-23), and a backup is never older than that.
 */
const schedules: Readonly<Record<SiteName, string>> = { a: "cron(0 1 * * ? *)", b: "cron(0 13 * * ? *)" };

/**
 * Each vault has a key of its own, so what takes one vault or its key leaves the backups in the
 * other. Both are in the one Region: its loss takes both for as long as it lasts.
 */
export function ledgerBackups(deployment: Deployment, vault: SiteName): LedgerBackupsDesign {
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
    // Named so that the vaults' and the ledgers' keys let it in (backup.ts).
    role: {
      name: siteNameOf(deployment, vault, "ledger-backup"),
      trust: backupTrust(),
      managedPolicy: "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
      keyPermissions: keyPermissions(deployment, region),
    },
    ledger: ledgerSelection(deployment, region, {}),
  };
}
