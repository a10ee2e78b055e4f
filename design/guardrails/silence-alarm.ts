import type { AlarmDesign } from "../foundation/alarms";

export type SilenceAlarm = AlarmDesign<"logGroup">;

/**
 * Tells on-call that a log has got nothing for a quarter of an hour. The metric of a silent group is
 * not zero but absent, so absence is the alarm.
 */
export function silenceAlarm(alarm: Pick<SilenceAlarm, "description" | "id" | "name">): SilenceAlarm {
  return {
    ...alarm,
    metric: { of: "logGroup", name: "IncomingLogEvents", statistic: "Sum", periodSeconds: 900 },
    comparison: "LessThanThreshold",
    threshold: 1,
    evaluationPeriods: 1,
    missingData: "breaching",
    tells: "troubleAndItsEnd",
    runbook: "log-silent",
  };
}
