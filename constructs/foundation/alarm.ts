import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { type AlarmDesign, alarmText } from "../../design/foundation/alarms";
import { type MeasuredMetric, type MetricDimensions, type MetricSubject, measuredMetric } from "../../design/foundation/metrics";

export interface AlarmProps<S extends MetricSubject> {
  readonly alarm: AlarmDesign<S>;
  /** Which of the metric's subjects is meant. */
  readonly of: MetricDimensions<S>;
  readonly topicArn: string;
  /** @default - the stack's first provider */
  readonly provider?: TerraformProvider;
  /** @default - nothing: the alarm may be there before its subject */
  readonly dependsOn?: ITerraformDependable[];
  /** @default - an address that ends in `alarm`; `byIdAlone` is for addresses from before there was this construct */
  readonly addressed?: "byIdAlone";
}

/** Wakes on-call by any metric. */
export class Alarm<S extends MetricSubject> extends CloudwatchMetricAlarm {
  constructor(scope: Construct, id: string, props: AlarmProps<S>) {
    const { alarm, of, topicArn, provider, dependsOn } = props;
    const [parent, ownId] = props.addressed === undefined ? [new Construct(scope, id), "alarm"] : [scope, id];
    super(parent, ownId, {
      alarmName: alarm.name,
      alarmDescription: alarmText(alarm),
      ...drawnMetric(measuredMetric(alarm.metric, of)),
      comparisonOperator: alarm.comparison,
      threshold: alarm.threshold,
      evaluationPeriods: alarm.evaluationPeriods,
      treatMissingData: alarm.missingData,
      alarmActions: [topicArn],
      ...(alarm.tells === "trouble" ? {} : { okActions: [topicArn] }),
      ...(provider === undefined ? {} : { provider }),
      ...(dependsOn === undefined ? {} : { dependsOn }),
    });
  }
}

/** The result of an expression is the number that the alarm looks at. */
function drawnMetric(measured: MeasuredMetric) {
  if (!("metricQuery" in measured)) return measured;
  return { metricQuery: measured.metricQuery.map((query) => ({ ...query, returnData: "expression" in query })) };
}
