import type { Sourced } from "./regions";

/** Security policies that our load balancers may speak TLS by: with forward secrecy, and nothing before 1.2. */

export interface TlsPolicy extends Sourced {
  readonly name: string;
  readonly versions: readonly ("1.2" | "1.3")[];
}

const documented: Sourced = {
  source: "elasticloadbalancing/latest/application/describe-ssl-policies",
  asOf: "2026-11-25",
};

/**
 * `Res`: of TLS 1.2 only the AEAD ciphers with ECDHE. AWS's own choice in its console is the one
 * with post-quantum key exchange, which falls back for whoever does not speak it.
 */
export const tlsPolicies = {
  restricted: { name: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", versions: ["1.2", "1.3"], ...documented },
} as const satisfies Readonly<Record<string, TlsPolicy>>;
