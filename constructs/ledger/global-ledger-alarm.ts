import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { GlobalLedgerAlarm as GlobalLedgerAlarmDesign } from "../../design/ledger/global-ledger-alarms";

export interface GlobalLedgerAlarmProps {
  readonly alarm: GlobalLedgerAlarmDesign;
  readonly clusterIdentifier: string;
  readonly topicArn: string;
}

/** Aurora publishes every minute. */
const PERIOD_SECONDS = 60;

/** Wakes on-call when a member is not as it should be. */
export class GlobalLedgerAlarm extends Construct {
  readonly alarmName: string;

  constructor(scope: Construct, id: string, { alarm, clusterIdentifier, topicArn }: GlobalLedgerAlarmProps) {
    super(scope, id);
    const made = new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: alarm.name,
      alarmDescription: alarm.description,
      namespace: "AWS/RDS",
      metricName: alarm.metric,
      dimensions: { DBClusterIdentifier: clusterIdentifier },
      statistic: "Maximum",
      period: PERIOD_SECONDS,
      evaluationPeriods: alarm.evaluationPeriods,
      comparisonOperator: alarm.comparison,
      threshold: alarm.threshold,
      // A primary has no lag to tell.
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
    this.alarmName = made.alarmName;
  }
}
