import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { PaymentTasksDesign, RoleDesign } from "../../design/cell/payment-tasks";
import { policyDocument } from "../../design/foundation/policy-document";
import { type LedgerAccess, ledgerPermissions } from "../../design/ledger/ledger-permissions";

export interface TaskRolesProps {
  readonly roles: PaymentTasksDesign["roles"];
  readonly ledger: LedgerAccess;
}

/** Two roles: one that the service's code has, and one that only Fargate has, to start it. */
export class TaskRoles extends Construct {
  readonly task: IamRole;
  readonly execution: IamRole;
  /** What the roles may do: without it a task starts in vain. */
  readonly permissions: readonly IamRolePolicy[];

  constructor(scope: Construct, id: string, { roles, ledger }: TaskRolesProps) {
    super(scope, id);
    this.task = this.defineRole("task", roles.task);
    this.execution = this.defineRole("execution", roles.execution);
    this.permissions = [
      new IamRolePolicy(this, "task-permissions", { name: "services", role: this.task.name, policy: roles.task.permissions }),
      // Apart, so that a plan shows every word of the other: this one names a cluster that is known after its apply.
      new IamRolePolicy(this, "ledger-permissions", {
        name: "ledger",
        role: this.task.name,
        policy: policyDocument(ledgerPermissions(ledger)),
      }),
      new IamRolePolicy(this, "execution-permissions", {
        name: "start-tasks",
        role: this.execution.name,
        policy: roles.execution.permissions,
      }),
    ];
  }

  private defineRole(id: string, { name, description, trust }: RoleDesign): IamRole {
    return new IamRole(this, id, { name, description, assumeRolePolicy: trust });
  }
}
