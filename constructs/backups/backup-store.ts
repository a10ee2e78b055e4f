import { BackupRestoreTestingPlan } from "@cdktf/provider-aws/lib/backup-restore-testing-plan";
import { BackupRestoreTestingSelection } from "@cdktf/provider-aws/lib/backup-restore-testing-selection";
import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault";
import { BackupVaultLockConfiguration } from "@cdktf/provider-aws/lib/backup-vault-lock-configuration";
import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Construct } from "constructs";
import type { BackupDesign } from "../../design/backups/backup";
import type { Tags } from "../../design/foundation/tags";
import { Alarm } from "../foundation/alarm";
import { EncryptionKey } from "../protection/encryption-key";
import { ScheduledBackups } from "./scheduled-backups";

export interface BackupStoreProps {
  readonly backup: BackupDesign;
  readonly tags: Tags;
  readonly onCallTopicArn: string;
}

/** The plan of a site's restore tests, which later parts have theirs in. */
export interface RestoreTesting {
  readonly plan: string;
  readonly roleArn: string;
  readonly validationWindowHours: number;
}

/** A site's backups: a vault that nobody can empty early, a daily plan, and a weekly restore to see that they work. */
export class BackupStore extends Construct {
  readonly restoreTesting: RestoreTesting;

  constructor(scope: Construct, id: string, { backup, tags, onCallTopicArn }: BackupStoreProps) {
    super(scope, id);
    const vault = this.defineVault(backup, tags);
    // cdktf leaves this id out of addresses.
    const { roleArn } = new ScheduledBackups(this, "Default", { backups: { ...backup.daily, vault: vault.name } });
    this.restoreTesting = {
      plan: this.testRestores(backup, vault, roleArn),
      roleArn,
      validationWindowHours: backup.restoreTests.validationWindowHours,
    };
    this.tellFailures(backup, onCallTopicArn);
    const of = { BackupVaultName: backup.vault };
    for (const alarm of backup.silence) new Alarm(this, alarm.id, { alarm, of, topicArn: onCallTopicArn, addressed: "byIdAlone" });
  }

  private defineVault(backup: BackupDesign, tags: Tags): BackupVault {
    const key = new EncryptionKey(this, "key", { key: backup.key });
    const vault = new BackupVault(this, "vault", {
      name: backup.vault,
      kmsKeyArn: key.arn,
      tags: { ...tags, Name: backup.vault },
      lifecycle: { preventDestroy: true },
    });
    new BackupVaultLockConfiguration(this, "lock", {
      backupVaultName: vault.name,
      ...backup.lock,
      lifecycle: { preventDestroy: true },
    });
    return vault;
  }

  private testRestores({ restoreTests }: BackupDesign, vault: BackupVault, roleArn: string): string {
    const plan = new BackupRestoreTestingPlan(this, "restore-testing", {
      name: restoreTests.plan,
      scheduleExpression: restoreTests.schedule,
      startWindowHours: restoreTests.startWindowHours,
      recoveryPointSelection: [
        {
          algorithm: "RANDOM_WITHIN_WINDOW",
          includeVaults: [vault.arn],
          recoveryPointTypes: ["SNAPSHOT"],
          selectionWindowDays: restoreTests.selectionWindowDays,
        },
      ],
    });
    new BackupRestoreTestingSelection(this, "restore-testing-selection", {
      name: restoreTests.files.selection,
      restoreTestingPlanName: plan.name,
      protectedResourceType: "S3",
      protectedResourceArns: [...restoreTests.files.resources],
      iamRoleArn: roleArn,
      validationWindowHours: restoreTests.validationWindowHours,
      // Else the test's bucket, with card files in it for days, would be under S3's own key
      // (aws-backup/latest/devguide/restore-testing-inferred-metadata, read 2026-11-23).
      restoreMetadataOverrides: { encryptionType: "SSE-KMS", kmsKey: vault.kmsKeyArn },
    });
    return plan.name;
  }

  private tellFailures({ failureRule }: BackupDesign, onCallTopicArn: string): void {
    const rule = new CloudwatchEventRule(this, "failures", {
      name: failureRule.name,
      description: "A backup, copy or restore test did not complete",
      eventPattern: failureRule.pattern,
    });
    new CloudwatchEventTarget(this, "failures-to-on-call", { rule: rule.name, arn: onCallTopicArn });
  }
}
