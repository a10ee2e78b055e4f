import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Construct } from "constructs";
import { type AlertRule, messageTemplate } from "../../design/guardrails/alert-rules";

export interface EventAlertProps {
  readonly rule: AlertRule;
  readonly topicArn: string;
}

/** Tells on-call in a sentence of an event that matches. */
export class EventAlert extends Construct {
  constructor(scope: Construct, id: string, { rule, topicArn }: EventAlertProps) {
    super(scope, id);
    const eventRule = new CloudwatchEventRule(this, "rule", {
      name: rule.name,
      description: rule.description,
      eventPattern: rule.pattern,
      state: rule.state,
    });
    new CloudwatchEventTarget(this, "target", {
      rule: eventRule.name,
      targetId: "on-call",
      arn: topicArn,
      inputTransformer: { inputPaths: { ...rule.message.paths }, inputTemplate: messageTemplate(rule) },
    });
  }
}
