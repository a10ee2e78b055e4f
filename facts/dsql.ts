import type { Sourced } from "./regions";

const guide = (page: string): Sourced => ({ source: `aurora-dsql/latest/userguide/${page}`, asOf: "2026-11-25" });

/** Aurora DSQL's quotas as far as a design can reach them. */
export const dsqlQuotas = {
  /** Clusters over several Regions of one account, in one Region; Service Quotas raises it. */
  multiRegionClusters: 5,
  /** Clusters of one account, in one Region, that span no other Region. */
  singleRegionClusters: 20,
  /** Connections on one cluster, at one member's endpoint; AWS Support raises it. */
  connections: 10_000,
  /** A second, on one cluster. Nobody raises it, nor the burst. */
  newConnectionsPerSecond: 100,
  connectionBurst: 1000,
  /** Minutes after which AWS ends every connection: a pool replaces its connections before. */
  connectionMinutes: 60,
  storageTebibytes: 10,
  /** Restores of one cluster at a time. */
  concurrentRestores: 4,
  ...guide("CHAP_quotas"),
} as const;
