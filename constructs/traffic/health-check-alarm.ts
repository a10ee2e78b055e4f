import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { CheckAlarm } from "../../design/traffic/cell-health";

/** Where health checks are told of: the Region that has their metrics, and the people on call there. */
export interface HealthCheckWatch {
  readonly provider: TerraformProvider;
  readonly topicArn: string;
}

export interface HealthCheckAlarmProps {
  readonly alarm: CheckAlarm;
  readonly healthCheckId: string;
  readonly watch: HealthCheckWatch;
}

/** Wakes on-call when a health check is not well, or says nothing. */
export class HealthCheckAlarm extends Construct {
  constructor(scope: Construct, id: string, { alarm, healthCheckId, watch }: HealthCheckAlarmProps) {
    super(scope, id);
    new CloudwatchMetricAlarm(this, "alarm", {
      provider: watch.provider,
      alarmName: alarm.name,
      alarmDescription: alarm.description,
      namespace: "AWS/Route53",
      metricName: "HealthCheckStatus",
      dimensions: { HealthCheckId: healthCheckId },
      statistic: "Minimum",
      period: 60,
      evaluationPeriods: 1,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "breaching",
      alarmActions: [watch.topicArn],
      okActions: [watch.topicArn],
    });
  }
}
