import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { BackupRole, ScheduledBackups as ScheduledBackupsDesign } from "../../design/backups/scheduled-backups";

export interface ScheduledBackupsProps {
  readonly backups: ScheduledBackupsDesign;
  /** Provider of the Region that is backed up. @default - the stack's only one */
  readonly provider?: TerraformProvider;
}

/** A plan, what it backs up, and the role that it works in. */
export class ScheduledBackups extends Construct {
  readonly roleArn: string;
  /** What every resource here is given. */
  private readonly place: { readonly provider?: TerraformProvider };

  constructor(scope: Construct, id: string, { backups, provider }: ScheduledBackupsProps) {
    super(scope, id);
    this.place = provider === undefined ? {} : { provider };
    this.roleArn = this.defineRole(backups.role).arn;
    this.select(this.definePlan(backups), backups);
  }

  private defineRole({ name, trust, managedPolicies, keyPolicies }: BackupRole): IamRole {
    const role = new IamRole(this, "role", { ...this.place, name, assumeRolePolicy: trust });
    for (const { keys, policy } of keyPolicies) {
      new IamRolePolicy(this, `role-${keys}`, { ...this.place, name: `use-${keys}`, role: role.name, policy });
    }
    for (const policyArn of managedPolicies) {
      new IamRolePolicyAttachment(this, `role-${policyArn.split("/").at(-1)}`, { ...this.place, role: role.name, policyArn });
    }
    return role;
  }

  private definePlan({ plan, vault, rule, copy }: ScheduledBackupsDesign): BackupPlan {
    const copyAction = copy === "none" ? [] : [{ destinationVaultArn: copy.vaultArn, lifecycle: { deleteAfter: copy.deleteAfterDays } }];
    return new BackupPlan(this, "plan", {
      ...this.place,
      name: plan,
      rule: [
        {
          ruleName: rule.name,
          targetVaultName: vault,
          schedule: rule.schedule,
          startWindow: rule.startWindowMinutes,
          completionWindow: rule.completionWindowMinutes,
          lifecycle: { deleteAfter: rule.deleteAfterDays },
          ...(copyAction.length === 0 ? {} : { copyAction }),
        },
      ],
      tags: { Name: plan },
    });
  }

  private select(plan: BackupPlan, { selections }: ScheduledBackupsDesign): void {
    for (const { id, name, resources, tags } of selections) {
      const stringEquals = Object.entries(tags).map(([key, value]) => ({ key: `aws:ResourceTag/${key}`, value }));
      new BackupSelection(this, id, {
        ...this.place,
        name,
        planId: plan.id,
        iamRoleArn: this.roleArn,
        resources: [...resources],
        ...(stringEquals.length === 0 ? {} : { condition: [{ stringEquals }] }),
      });
    }
  }
}
