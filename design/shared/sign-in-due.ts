import type { Deployment } from "../../config/deployment";
import { onCallTopicArn, prefixOf } from "../foundation/naming";
import { namingRunbook } from "../foundation/runbooks";
import type { ReminderDesign } from "../guardrails/reminder";

/**
 * Asks for a new sign-in at the clearing system by the calendar. No rule of AWS's knows the age of a
 * value that people put (facts/config-rules.ts), and no alarm looks further back than a week
 * (AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm, EvaluationPeriods, read 2026-12-01).
 */
export function signInDue(deployment: Deployment): ReminderDesign {
  const words = `The sign-in of ${prefixOf(deployment)} at the clearing system is due: look how old it is, and change it by day`;
  return {
    name: `${prefixOf(deployment)}-clearing-sign-in-due`,
    description: "Once a quarter: is the clearing sign-in to be changed?",
    // The first Monday of a quarter, in working hours of Europe and Asia (eventbridge/latest/userguide/eb-cron-expressions, read 2026-12-01).
    schedule: "cron(0 7 ? 1,4,7,10 2#1 *)",
    message: namingRunbook(words, "clearing-sign-in"),
    onCallTopicArn: onCallTopicArn(deployment, deployment.sites.a.region),
  };
}
