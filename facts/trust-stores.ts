import type { Sourced } from "./regions";

/** What AWS takes of the file that a load balancer's trust store is made from. */
export const trustStoreLimits = {
  /** Certificates of authorities, raised on request. */
  certificates: 25,
  certificatesCode: "L-43FE5A42",
  certificateBytes: 16_384,
  /** Of all certificates together; no page says in which form. */
  subjectBytes: 10_000,
  /** Of a chain from a client's certificate to its root; no page says whether both ends count, so both do. */
  chainDepth: 4,
  source: "elasticloadbalancing/latest/application: load-balancer-limits, mutual-authentication",
  asOf: "2026-12-01",
} as const satisfies Sourced & Readonly<Record<string, number | string>>;
