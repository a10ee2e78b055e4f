import type { Deployment } from "../../config/deployment";
import { passwordRules } from "../../facts/password-rules";
import { evidenceOf } from "../foundation/evidence";
import type { StackDesign } from "../foundation/stack";
import { backendOf } from "../foundation/state";
import { defaultTags } from "../foundation/tags";
import { type BreakGlassDesign, breakGlassDesign } from "../protection/break-glass";
import { type AuditTrailDesign, auditTrailDesign } from "./audit-trail";
import { bootstrapOf } from "./bootstrap";

/** What exists once per account. */
export interface GuardrailsAccountDesign extends StackDesign {
  readonly trail: AuditTrailDesign | "managedElsewhere";
  /** The role that AWS Config records with in every Region. */
  readonly configServiceRole: "here" | "managedElsewhere";
  readonly passwords: PasswordDesign;
  readonly breakGlass: BreakGlassDesign;
}

export interface PasswordDesign {
  readonly minimumLength: number;
  readonly rememberedPasswords: number;
  readonly maximumAgeDays: number;
}

export const guardrailsAccountName = "guardrails-account";

/**
 * The account's guardrails come before those of the Regions, whose recorders need the service role
 * made here. Its alarms name the on-call topic of the home Region, which comes later: CloudWatch
 * takes the ARN of a topic that is not there yet. So what happens between the two deployments is
 * written down but wakes nobody.
 */
export function guardrailsAccountDesign(deployment: Deployment): GuardrailsAccountDesign {
  const region = deployment.homeRegion;
  return {
    name: guardrailsAccountName,
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    providers: [{ region, tags: defaultTags(deployment, "protectsCardData") }],
    backend: backendOf(deployment, guardrailsAccountName, region),
    evidence: evidenceOf(deployment, guardrailsAccountName, {
      role: "guardrailsAccount",
      acknowledgements: deployment.acknowledgements ?? [],
    }),
    after: bootstrapOf(deployment, region),
    trail: deployment.guardrails.trail === "here" ? auditTrailDesign(deployment) : "managedElsewhere",
    configServiceRole: deployment.guardrails.config,
    passwords: {
      minimumLength: passwordRules.minimumLength,
      rememberedPasswords: passwordRules.rememberedPasswords,
      maximumAgeDays: passwordRules.maximumAgeDays,
    },
    breakGlass: breakGlassDesign(deployment),
  };
}
