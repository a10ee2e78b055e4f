import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { TaskAlarm as TaskAlarmDesign } from "../../design/cell/payment-alarms";

export interface TaskAlarmProps {
  readonly alarm: TaskAlarmDesign;
  readonly cluster: string;
  readonly service: string;
  readonly topicArn: string;
}

/** Wakes on-call when a service has too few tasks, or its tasks too much to do. */
export class TaskAlarm extends Construct {
  constructor(scope: Construct, id: string, { alarm, cluster, service, topicArn }: TaskAlarmProps) {
    super(scope, id);
    new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: alarm.name,
      alarmDescription: alarm.description,
      namespace: alarm.namespace,
      metricName: alarm.metric,
      dimensions: { ClusterName: cluster, ServiceName: service },
      statistic: alarm.statistic,
      period: 60,
      evaluationPeriods: alarm.minutes,
      comparisonOperator: alarm.comparison,
      threshold: alarm.threshold,
      treatMissingData: "breaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }
}
