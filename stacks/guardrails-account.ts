import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role";
import type { Construct } from "constructs";
import { AccountAccess } from "../constructs/guardrails/account-access";
import { AuditTrail } from "../constructs/guardrails/audit-trail";
import { BreakGlassRole } from "../constructs/guardrails/break-glass-role";
import type { GuardrailsAccountDesign } from "../design/guardrails/guardrails-account";
import { FoundationStack } from "./foundation";

/** What exists once per account: trail and archive, account-wide blocks, the emergency role. */
export class GuardrailsAccountStack extends FoundationStack {
  constructor(scope: Construct, design: GuardrailsAccountDesign) {
    super(scope, design);
    new AccountAccess(this, "access", { passwords: design.passwords });
    new BreakGlassRole(this, "break-glass", { breakGlass: design.breakGlass });
    if (design.trail !== "managedElsewhere") new AuditTrail(this, "audit", { trail: design.trail });
    if (design.configServiceRole === "here") new IamServiceLinkedRole(this, "config-role", { awsServiceName: "config.amazonaws.com" });
  }
}
