import type { Metric, MetricSubject } from "./metrics";
import { namingRunbook, type Runbook } from "./runbooks";

/** An alarm on any metric: when it rings, and what it says to the people on call. */
export interface AlarmDesign<S extends MetricSubject = MetricSubject> {
  /** Construct id, unique where the alarm is drawn. */
  readonly id: string;
  readonly name: string;
  /** What is wrong, without a full stop at its end: the runbook is named behind it. */
  readonly description: string;
  readonly runbook: Runbook;
  readonly metric: Metric<S>;
  readonly comparison: "GreaterThanOrEqualToThreshold" | "GreaterThanThreshold" | "LessThanOrEqualToThreshold" | "LessThanThreshold";
  readonly threshold: number;
  /** Periods of the metric, in a row. */
  readonly evaluationPeriods: number;
  /** What a period without a number is taken for; `ignore` leaves the alarm as it is. */
  readonly missingData: "breaching" | "ignore" | "notBreaching";
  readonly tells: "trouble" | "troubleAndItsEnd";
}

/** What the people on call read: CloudWatch takes 1,024 characters (AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm, read 2026-12-01). */
export function alarmText({ description, runbook }: Pick<AlarmDesign, "description" | "runbook">): string {
  return namingRunbook(description, runbook);
}
