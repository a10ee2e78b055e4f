import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { FrontAlarm as FrontAlarmDesign, FrontPart } from "../../design/cell/front-alarms";

export interface FrontAlarmProps {
  readonly alarm: FrontAlarmDesign;
  readonly sources: FrontMetrics;
  readonly topicArn: string;
}

/** Where the metrics of a front's parts are found. */
export type FrontMetrics = Readonly<Partial<Record<FrontPart, MetricSource>>>;

interface MetricSource {
  readonly namespace: "AWS/ApplicationELB" | "AWS/NetworkELB" | "AWS/WAFV2";
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Load balancers and web filters publish every minute. */
const PERIOD_SECONDS = 60;

/** Wakes on-call when a way in is not as it should be. */
export class FrontAlarm extends Construct {
  readonly alarmName: string;

  constructor(scope: Construct, id: string, props: FrontAlarmProps) {
    super(scope, id);
    const { alarm, topicArn } = props;
    const { namespace, dimensions } = this.sourceOf(props);
    const made = new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: alarm.name,
      alarmDescription: alarm.description,
      namespace,
      metricName: alarm.metric,
      dimensions: { ...dimensions },
      statistic: alarm.statistic,
      period: PERIOD_SECONDS,
      evaluationPeriods: alarm.evaluationPeriods,
      comparisonOperator: alarm.comparison,
      threshold: alarm.threshold,
      treatMissingData: alarm.missingData,
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
    this.alarmName = made.alarmName;
  }

  private sourceOf({ alarm, sources }: FrontAlarmProps): MetricSource {
    const source = sources[alarm.of];
    if (source === undefined) throw new Error(`alarm ${alarm.name} reads the ${alarm.of} of a front that has none`);
    return source;
  }
}
