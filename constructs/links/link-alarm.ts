import { CloudwatchMetricAlarm, type CloudwatchMetricAlarmConfig } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { LinkAlarm as LinkAlarmDesign } from "../../design/links/link-alarms";

export interface LinkAlarmProps {
  readonly alarm: LinkAlarmDesign;
  readonly connectionId: string;
  readonly interfaceIdOf: (site: "a" | "b") => string;
  readonly topicArn: string;
}

/** How often Direct Connect publishes its metrics. */
const PERIOD_SECONDS = 300;

/** Wakes on-call when a port, its encryption, its light or a session is not as it should be. */
export class LinkAlarm extends Construct {
  constructor(scope: Construct, id: string, props: LinkAlarmProps) {
    super(scope, id);
    const { alarm, topicArn } = props;
    new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: alarm.name,
      alarmDescription: alarm.description,
      ...this.metric(props),
      comparisonOperator: alarm.comparison,
      threshold: alarm.threshold,
      evaluationPeriods: alarm.evaluationPeriods,
      treatMissingData: alarm.missingData,
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }

  private metric({ alarm: { reads }, connectionId, interfaceIdOf }: LinkAlarmProps): Partial<CloudwatchMetricAlarmConfig> {
    switch (reads.of) {
      case "port":
        return {
          namespace: "AWS/DX",
          metricName: reads.metric,
          dimensions: { ConnectionId: connectionId },
          statistic: "Minimum",
          period: PERIOD_SECONDS,
        };
      case "lanes":
        return query(`SELECT ${reads.worst}(${reads.metric}) FROM "AWS/DX" WHERE ConnectionId = '${connectionId}'`);
      case "session":
        return query(`SELECT MIN(${reads.metric}) FROM "AWS/DX" WHERE VirtualInterfaceId = '${interfaceIdOf(reads.site)}'`);
    }
  }
}

function query(expression: string): Pick<CloudwatchMetricAlarmConfig, "metricQuery"> {
  return { metricQuery: [{ id: "worst", expression, period: PERIOD_SECONDS, returnData: true }] };
}
