import type { Sourced } from "./regions";

/** A GuardDuty protection and whether it runs here; none that the provider knows is left to a default that Terraform does not see. */
export interface DetectorFeature extends Sourced {
  readonly id: string;
  readonly name:
    | "S3_DATA_EVENTS"
    | "EKS_AUDIT_LOGS"
    | "EBS_MALWARE_PROTECTION"
    | "RDS_LOGIN_EVENTS"
    | "LAMBDA_NETWORK_LOGS"
    | "RUNTIME_MONITORING";
  readonly status: "ENABLED" | "DISABLED";
}

const detectorFeature: Sourced = {
  source: "GuardDuty API reference, DetectorFeatureConfiguration; names tried with AWS provider 5.100.0",
  asOf: "2026-11-23",
};

export const detectorFeatures: readonly DetectorFeature[] = [
  { id: "bucket-access", name: "S3_DATA_EVENTS", status: "ENABLED", ...detectorFeature },
  { id: "cluster-audit", name: "EKS_AUDIT_LOGS", status: "ENABLED", ...detectorFeature },
  { id: "volume-malware", name: "EBS_MALWARE_PROTECTION", status: "ENABLED", ...detectorFeature },
  { id: "database-logins", name: "RDS_LOGIN_EVENTS", status: "ENABLED", ...detectorFeature },
  { id: "function-network", name: "LAMBDA_NETWORK_LOGS", status: "ENABLED", ...detectorFeature },
  // Its agent would make an endpoint and a security group of its own in a site's network, outside
  // Terraform and outside the list of permitted flows.
  { id: "runtime", name: "RUNTIME_MONITORING", status: "DISABLED", ...detectorFeature },
];
