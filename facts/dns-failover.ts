import type { Sourced } from "./regions";

const guide = (page: string): Sourced => ({ source: `Route53/latest/DeveloperGuide/${page}`, asOf: "2026-11-25" });

/** How Route 53 asks an endpoint, at the fastest that it offers. */
export const healthProbe = {
  /** Time from one answer, or the lack of it, to the next request: 10 or 30. */
  intervalSeconds: 10,
  /** Failures in a row, before a checker changes its mind. Fewer would take a lost packet for a lost site. */
  failures: 3,
  /** Time until there is a connection, then until there is a status code. */
  timeoutSeconds: 4 + 2,
  ...guide("health-checks-creating-values and dns-failover-determining-health-of-endpoints"),
} as const;

/** Time to live of an alias to a load balancer, and of every alias to that. Nobody can choose another. */
export const aliasTimeToLive = {
  seconds: 60,
  source: "Route 53 FAQ, on DNS failover of load balancers, as quoted",
  asOf: "2026-11-25",
} as const;

/** AWS's default quotas as far as a deployment can reach them. */
export const dnsQuotas = {
  /** Health checks of one account; adjustable. */
  healthChecks: 200,
  /** Weighted answers of one name and type. */
  answersPerName: 100,
  ...guide("DNSLimitations"),
} as const;

/**
 * Time from the loss of a site to the last client's new look-up, at worst: the site is lost right after
 * a good answer, every later request runs into its time-out, and a client has just looked the name
 * up. What the checkers' votes need to reach the name servers is not documented; it comes on top.
 */
export function slowestDnsRecoverySeconds(): number {
  return healthProbe.failures * (healthProbe.intervalSeconds + healthProbe.timeoutSeconds) + aliasTimeToLive.seconds;
}
