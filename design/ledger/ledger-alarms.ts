import { dsqlMetrics, dsqlQuotas } from "../../facts/dsql";

/** An alarm on one cluster, by a query that finds its metric whatever further dimensions it has. */
export interface LedgerAlarm {
  /** Construct id. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly reads: LedgerMetric;
  readonly comparison: "GreaterThanThreshold";
  readonly threshold: number;
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
}

export interface LedgerMetric {
  readonly select: string;
  readonly namespace: string;
  /** Conditions besides the cluster's. */
  readonly where: string;
  /** Dimension that tells the cluster, and what stands before its id. */
  readonly cluster: { readonly dimension: "ClusterId" | "DBClusterIdentifier" | "ResourceId"; readonly prefix: "" | "cluster/" };
}

/** A quota that is nine tenths used up is nearly in the way: there is time to raise it or to close connections. */
const NEARLY = 0.9;
const TEBIBYTE = 2 ** 40;

const ofCluster = (select: string): LedgerMetric => ({
  select,
  namespace: dsqlMetrics.namespace,
  where: "",
  cluster: { dimension: "ClusterId", prefix: "" },
});

/** Names and dimensions: aurora-dsql/latest/userguide/cloudwatch-monitoring, read 2026-11-25. */
export function ledgerAlarms(prefix: string): readonly LedgerAlarm[] {
  return [
    {
      id: "connections",
      name: `${prefix}-connections`,
      description: "Nine tenths of the cluster's connections are open: more are refused, and a failover brings more",
      reads: {
        select: "MAX(ResourceCount)",
        namespace: "AWS/Usage",
        where: "Service = 'AuroraDSQL' AND \"Resource\" = 'ClusterConnectionCount'",
        cluster: { dimension: "ResourceId", prefix: "cluster/" },
      },
      comparison: "GreaterThanThreshold",
      threshold: dsqlQuotas.connections * NEARLY,
      periodSeconds: 60,
      evaluationPeriods: 3,
    },
    {
      id: "storage",
      name: `${prefix}-storage`,
      description: "The ledger fills nine tenths of what a cluster may hold: writes are refused when it is full",
      reads: ofCluster("MAX(ClusterStorageSize)"),
      comparison: "GreaterThanThreshold",
      threshold: dsqlQuotas.storageTebibytes * TEBIBYTE * NEARLY,
      periodSeconds: 3600,
      evaluationPeriods: 1,
    },
    {
      id: "timeouts",
      name: `${prefix}-timeouts`,
      description: "Transactions ran into the ledger's time limit: no payment takes minutes",
      reads: ofCluster("SUM(QueryTimeouts)"),
      comparison: "GreaterThanThreshold",
      threshold: 0,
      periodSeconds: 300,
      evaluationPeriods: 1,
    },
  ];
}
