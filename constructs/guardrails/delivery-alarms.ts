import { CloudwatchMetricAlarm, type CloudwatchMetricAlarmConfig } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { DeliveryAlarm, OnCallDesign } from "../../design/guardrails/on-call";

export interface DeliveryAlarmsProps {
  readonly onCall: OnCallDesign;
  readonly topicArn: string;
}

/** Tell, over the ways that still work, of messages to on-call that got lost. Both metrics exist only when there is something to count. */
export class DeliveryAlarms extends Construct {
  constructor(scope: Construct, id: string, { onCall, topicArn }: DeliveryAlarmsProps) {
    super(scope, id);
    const period = 300;
    this.defineAlarm("undelivered", onCall.undelivered, {
      namespace: "AWS/SNS",
      metricName: "NumberOfNotificationsFailed",
      dimensions: { TopicName: onCall.topic },
      statistic: "Sum",
      period,
      alarmActions: [topicArn],
    });
    // EventBridge counts per rule; the query adds up every rule of the default bus
    // (eventbridge/latest/userguide/eb-monitoring, cloudwatch-metrics-insights-queryexamples, read 2026-11-23).
    this.defineAlarm("not-handed-on", onCall.notHandedOn, {
      metricQuery: [
        {
          id: "failed",
          expression: 'SELECT SUM(FailedInvocations) FROM SCHEMA("AWS/Events", RuleName)',
          label: "Events that no rule could deliver",
          period,
          returnData: true,
        },
      ],
      alarmActions: [topicArn],
    });
  }

  private defineAlarm(id: string, { name, description }: DeliveryAlarm, measured: Measured): void {
    new CloudwatchMetricAlarm(this, id, {
      ...measured,
      alarmName: name,
      alarmDescription: description,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
    });
  }
}

type Measured = Pick<
  CloudwatchMetricAlarmConfig,
  "namespace" | "metricName" | "dimensions" | "statistic" | "period" | "metricQuery" | "alarmActions"
>;
