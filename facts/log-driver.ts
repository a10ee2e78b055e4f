import type { Sourced } from "./regions";

/** How the log driver of a task's container sends what the task prints. */
export const logDriver = {
  /** It sends what it has so often, however little that is. */
  flushSeconds: 5,
  /** It sends at once what has grown so large; CloudWatch Logs takes no more in a call. */
  batchBytes: 1_048_576,
  source:
    "AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents; moby daemon/logger/awslogs/cloudwatchlogs.go, defaultForceFlushInterval",
  asOf: "2026-12-01",
} as const satisfies Sourced & { readonly flushSeconds: number; readonly batchBytes: number };
