import type { Deployment } from "../../config/deployment";
import { auroraMetrics } from "../../facts/aurora";
import type { AlertRule } from "../guardrails/alert-rules";
import type { LedgerAlarm } from "./ledger-alarms";

/** An alarm on a metric of one member, as Route 53 can read it too: no query, no arithmetic. */
export interface GlobalLedgerAlarm {
  /** Construct id. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly metric: string;
  readonly comparison: "GreaterThanThreshold";
  readonly threshold: number;
  readonly evaluationPeriods: number;
}

export interface GlobalLedgerAlarms {
  /** The loss that was agreed on is exceeded: the health checks of the site read it. */
  readonly lag: GlobalLedgerAlarm;
  /**
   * By a query, which finds the metric whatever further dimensions it has: should it not have the
   * one that the health checks' alarm names, this rings, and that one's silence is seen.
   */
  readonly lagEarly: LedgerAlarm;
  readonly others: readonly GlobalLedgerAlarm[];
}

/** A copy is usually about a second behind; half the way to the objective is time to look. */
const EARLY = 0.5;
/** A writer above it has little left for a burst; no other instance takes writes off it. */
const BUSY_PERCENT = 70;
/** PostgreSQL refuses writes at about two billion (AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Reference, read 2026-11-25). */
const MANY_TRANSACTION_IDS = 1_000_000_000;

type AlarmOf = Omit<GlobalLedgerAlarm, "name" | "comparison">;

export function globalLedgerAlarms({ objectives: { dataLossSeconds } }: Deployment, prefix: string): GlobalLedgerAlarms {
  const named = (alarm: AlarmOf): GlobalLedgerAlarm => ({ ...alarm, name: `${prefix}-${alarm.id}`, comparison: "GreaterThanThreshold" });
  return {
    lag: named(lagAlarm(dataLossSeconds)),
    lagEarly: earlyAlarm(prefix, dataLossSeconds),
    others: [processors, transactionIds].map(named),
  };
}

/** The primary has no lag, and so no metric of it: its silence is well. */
function lagAlarm(dataLossSeconds: number): AlarmOf {
  return {
    id: "lag",
    description: `With the primary's site lost now, more than ${dataLossSeconds} s of confirmed payments would be: names lead to the primary's site alone`,
    metric: auroraMetrics.lossLag,
    threshold: dataLossSeconds * 1000,
    evaluationPeriods: 2,
  };
}

function earlyAlarm(prefix: string, dataLossSeconds: number): LedgerAlarm {
  return {
    id: "lag-early",
    name: `${prefix}-lag-early`,
    description: `The copy is half of ${dataLossSeconds} s behind for five minutes: look before the loss that was agreed on is exceeded`,
    reads: {
      select: `MAX(${auroraMetrics.lossLag})`,
      namespace: auroraMetrics.namespace,
      where: "",
      cluster: { dimension: auroraMetrics.dimension, prefix: "" },
    },
    comparison: "GreaterThanThreshold",
    threshold: dataLossSeconds * 1000 * EARLY,
    periodSeconds: 60,
    evaluationPeriods: 5,
  };
}

const processors: AlarmOf = {
  id: "processors",
  description: `An instance uses more than ${BUSY_PERCENT} % of its processors: none of the others takes writes off the writer`,
  metric: "CPUUtilization",
  threshold: BUSY_PERCENT,
  evaluationPeriods: 5,
};

const transactionIds: AlarmOf = {
  id: "transaction-ids",
  description: "A thousand million transaction ids wait for vacuum: at two thousand million the ledger takes no writes",
  metric: "MaximumUsedTransactionIDs",
  threshold: MANY_TRANSACTION_IDS,
  evaluationPeriods: 1,
};

/**
 * Promotions, fencing of the old primary's writes, and failovers between zones, within seconds
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
      template: `"Ledger ${identifier} in <region> at <time>: <message>"`,
    },
  };
}
