import type { AlarmDesign } from "./alarms";
import type { Metric } from "./metrics";

/** A page of graphs, in CloudWatch. It is one for all Regions; each graph reads the Region that it names. */
export interface DashboardDesign {
  readonly name: string;
  readonly widgets: readonly Widget[];
}

export type Widget = TextWidget | AlarmStates | AlarmGraph | MetricGraph;

export interface TextWidget {
  readonly kind: "text";
  readonly markdown: string;
  readonly rows: number;
}

/** A field for each alarm, red where it rings. */
export interface AlarmStates {
  readonly kind: "alarmStates";
  readonly title: string;
  readonly alarmArns: readonly string[];
}

/** What one alarm looks at, with its threshold: CloudWatch takes both from the alarm. */
export interface AlarmGraph {
  readonly kind: "alarm";
  readonly title: string;
  readonly region: string;
  readonly alarmArn: string;
}

export interface MetricGraph {
  readonly kind: "metrics";
  readonly title: string;
  readonly region: string;
  readonly lines: readonly GraphLine[];
  /** Levels that mean something, such as an alarm's threshold. */
  readonly levels: readonly { readonly label: string; readonly value: number }[];
}

export interface GraphLine {
  /** Part of what the dashboard shows whose metric it is; where it is drawn, its dimensions are known. */
  readonly part: string;
  readonly metric: Metric;
  readonly label: string;
  /**
   * What is drawn of the metric.
   *
   * @default - its own statistic, in its own unit
   */
  readonly as?: "eachZone" | "perSecond" | "p50" | "p99";
}

/** What several alarms on one part look at, each metric once, with all their thresholds. */
export function graphOfAlarms(
  graph: Pick<MetricGraph, "region" | "title"> & { readonly part: string },
  alarms: readonly AlarmDesign[],
): MetricGraph {
  const lines = alarms.map(({ metric, id }) => ({ part: graph.part, metric, label: id }));
  return {
    kind: "metrics",
    title: graph.title,
    region: graph.region,
    lines: lines.filter(({ metric }, place) => lines.findIndex((other) => isOneLine(other.metric, metric)) === place),
    levels: alarms.map(({ id, threshold }) => ({ label: id, value: threshold })),
  };
}

function isOneLine(one: Metric, other: Metric): boolean {
  return one.name === other.name && one.of === other.of && one.statistic === other.statistic;
}
