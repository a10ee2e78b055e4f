import type { Metric, MetricSubject } from "./metrics";

/** An alarm on any metric: when it rings, and what it says to the people on call. */
export interface AlarmDesign<S extends MetricSubject = MetricSubject> {
  /** Construct id, unique where the alarm is drawn. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly metric: Metric<S>;
  readonly comparison: "GreaterThanOrEqualToThreshold" | "GreaterThanThreshold" | "LessThanOrEqualToThreshold" | "LessThanThreshold";
  readonly threshold: number;
  /** Periods of the metric, in a row. */
  readonly evaluationPeriods: number;
  /** What a period without a number is taken for; `ignore` leaves the alarm as it is. */
  readonly missingData: "breaching" | "ignore" | "notBreaching";
  readonly tells: "trouble" | "troubleAndItsEnd";
}
