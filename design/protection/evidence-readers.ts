import type { Deployment } from "../../config/deployment";
import { roleArn } from "../foundation/naming";
import { breakGlassRoleArn } from "./break-glass";

/** Who reads what the guardrails wrote: reviewers every day (PCI DSS 10.4.1), whoever mends an outage in an emergency. */
export function evidenceReaders(deployment: Deployment): readonly string[] {
  return [roleArn(deployment, deployment.access.auditorRole), breakGlassRoleArn(deployment)];
}
