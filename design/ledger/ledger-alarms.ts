import { dsqlQuotas } from "../../facts/dsql";
import type { AlarmDesign } from "../foundation/alarms";

/** An alarm on one cluster of Aurora DSQL. */
export type LedgerAlarm = AlarmDesign<"dsqlCluster" | "dsqlConnectionQuota" | "dsqlConnects">;

/** A quota that is nine tenths used up is nearly in the way: there is time to raise it or to close connections. */
const NEARLY = 0.9;
const TEBIBYTE = 2 ** 40;

/** A query finds a cluster's metric whatever further dimensions it has. */
const query = { id: "worst" } as const;
const exceeded = { comparison: "GreaterThanThreshold", tells: "troubleAndItsEnd", runbook: "ledger-limits" } as const;
/**
 * Connections stay open as long as a cell runs, and a cluster always has a size. Silence is a cell that does not run yet,
 * or a metric that has other dimensions than these: one that nobody finds must not count as well.
 */
const exceededOrSilent = { ...exceeded, missingData: "breaching" } as const;

/** Alarms before a cluster takes no more. Names of metrics: aurora-dsql/latest/userguide/cloudwatch-monitoring, read 2026-12-01. */
export function ledgerAlarms(prefix: string): readonly LedgerAlarm[] {
  return [
    {
      id: "connections",
      name: `${prefix}-connections`,
      description:
        "Nine tenths of the cluster's connections are open, or nobody tells of any: more are refused, and a failover brings more",
      metric: { of: "dsqlConnectionQuota", name: "ResourceCount", statistic: "Maximum", periodSeconds: 60, query },
      threshold: dsqlQuotas.connections * NEARLY,
      evaluationPeriods: 3,
      ...exceededOrSilent,
    },
    newConnectionsAlarm(prefix),
    {
      id: "storage",
      name: `${prefix}-storage`,
      description: "The ledger fills nine tenths of what a cluster may hold, or nobody tells: writes are refused when it is full",
      metric: { of: "dsqlCluster", name: "ClusterStorageSize", statistic: "Maximum", periodSeconds: 3600, query },
      threshold: dsqlQuotas.storageTebibytes * TEBIBYTE * NEARLY,
      evaluationPeriods: 1,
      ...exceededOrSilent,
    },
    {
      id: "timeouts",
      name: `${prefix}-timeouts`,
      description: "Transactions ran into the ledger's time limit: no payment takes minutes",
      metric: { of: "dsqlCluster", name: "QueryTimeouts", statistic: "Sum", periodSeconds: 300, query },
      threshold: 0,
      evaluationPeriods: 1,
      // It counts what is rare. Its dimension is the storage's, which tells should it be another.
      ...exceeded,
      missingData: "notBreaching",
    },
  ];
}

/** At four fifths: a rate is used up within a minute, and AWS has no more. */
function newConnectionsAlarm(prefix: string): LedgerAlarm {
  return {
    id: "new-connections",
    name: `${prefix}-new-connections`,
    description:
      "Four fifths of the cluster's new connections a second are used up: pools that fail and start again, and AWS raises it for nobody",
    metric: { of: "dsqlConnects", name: "CallCount", statistic: "Sum", periodSeconds: 60, query },
    threshold: 60 * dsqlQuotas.newConnectionsPerSecond * 0.8,
    evaluationPeriods: 3,
    // Pools may open none for minutes. Its dimensions are the open connections', which tell should they be others.
    ...exceeded,
    missingData: "notBreaching",
  };
}
