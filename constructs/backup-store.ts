import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan";
import { BackupRestoreTestingPlan } from "@cdktf/provider-aws/lib/backup-restore-testing-plan";
import { BackupRestoreTestingSelection } from "@cdktf/provider-aws/lib/backup-restore-testing-selection";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection";
import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault";
import { BackupVaultLockConfiguration } from "@cdktf/provider-aws/lib/backup-vault-lock-configuration";
import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import type { BackupDesign } from "../design/backup";
import type { Tags } from "../design/tags";
import { EncryptionKey } from "./encryption-key";

export interface BackupStoreProps {
  readonly backup: BackupDesign;
  readonly tags: Tags;
  readonly onCallTopicArn: string;
}

/** A site's backups: a vault that nobody can empty early, a daily plan, and a weekly restore to see that they work. */
export class BackupStore extends Construct {
  constructor(scope: Construct, id: string, { backup, tags, onCallTopicArn }: BackupStoreProps) {
    super(scope, id);
    const vault = this.defineVault(backup, tags);
    const role = this.defineRole(backup);
    this.definePlan(backup, vault, role);
    this.testRestores(backup, vault, role);
    this.tellFailures(backup, onCallTopicArn);
    this.tellSilence(backup, onCallTopicArn);
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

  private defineRole({ role }: BackupDesign): IamRole {
    const made = new IamRole(this, "role", { name: role.name, assumeRolePolicy: role.trust });
    new IamRolePolicy(this, "role-keys", { name: "use-keys", role: made.name, policy: role.keyPermissions });
    for (const policyArn of role.managedPolicies) {
      new IamRolePolicyAttachment(this, `role-${policyArn.split("/").at(-1)}`, { role: made.name, policyArn });
    }
    return made;
  }

  private definePlan(backup: BackupDesign, vault: BackupVault, role: IamRole): void {
    const { rule, selection, ledger } = backup;
    const plan = new BackupPlan(this, "plan", {
      name: backup.plan,
      rule: [
        {
          ruleName: rule.name,
          targetVaultName: vault.name,
          schedule: rule.schedule,
          startWindow: rule.startWindowMinutes,
          completionWindow: rule.completionWindowMinutes,
          lifecycle: { deleteAfter: rule.deleteAfterDays },
        },
      ],
      tags: { Name: backup.plan },
    });
    new BackupSelection(this, "selection", {
      name: selection.name,
      planId: plan.id,
      iamRoleArn: role.arn,
      resources: [...selection.resources],
    });
    if (ledger === "none") return;
    new BackupSelection(this, "ledger", {
      name: ledger.name,
      planId: plan.id,
      iamRoleArn: role.arn,
      resources: [...ledger.resources],
      condition: [{ stringEquals: ledger.tags.map((tag) => ({ ...tag })) }],
    });
  }

  private testRestores({ restoreTesting }: BackupDesign, vault: BackupVault, role: IamRole): void {
    const plan = new BackupRestoreTestingPlan(this, "restore-testing", {
      name: restoreTesting.plan,
      scheduleExpression: restoreTesting.schedule,
      startWindowHours: restoreTesting.startWindowHours,
      recoveryPointSelection: [
        {
          algorithm: "RANDOM_WITHIN_WINDOW",
          includeVaults: [vault.arn],
          recoveryPointTypes: ["SNAPSHOT"],
          selectionWindowDays: restoreTesting.selectionWindowDays,
        },
      ],
    });
    new BackupRestoreTestingSelection(this, "restore-testing-selection", {
      name: restoreTesting.selection,
      restoreTestingPlanName: plan.name,
      protectedResourceType: restoreTesting.resourceType,
      protectedResourceArns: [...restoreTesting.resources],
      iamRoleArn: role.arn,
      validationWindowHours: restoreTesting.validationWindowHours,
      // Else the test's bucket, with card files in it for days, would be under S3's own key
      // (aws-backup/latest/devguide/restore-testing-inferred-metadata, read 2026-11-23).
      restoreMetadataOverrides: { encryptionType: "SSE-KMS", kmsKey: vault.kmsKeyArn },
    });
  }

  /** A plan that is off, or selects nothing, ends no job badly: it ends none. */
  private tellSilence({ vault, silenceAlarm }: BackupDesign, onCallTopicArn: string): void {
    new CloudwatchMetricAlarm(this, "silence", {
      alarmName: silenceAlarm,
      alarmDescription: "No backup was completed into the vault for a day",
      namespace: "AWS/Backup",
      metricName: "NumberOfBackupJobsCompleted",
      dimensions: { BackupVaultName: vault },
      statistic: "Sum",
      period: 86_400,
      evaluationPeriods: 1,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "breaching",
      alarmActions: [onCallTopicArn],
      okActions: [onCallTopicArn],
    });
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
