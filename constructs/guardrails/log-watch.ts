import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { Construct } from "constructs";
import type { LogWatch as LogWatchDesign } from "../../design/guardrails/audit-trail";
import { Alarm } from "../foundation/alarm";

export interface LogWatchProps {
  readonly watch: LogWatchDesign;
  readonly logGroupName: string;
  readonly topicArn: string;
}

/** Counts the lines of a log that match, and wakes on-call by the count. */
export class LogWatch extends Construct {
  constructor(scope: Construct, id: string, { watch: { filter, alarm }, logGroupName, topicArn }: LogWatchProps) {
    super(scope, id);
    const { metricTransformation } = new CloudwatchLogMetricFilter(this, "filter", {
      name: filter.name,
      logGroupName,
      pattern: filter.pattern,
      metricTransformation: { ...filter.metric, value: "1", defaultValue: "0" },
    });
    // By the filter's own word, so that the alarm waits for it.
    const metric = { ...alarm.metric, name: metricTransformation.name };
    new Alarm<never>(this, "alarm", { alarm: { ...alarm, metric }, of: {}, topicArn, addressed: "byIdAlone" });
  }
}
