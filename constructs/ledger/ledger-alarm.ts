import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { LedgerAlarm as LedgerAlarmDesign, LedgerMetric } from "../../design/ledger/ledger-alarms";

export interface LedgerAlarmProps {
  readonly alarm: LedgerAlarmDesign;
  readonly clusterId: string;
  readonly topicArn: string;
}

/** Wakes on-call when a ledger nears what it can take. */
export class LedgerAlarm extends Construct {
  constructor(scope: Construct, id: string, { alarm, clusterId, topicArn }: LedgerAlarmProps) {
    super(scope, id);
    new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: alarm.name,
      alarmDescription: alarm.description,
      metricQuery: [{ id: "worst", expression: queryOf(alarm.reads, clusterId), period: alarm.periodSeconds, returnData: true }],
      comparisonOperator: alarm.comparison,
      threshold: alarm.threshold,
      evaluationPeriods: alarm.evaluationPeriods,
      // Nothing is published of a cluster that nobody uses yet.
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }
}

function queryOf({ select, namespace, where, cluster }: LedgerMetric, clusterId: string): string {
  const conditions = [where, `${cluster.dimension} = '${cluster.prefix}${clusterId}'`].filter((condition) => condition !== "");
  return `SELECT ${select} FROM "${namespace}" WHERE ${conditions.join(" AND ")}`;
}
