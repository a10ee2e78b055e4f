import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { SilenceAlarm } from "../../design/guardrails/audit-trail";

export interface SilentLogAlarmProps {
  readonly alarm: SilenceAlarm;
  readonly logGroupName: string;
  readonly topicArn: string;
}

/** Wakes on-call when a log stops. The metric of a silent group is not zero but absent, so absence is the alarm. */
export class SilentLogAlarm extends Construct {
  constructor(scope: Construct, id: string, { alarm, logGroupName, topicArn }: SilentLogAlarmProps) {
    super(scope, id);
    new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: alarm.name,
      alarmDescription: alarm.description,
      namespace: "AWS/Logs",
      metricName: "IncomingLogEvents",
      dimensions: { LogGroupName: logGroupName },
      statistic: "Sum",
      period: alarm.periodSeconds,
      evaluationPeriods: 1,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "breaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }
}
