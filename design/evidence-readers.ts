import type { Deployment } from "../config/deployment";
import { breakGlassRoleArn } from "./break-glass";
import { roleArn } from "./naming";

/** Who reads what the guardrails wrote: reviewers every day (PCI DSS 10.4.1), whoever mends an outage in an emergency. */
export function evidenceReaders(deployment: Deployment): readonly string[] {
  return [roleArn(deployment, deployment.access.auditorRole), breakGlassRoleArn(deployment)];
}
