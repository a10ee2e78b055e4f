import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { BackupCopiesDesign, BackupCopyRole } from "../design/shared-backup-copies";

export interface BackupCopiesProps {
  readonly copies: BackupCopiesDesign;
  /** Of the Region that is backed up. */
  readonly provider: TerraformProvider;
}

/** Backups of one site, kept in its own vault and in the twin's. */
export class BackupCopies extends Construct {
  constructor(scope: Construct, id: string, props: BackupCopiesProps) {
    super(scope, id);
    const role = this.defineRole(props.copies.role, props.provider);
    const plan = this.definePlan(props);
    this.selectFiles(plan, role, props);
    this.selectLedger(plan, role, props);
  }

  private defineRole(role: BackupCopyRole, provider: TerraformProvider): IamRole {
    const made = new IamRole(this, "role", { provider, name: role.name, assumeRolePolicy: role.trust });
    const { own, twin } = role.keyPermissions;
    new IamRolePolicy(this, "role-own-keys", { provider, name: "use-own-keys", role: made.name, policy: own });
    new IamRolePolicy(this, "role-twin-keys", { provider, name: "use-twin-keys", role: made.name, policy: twin });
    for (const policyArn of role.managedPolicies) {
      new IamRolePolicyAttachment(this, `role-${policyArn.split("/").at(-1)}`, { provider, role: made.name, policyArn });
    }
    return made;
  }

  private definePlan({ copies: { plan, vault, rule, copy }, provider }: BackupCopiesProps): BackupPlan {
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
          copyAction: [{ destinationVaultArn: copy.vaultArn, lifecycle: { deleteAfter: copy.deleteAfterDays } }],
        },
      ],
      tags: { Name: plan },
    });
  }

  private selectFiles(plan: BackupPlan, role: IamRole, { copies: { files }, provider }: BackupCopiesProps): void {
    new BackupSelection(this, "files", {
      provider,
      name: files.name,
      planId: plan.id,
      iamRoleArn: role.arn,
      resources: [...files.resources],
    });
  }

  private selectLedger(plan: BackupPlan, role: IamRole, { copies: { ledger }, provider }: BackupCopiesProps): void {
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
