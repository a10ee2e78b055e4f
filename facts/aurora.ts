import type { Sourced } from "./regions";

const guide = (page: string): Sourced => ({ source: `AmazonRDS/latest/AuroraUserGuide/${page}`, asOf: "2026-11-25" });

/** What a member that is not the primary can do with a write: hand it on to the primary, from these versions on. */
export interface ForwardingSince {
  readonly major: number;
  readonly minor: number;
}

/** A Global Database of Aurora PostgreSQL, as far as a design reaches what AWS says of it. */
export const auroraGlobal = {
  /** The least that `rds.global_db_rpo` takes: Aurora itself bounds no loss below it. */
  leastBoundedLossSeconds: 20,
  ...guide("aurora-global-database-disaster-recovery"),
} as const;

/** Versions that forward writes; later major versions do in every minor one. */
export const writeForwarding: Sourced & { readonly since: readonly ForwardingSince[]; readonly everyMinorFrom: number } = {
  since: [
    { major: 14, minor: 9 },
    { major: 15, minor: 4 },
  ],
  everyMinorFrom: 16,
  ...guide("aurora-global-database-write-forwarding-apg"),
};

/**
 * The metric that tells a copy's lag. AWS's own lab draws such metrics by the cluster alone, and its console
 * has them by the cluster and the primary's Region too (aws-samples/amazon-aurora-labs-for-mysql,
 * global database, monitor); the guide lists the dimensions and not which metric has which.
 */
export const auroraMetrics = {
  /** Metric in milliseconds; "available only in secondary AWS Regions", so of no primary. */
  lossLag: "AuroraGlobalDBRPOLag",
  source: "AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics and dimensions",
  asOf: "2026-11-27",
} as const;

/** Signs a member's certificate, in every Region; RDS renews what it signed by itself. Its clients trust a bundle that holds it. */
export const certificateAuthority = {
  identifier: "rds-ca-rsa2048-g1",
  bundle: "https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem",
  source: "AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL, certificate authorities",
  asOf: "2026-11-27",
} as const;

/** Memory-optimized classes that Aurora PostgreSQL runs on. Whether a Region has one is asked there: docs/deploying.md. */
export const instanceClasses: Sourced & { readonly families: readonly string[]; readonly sizes: readonly string[] } = {
  families: ["db.r6g", "db.r7g", "db.r8g"],
  sizes: ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"],
  ...guide("Concepts.DBInstanceClass.SupportAurora"),
};
