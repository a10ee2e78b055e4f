import type { Deployment } from "../../config/deployment";
import type { AlarmDesign } from "../foundation/alarms";
import type { AlertRule } from "../guardrails/alert-rules";
import { tasksAtPeak } from "../layout/capacity";

/** An alarm on the tasks of a cell. */
export type TaskAlarm = AlarmDesign<"ecsService" | "ecsServiceInsights">;

/** Silence is trouble, since a service that runs says so every minute. */
const everyMinute = { missingData: "breaching", tells: "troubleAndItsEnd", runbook: "tasks-short" } as const;

export interface WatchedService {
  readonly cluster: string;
  readonly serviceArn: string;
  readonly clusterArn: string;
  readonly tasks: number;
}

/**
 * Alarms on how many tasks run, which Container Insights tells, and on their load. Without it there is LiveTaskCount of AWS/ECS,
 * which also counts tasks that come and go (available-metrics of ECS's developer guide, read
 * 2026-11-25). A service without tasks has no metric at all, so silence is an alarm.
 */
export function taskAlarms(deployment: Deployment, { cluster, tasks }: WatchedService): readonly TaskAlarm[] {
  const needed = tasksAtPeak(deployment);
  const running = {
    metric: { of: "ecsServiceInsights", name: "RunningTaskCount", statistic: "Minimum", periodSeconds: 60 },
    comparison: "LessThanThreshold",
    ...everyMinute,
  } as const;
  return [
    {
      id: "tasks-below-peak",
      name: `${cluster}-tasks-below-peak`,
      description: `Fewer than the ${needed} tasks run that carry the peak of ${cluster}: payments may be refused`,
      ...running,
      threshold: needed,
      evaluationPeriods: 1,
    },
    {
      id: "tasks-below-reserve",
      name: `${cluster}-tasks-below-reserve`,
      description: `Fewer than ${tasks} tasks run for a quarter of an hour: ${cluster} may not carry the loss of a zone at its peak`,
      ...running,
      threshold: tasks,
      evaluationPeriods: 15,
    },
    ...loadAlarms(cluster, Math.floor((100 * needed) / tasks)),
  ];
}

/**
 * @param withoutAZone share of the tasks that a lost zone leaves, or less: what all together use of
 *   their processors beyond it, those would not have.
 */
function loadAlarms(cluster: string, withoutAZone: number): readonly TaskAlarm[] {
  return [
    {
      id: "processors-beyond-reserve",
      name: `${cluster}-processors-beyond-reserve`,
      description: `The tasks of ${cluster} use more than ${withoutAZone} % of their processors: with a zone lost, the rest would be overloaded`,
      metric: { of: "ecsService", name: "CPUUtilization", statistic: "Average", periodSeconds: 60 },
      comparison: "GreaterThanThreshold",
      threshold: withoutAZone,
      evaluationPeriods: 5,
      ...everyMinute,
    },
    {
      id: "memory-short",
      name: `${cluster}-memory-short`,
      description: `A task of ${cluster} uses more than 90 % of its memory: it is stopped when it asks for more than there is`,
      metric: { of: "ecsService", name: "MemoryUtilization", statistic: "Maximum", periodSeconds: 60 },
      comparison: "GreaterThanThreshold",
      threshold: 90,
      evaluationPeriods: 5,
      ...everyMinute,
    },
  ];
}

/** Rules that tell of tasks in trouble within seconds. Patterns: ecs_service_events, ecs_service_deployment_events and ecs_task_events of the developer guide, read 2026-11-25. */
export function taskRules(watched: WatchedService): readonly AlertRule[] {
  return [failedDeployment(watched), unplacedTasks(watched), deadTask(watched)];
}

function failedDeployment({ cluster, serviceArn }: WatchedService): AlertRule {
  return {
    id: "deployment-failed",
    name: `${cluster}-deployment-failed`,
    description: `A deployment of ${cluster} failed and is rolled back`,
    pattern: JSON.stringify({
      source: ["aws.ecs"],
      "detail-type": ["ECS Deployment State Change"],
      resources: [serviceArn],
      detail: { eventName: ["SERVICE_DEPLOYMENT_FAILED"] },
    }),
    state: "ENABLED",
    message: {
      paths: { reason: "$.detail.reason", region: "$.region", time: "$.time" },
      words: `A deployment of ${cluster} in <region> failed at <time> and is rolled back: <reason>`,
    },
    runbook: "change-site-by-site",
  };
}

const troubles = [
  "ECS_OPERATION_THROTTLED",
  "SERVICE_HEALTH_UNKNOWN",
  "SERVICE_TASK_CONFIGURATION_FAILURE",
  "SERVICE_TASK_PLACEMENT_FAILURE",
  "SERVICE_TASK_START_IMPAIRED",
] as const;

function unplacedTasks({ cluster, serviceArn }: WatchedService): AlertRule {
  return {
    id: "tasks-not-placed",
    name: `${cluster}-tasks-not-placed`,
    description: `ECS cannot start, place or judge tasks of ${cluster}`,
    pattern: JSON.stringify({
      source: ["aws.ecs"],
      "detail-type": ["ECS Service Action"],
      resources: [serviceArn],
      detail: { eventName: troubles },
    }),
    state: "ENABLED",
    message: {
      // Not every one of these events has a reason.
      paths: { event: "$.detail.eventName", region: "$.region", time: "$.time" },
      words: `ECS tells <event> of ${cluster} in <region> at <time>. Look at the service's events`,
    },
    runbook: "tasks-short",
  };
}

/** A task that died: not one that ECS stops itself, in a deployment or to even out the zones. */
function deadTask({ cluster, clusterArn }: WatchedService): AlertRule {
  return {
    id: "task-died",
    name: `${cluster}-task-died`,
    description: `A task of ${cluster} did not start, or ended by itself`,
    pattern: JSON.stringify({
      source: ["aws.ecs"],
      "detail-type": ["ECS Task State Change"],
      detail: { clusterArn: [clusterArn], lastStatus: ["STOPPED"], stopCode: ["EssentialContainerExited", "TaskFailedToStart"] },
    }),
    state: "ENABLED",
    message: {
      paths: { task: "$.detail.taskArn", reason: "$.detail.stoppedReason", zone: "$.detail.availabilityZone", time: "$.time" },
      words: `A task of ${cluster} ended in zone <zone> at <time>: <reason> (<task>)`,
    },
    runbook: "tasks-short",
  };
}
