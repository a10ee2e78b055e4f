import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import type { BreakGlassDesign } from "../../design/protection/break-glass";

export interface BreakGlassRoleProps {
  readonly breakGlass: BreakGlassDesign;
}

/** The emergency role, bound so that it cannot blind those who watch it. */
export class BreakGlassRole extends Construct {
  constructor(scope: Construct, id: string, { breakGlass }: BreakGlassRoleProps) {
    super(scope, id);
    const boundary = new IamPolicy(this, "boundary", { ...breakGlass.boundary });
    const role = new IamRole(this, "role", {
      name: breakGlass.role,
      description: breakGlass.description,
      assumeRolePolicy: breakGlass.trust,
      maxSessionDuration: breakGlass.maxSessionSeconds,
      permissionsBoundary: boundary.arn,
    });
    new IamRolePolicyAttachment(this, "managed", { role: role.name, policyArn: breakGlass.managedPolicy });
    new IamRolePolicy(this, "permissions", { name: "pass-backup-roles", role: role.name, policy: breakGlass.permissions });
  }
}
