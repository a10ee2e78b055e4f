import type { Deployment, SiteName } from "../../config/deployment";
import type { AlarmDesign } from "../foundation/alarms";
import { backupVault, bucketArn, prefixOf, reconciliationBucket, roleArn, siteNameOf } from "../foundation/naming";
import { policyDocument, type Statement } from "../foundation/policy-document";
import { siteLayout } from "../foundation/site-regions";
import { cellsOf } from "../layout/capacity";
import { type KeyDesign, keyDesign } from "../protection/keys";
import { ledgerSelection, ledgerService } from "./ledger-selection";
import { type RestoreTests, restoreTests } from "./restore-tests";
import type { ScheduledBackups } from "./scheduled-backups";

/** A site's backups: where they are kept, that nobody can delete them early, and that they are restored to see. */
export interface BackupDesign {
  readonly vault: string;
  readonly key: KeyDesign;
  readonly lock: { readonly minRetentionDays: number; readonly maxRetentionDays: number; readonly changeableForDays: number };
  /** The daily backups, half a day from those that the twin gets copies of. */
  readonly daily: ScheduledBackups;
  readonly restoreTests: RestoreTests;
  /** A plan that is off, or selects nothing, ends no job badly: it ends none. */
  readonly silence: readonly SilenceAlarm[];
  readonly failureRule: { readonly name: string; readonly pattern: string };
}

/** An alarm on too few backups that were completed into the vault in a day. */
export type SilenceAlarm = AlarmDesign<"backupVault" | "ledgerVault">;

/** Backups are kept five weeks: a corruption that a month-end closing brings to light can still be undone. */
export const BACKUP_RETENTION_DAYS = 35;

/** aws-backup/latest/devguide/security-iam-awsmanpol, read 2026-11-23: the S3 pair has no service-role path. */
const managedPolicies = [
  "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup",
  "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore",
  "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
  "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
];

export function backupDesign(deployment: Deployment, site: SiteName): BackupDesign {
  const reconciliation = bucketArn(reconciliationBucket(deployment, site));
  return {
    vault: backupVault(deployment, site),
    key: vaultKey(deployment, site),
    // Compliance mode: after three days of grace nobody can shorten or lift the lock, AWS included.
    lock: { minRetentionDays: BACKUP_RETENTION_DAYS, maxRetentionDays: 3653, changeableForDays: 3 },
    daily: dailyBackups(deployment, site, reconciliation),
    restoreTests: restoreTests(deployment, site, reconciliation),
    silence: silenceAlarms(deployment, site),
    failureRule: { name: siteNameOf(deployment, site, "backup-failures"), pattern: failurePattern },
  };
}

/** The ledgers too, where they are the site's own. */
function dailyBackups(deployment: Deployment, site: SiteName, files: string): ScheduledBackups {
  const { region } = deployment.sites[site];
  return {
    plan: siteNameOf(deployment, site, "daily"),
    vault: backupVault(deployment, site),
    rule: {
      name: "daily",
      schedule: "cron(0 1 * * ? *)",
      startWindowMinutes: 60,
      completionWindowMinutes: 480,
      deleteAfterDays: BACKUP_RETENTION_DAYS,
    },
    copy: "none",
    role: {
      name: siteNameOf(deployment, site, "backup"),
      trust: backupTrust(),
      managedPolicies,
      keyPolicies: [{ keys: "keys", policy: keyPermissions(deployment, region) }],
    },
    selections: [
      { id: "selection", name: "reconciliation-files", resources: [files], tags: {} },
      ...(siteLayout(deployment) === "oneRegion" ? [] : [ledgerSelection(deployment, region, {})]),
    ],
  };
}

function vaultKey(deployment: Deployment, site: SiteName): KeyDesign {
  const { region } = deployment.sites[site];
  return keyDesign(deployment, {
    alias: `alias/${siteNameOf(deployment, site, "backups")}`,
    description: "Backups of the ledger and the reconciliation files",
    uses: [
      { by: "vaultCreation", region, creator: roleArn(deployment, deployment.access.deployerRole) },
      // S3: restore tests encrypt what they restore with this key. DSQL: a backup is encrypted anew, from the
      // cluster's key to this one, in the backup role's name. Aurora: only what is copied here is; a backup at its
      // own site stays under its cluster's key (aws-backup/latest/devguide/encryption, read 2026-11-27).
      {
        by: "services",
        may: "readAndWrite",
        region,
        services: ["backup", ledgerService(deployment), "s3"],
        principals: backupRoles(deployment),
      },
    ],
    tags: {},
  });
}

/** Every role that backs up or copies into a vault of the deployment, this site's and those that see both. */
export function backupRoles(deployment: Deployment): readonly string[] {
  return [roleArn(deployment, `${prefixOf(deployment)}-*backup*`)];
}

/**
 * Alarms on too few backups of all, and of Aurora's clusters alone, which AWS Backup leaves out without a word where the
 * account has not opted in to them. By type as well as vault: aws-backup/latest/devguide/cloudwatch,
 * read 2026-11-27; how it calls DSQL's there, no page says.
 */
function silenceAlarms(deployment: Deployment, site: SiteName): readonly SilenceAlarm[] {
  const ledgers = cellsOf(deployment).length;
  const ofADay = { name: "NumberOfBackupJobsCompleted", statistic: "Sum", periodSeconds: 86_400 } as const;
  const fewer = {
    comparison: "LessThanThreshold",
    evaluationPeriods: 1,
    missingData: "breaching",
    tells: "troubleAndItsEnd",
    runbook: "backups-silent",
  } as const;
  const all: SilenceAlarm = {
    id: "silence",
    name: siteNameOf(deployment, site, "backups-silent"),
    description: "No backup was completed into the vault for a day",
    metric: { of: "backupVault", ...ofADay },
    threshold: 1,
    ...fewer,
  };
  const ofLedgers: SilenceAlarm = {
    id: "ledger-silence",
    name: siteNameOf(deployment, site, "ledger-backups-silent"),
    description: `Fewer than ${ledgers} backups of ledgers were completed into the vault in a day: one of them has none`,
    metric: { of: "ledgerVault", ...ofADay },
    threshold: ledgers,
    ...fewer,
  };
  return deployment.ledger.engine === "auroraGlobal" ? [all, ofLedgers] : [all];
}

/** The role trusts the service alone: only principals of this account can hand it over, and AWS documents no condition for it. */
export const backupTrust = (): string =>
  policyDocument([
    {
      Sid: "Backup",
      Effect: "Allow",
      Principal: { Service: "backup.amazonaws.com" },
      Action: "sts:AssumeRole",
    },
  ]);

/**
 * The vault's key and the files' key, which key policies lend but do not give. A role without the
 * files' key would skip every file and still report success.
 */
export function keyPermissions(deployment: Deployment, region: string): string {
  const through = (services: readonly string[]) => services.map((service) => `${service}.${region}.amazonaws.com`);
  const statement: Statement = {
    Sid: "UseKeysThroughServices",
    Effect: "Allow",
    Action: ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
    Resource: `arn:aws:kms:${region}:${deployment.accounts.payments}:key/*`,
    Condition: { StringEquals: { "kms:ViaService": through(["backup", ledgerService(deployment), "s3"]) } },
  };
  return policyDocument([statement]);
}

const badEnds = ["ABORTED", "EXPIRED", "FAILED"];

const failurePattern = JSON.stringify({
  source: ["aws.backup"],
  "detail-type": ["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"],
  // Backup and copy jobs tell their state, restore jobs their status.
  detail: { $or: [{ state: badEnds }, { status: badEnds }] },
});
