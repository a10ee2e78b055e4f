import type { Deployment, SiteName } from "../../config/deployment";
import type { Cell } from "../layout/capacity";
import { atLeast, type FixedFrontAlarm, minutely, named, namingOf } from "./front-alarms";

/** Alarms on the load balancer for the other site. */
export function twinFrontAlarms(deployment: Deployment, site: SiteName, cell: Cell): readonly FixedFrontAlarm[] {
  const naming = namingOf(deployment, site, { id: "twin-front", words: `Twin front of cell ${cell.id}`, cell });
  return [
    {
      id: "no-task",
      says: "no task takes questions of the other site, so journals are not compared",
      metric: minutely("networkTargets", "HealthyHostCount", "Maximum"),
      comparison: "LessThanThreshold",
      threshold: 1,
      evaluationPeriods: 3,
      missingData: "breaching",
      runbook: "tasks-short",
    } as const,
    {
      id: "unhealthy-tasks",
      says: "a task has taken no questions of the other site for five minutes and was not replaced",
      metric: minutely("networkTargets", "UnHealthyHostCount", "Maximum"),
      threshold: 1,
      evaluationPeriods: 5,
      ...atLeast,
      runbook: "tasks-short",
    } as const,
  ].map((alarm) => named(alarm, naming));
}
