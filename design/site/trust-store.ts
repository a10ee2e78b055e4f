import type { Deployment, SiteName } from "../../config/deployment";
import { trustBucket } from "../foundation/naming";
import type { BucketDesign } from "../protection/buckets";

/** Whose certificates a cell's load balancer takes from participants. */
export interface TrustStoreDesign {
  readonly name: string;
  readonly bucket: string;
  /** Name of the file with the authorities, which someone uploads before the cell is made. */
  readonly bundle: string;
}

function needsTrust({ flows }: Deployment): boolean {
  return flows.some(({ listener }) => listener === "mutualTls");
}

/** Elastic Load Balancing takes single hyphens only in a trust store's name (API reference, CreateTrustStore, read 2026-11-25). */
export function trustStore(deployment: Deployment, site: SiteName, name: string): TrustStoreDesign | undefined {
  const { trustBundle } = deployment.service;
  if (!needsTrust(deployment)) return undefined;
  if (trustBundle === undefined) throw new Error("mutual TLS needs service.trustBundle, which reading a deployment has made sure of");
  return { name: name.replaceAll(/-+/g, "-"), bucket: trustBucket(deployment, site), bundle: trustBundle };
}

/**
 * A site's bucket of the authorities' certificates. They are public, and it matters only that nobody
 * changes them: S3's own key, so that whoever makes a trust store needs leave for no other.
 */
export function trustStoreBucket(deployment: Deployment, site: SiteName): BucketDesign | undefined {
  if (!needsTrust(deployment)) return undefined;
  return {
    name: trustBucket(deployment, site),
    statements: [],
    foreignKeys: { kind: "allowed" },
    deletion: "hides",
    lifecycle: { currentVersions: { kind: "kept" }, coldStorage: { kind: "none" }, supersededDays: deployment.logRetentionDays },
    retention: { kind: "none" },
    accessLogs: { kind: "none" },
    tags: {},
  };
}
