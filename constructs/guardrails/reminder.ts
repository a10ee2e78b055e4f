import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { ReminderDesign } from "../../design/guardrails/reminder";

export interface ReminderProps {
  readonly reminder: ReminderDesign;
  readonly provider: TerraformProvider;
}

/** Tells on-call something when the calendar says so. */
export class Reminder extends Construct {
  constructor(scope: Construct, id: string, { reminder, provider }: ReminderProps) {
    super(scope, id);
    const { name, description, schedule, message, onCallTopicArn } = reminder;
    const rule = new CloudwatchEventRule(this, "rule", { provider, name, description, scheduleExpression: schedule });
    new CloudwatchEventTarget(this, "target", {
      provider,
      rule: rule.name,
      targetId: "on-call",
      arn: onCallTopicArn,
      input: JSON.stringify(message),
    });
  }
}
