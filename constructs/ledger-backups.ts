import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { LedgerBackupsDesign } from "../design/shared-ledger-backups";

export interface LedgerBackupsProps {
  readonly backups: LedgerBackupsDesign;
  readonly provider: TerraformProvider;
}

/** Daily backups of the ledgers that both sites share, in one of their vaults. */
export class LedgerBackups extends Construct {
  constructor(scope: Construct, id: string, props: LedgerBackupsProps) {
    super(scope, id);
    const role = this.defineRole(props);
    const plan = this.definePlan(props);
    this.select(plan, role, props);
  }

  private defineRole({ backups: { role }, provider }: LedgerBackupsProps): IamRole {
    const made = new IamRole(this, "role", { provider, name: role.name, assumeRolePolicy: role.trust });
    new IamRolePolicy(this, "role-keys", { provider, name: "use-keys", role: made.name, policy: role.keyPermissions });
    new IamRolePolicyAttachment(this, "role-backup", { provider, role: made.name, policyArn: role.managedPolicy });
    return made;
  }

  private definePlan({ backups: { plan, vault, rule }, provider }: LedgerBackupsProps): BackupPlan {
    return new BackupPlan(this, "plan", {
      provider,
      name: plan,
      rule: [
        {
          ruleName: rule.name,
          targetVaultName: vault,
          schedule: rule.schedule,
          startWindow: rule.startWindowMinutes,
          completionWindow: rule.completionWindowMinutes,
          lifecycle: { deleteAfter: rule.deleteAfterDays },
        },
      ],
      tags: { Name: plan },
    });
  }

  private select(plan: BackupPlan, role: IamRole, { backups: { ledger }, provider }: LedgerBackupsProps): void {
    new BackupSelection(this, "ledger", {
      provider,
      name: ledger.name,
      planId: plan.id,
      iamRoleArn: role.arn,
      resources: [...ledger.resources],
      condition: [{ stringEquals: ledger.tags.map((tag) => ({ ...tag })) }],
    });
  }
}
