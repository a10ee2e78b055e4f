import type { Deployment } from "../../config/deployment";
import { auroraMetrics } from "../../facts/aurora";
import type { AlarmDesign } from "../foundation/alarms";
import type { Metric } from "../foundation/metrics";
import type { AlertRule } from "../guardrails/alert-rules";

/** An alarm on one member. */
export type GlobalLedgerAlarm = AlarmDesign<"auroraCluster">;

export interface GlobalLedgerAlarms {
  /** The loss that was agreed on is exceeded. The health checks of the site read it, so it is no query and no arithmetic. */
  readonly lag: GlobalLedgerAlarm;
  /**
   * The copy is half the way to that loss. By a query, which finds the metric whatever further dimensions it has: should it not have the
   * one that the health checks' alarm names, this rings, and that one's silence is seen.
   */
  readonly lagEarly: GlobalLedgerAlarm;
  readonly others: readonly GlobalLedgerAlarm[];
}

/** A copy is usually about a second behind; half the way to the objective is time to look. */
const EARLY = 0.5;
/** A writer above it has little left for a burst; no other instance takes writes off it. */
const BUSY_PERCENT = 70;
/**
 * Transaction ids that wait for vacuum; PostgreSQL refuses writes at about two billion
 * (AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Reference, read 2026-11-25).
 */
const MANY_TRANSACTION_IDS = 1_000_000_000;

type AlarmOf = Pick<GlobalLedgerAlarm, "description" | "evaluationPeriods" | "id" | "metric" | "runbook" | "threshold">;

/** Aurora publishes every minute. */
function worstMinute(name: string): Metric<"auroraCluster"> {
  return { of: "auroraCluster", name, statistic: "Maximum", periodSeconds: 60 };
}

export function globalLedgerAlarms({ objectives: { dataLossSeconds } }: Deployment, prefix: string): GlobalLedgerAlarms {
  const exceeded = (alarm: AlarmOf): GlobalLedgerAlarm => ({
    ...alarm,
    name: `${prefix}-${alarm.id}`,
    comparison: "GreaterThanThreshold",
    // A primary has no lag to tell.
    missingData: "notBreaching",
    tells: "troubleAndItsEnd",
  });
  return {
    lag: exceeded(lagAlarm(dataLossSeconds)),
    lagEarly: exceeded(earlyAlarm(dataLossSeconds)),
    others: [processors, transactionIds].map(exceeded),
  };
}

/** The primary has no lag, and so no metric of it: its silence is well. */
function lagAlarm(dataLossSeconds: number): AlarmOf {
  return {
    id: "lag",
    runbook: "ledger-lag",
    description: `With the primary's site lost now, more than ${dataLossSeconds} s of confirmed payments would be: names lead to the primary's site alone`,
    metric: worstMinute(auroraMetrics.lossLag),
    threshold: dataLossSeconds * 1000,
    evaluationPeriods: 2,
  };
}

function earlyAlarm(dataLossSeconds: number): AlarmOf {
  return {
    id: "lag-early",
    runbook: "ledger-lag",
    description: `The copy is half of ${dataLossSeconds} s behind for five minutes: look before the loss that was agreed on is exceeded`,
    metric: { ...worstMinute(auroraMetrics.lossLag), query: { id: "worst" } },
    threshold: dataLossSeconds * 1000 * EARLY,
    evaluationPeriods: 5,
  };
}

const processors: AlarmOf = {
  id: "processors",
  runbook: "ledger-limits",
  description: `An instance uses more than ${BUSY_PERCENT} % of its processors: none of the others takes writes off the writer`,
  metric: worstMinute("CPUUtilization"),
  threshold: BUSY_PERCENT,
  evaluationPeriods: 5,
};

const transactionIds: AlarmOf = {
  id: "transaction-ids",
  runbook: "ledger-limits",
  description: "A thousand million transaction ids wait for vacuum: at two thousand million the ledger takes no writes",
  metric: worstMinute("MaximumUsedTransactionIDs"),
  threshold: MANY_TRANSACTION_IDS,
  evaluationPeriods: 1,
};

/**
 * The rule that tells of promotions, fencing of the old primary's writes, and failovers between zones, within seconds
 * (AmazonRDS/latest/AuroraUserGuide/USER_Events.Messages, read 2026-11-25).
 */
export function globalLedgerRule(identifier: string): AlertRule {
  return {
    id: "member-events",
    name: `${identifier}-events`,
    description: `${identifier} fails over, is promoted, or its writes are stopped`,
    pattern: JSON.stringify({
      source: ["aws.rds"],
      "detail-type": ["RDS DB Cluster Event"],
      detail: { SourceIdentifier: [identifier], EventCategories: ["failover", "failure", "global-failover"] },
    }),
    state: "ENABLED",
    message: {
      paths: { message: "$.detail.Message", region: "$.region", time: "$.time" },
      words: `Ledger ${identifier} in <region> at <time>: <message>`,
    },
    runbook: "promote-ledger",
  };
}
