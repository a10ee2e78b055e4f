import { SecurityhubAccount } from "@cdktf/provider-aws/lib/securityhub-account";
import { SecurityhubStandardsSubscription } from "@cdktf/provider-aws/lib/securityhub-standards-subscription";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface SecurityFindingsProps {
  readonly standardArn: string;
  readonly waitFor: readonly ITerraformDependable[];
}

/** Security Hub with one standard, not the ones that AWS would switch on by itself. */
export class SecurityFindings extends Construct {
  constructor(scope: Construct, id: string, { standardArn, waitFor }: SecurityFindingsProps) {
    super(scope, id);
    const hub = new SecurityhubAccount(this, "hub", {
      enableDefaultStandards: false,
      autoEnableControls: true,
      controlFindingGenerator: "SECURITY_CONTROL",
      dependsOn: [...waitFor],
    });
    new SecurityhubStandardsSubscription(this, "standard", {
      standardsArn: standardArn,
      // The provider's own three minutes are too few on a new account (hashicorp/terraform-provider-aws#42688).
      timeouts: { create: "15m", delete: "15m" },
      dependsOn: [hub],
    });
  }
}
