import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { LogWatch } from "../../design/guardrails/audit-trail";

export interface LogWatchAlarmProps {
  readonly watch: LogWatch;
  readonly logGroupName: string;
  readonly metricNamespace: string;
  readonly topicArn: string;
}

/** Wakes on-call at the first line of a log that matches. */
export class LogWatchAlarm extends Construct {
  constructor(scope: Construct, id: string, { watch, logGroupName, metricNamespace, topicArn }: LogWatchAlarmProps) {
    super(scope, id);
    const filter = new CloudwatchLogMetricFilter(this, "filter", {
      name: watch.name,
      logGroupName,
      pattern: watch.pattern,
      metricTransformation: { name: watch.id, namespace: metricNamespace, value: "1", defaultValue: "0" },
    });
    new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: watch.name,
      alarmDescription: watch.description,
      namespace: metricNamespace,
      metricName: filter.metricTransformation.name,
      statistic: "Sum",
      period: watch.periodSeconds,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
    });
  }
}
