import type { Deployment, SiteName } from "../../config/deployment";
import type { Listener } from "../../config/sections/flow";
import { siteNameOf } from "../foundation/naming";
import type { Tags } from "../foundation/tags";
import { type Cell, cellPeak } from "../layout/capacity";
import { webFilterLogs } from "../site/site-logs";

/** What is refused before it reaches the payment service from the internet. */
export interface WebFilterDesign {
  readonly name: string;
  readonly rules: readonly WebRule[];
  readonly logGroup: string;
  readonly logRetentionDays: number;
  /** Headers that are kept out of the log, whatever the request was refused for. */
  readonly redactedHeaders: readonly string[];
  readonly tags: Tags;
}

export type WebRule = ManagedRules | RateLimit;

interface ManagedRules {
  readonly kind: "managed";
  readonly id: string;
  readonly priority: number;
  readonly ruleGroup: string;
  /** Rules of the group that only count. */
  readonly counted: readonly string[];
}

interface RateLimit {
  readonly kind: "rateOfOneAddress";
  readonly id: string;
  readonly priority: number;
  /** Requests of one address within a window. */
  readonly limit: number;
  readonly windowSeconds: number;
  readonly hosts: HostMatch;
}

/** Which requests count, by the end of the name and port that the caller asks for. */
export type HostMatch = { readonly kind: "all" } | { readonly kind: "ending" | "notEnding"; readonly with: string };

/**
 * AWS WAF carries 100,000 requests a second for one web ACL by default, over all its load balancers
 * (waf/latest/developerguide/limits, read 2026-11-25): each cell has one of its own.
 */
export function webFilter(
  deployment: Deployment,
  site: SiteName,
  { cell, tags }: { readonly cell: Cell; readonly tags: Tags },
): WebFilterDesign {
  const name = siteNameOf(deployment, site, `cell-${cell.id}`);
  return {
    name,
    rules: [...rateLimits(deployment), ...managedRules],
    logGroup: webFilterLogs(deployment, site, cell.id),
    logRetentionDays: deployment.logRetentionDays,
    redactedHeaders: ["authorization", "cookie"],
    tags: { ...tags, Name: name },
  };
}

/**
 * AWS's own rules, 1,125 capacity units of the 1,500 that cost nothing more
 * (waf/latest/developerguide, aws-managed-rule-groups-list and aws-waf-capacity-units, read 2026-11-25).
 * Not among them: anonymous addresses, since third parties call from hosting providers, and bot
 * control, since every caller here is a machine.
 */
const managedRules: readonly ManagedRules[] = [
  // Addresses that AWS saw attack others; of those in floods it only counts, unless told otherwise.
  { kind: "managed", id: "address-reputation", priority: 10, ruleGroup: "AWSManagedRulesAmazonIpReputationList", counted: [] },
  { kind: "managed", id: "known-bad-inputs", priority: 20, ruleGroup: "AWSManagedRulesKnownBadInputsRuleSet", counted: [] },
  // A machine need not say what it is (RFC 9110, 10.1.5). Bodies over 8 KB are refused, since no rule can see beyond.
  { kind: "managed", id: "common", priority: 30, ruleGroup: "AWSManagedRulesCommonRuleSet", counted: ["NoUserAgent_HEADER"] },
  // The ledger speaks SQL.
  { kind: "managed", id: "sql", priority: 40, ruleGroup: "AWSManagedRulesSQLiRuleSet", counted: [] },
];

const WINDOW_SECONDS = 60;
/** A participant with certificates may be a country's largest bank, behind one address. */
const PARTICIPANT_SHARE = 1 / 2;
/** A merchant or third party: a hundred of them at their limit are the whole peak. */
const CALLER_SHARE = 1 / 100;
/** The lowest limit that AWS WAF takes. */
const LOWEST_LIMIT = 10;

/**
 * A filter sees no listener, only the host that is asked for. A caller of the API who writes the
 * participants' port there gets their limit, and no more than that.
 */
function rateLimits(deployment: Deployment): readonly RateLimit[] {
  const limit = (share: number): number => Math.max(LOWEST_LIMIT, Math.ceil(cellPeak(deployment) * share * WINDOW_SECONDS));
  const common = { kind: "rateOfOneAddress", windowSeconds: WINDOW_SECONDS } as const;
  return [
    { ...common, id: "one-participant", priority: 1, limit: limit(PARTICIPANT_SHARE), hosts: { kind: "all" } },
    { ...common, id: "one-caller", priority: 2, limit: limit(CALLER_SHARE), hosts: callerHosts(deployment) },
  ];
}

/** A host carries its port, unless it is the one of HTTPS. */
function callerHosts({ flows }: Deployment): HostMatch {
  const portOf = (wanted: Listener): number | undefined => flows.find(({ listener }) => listener === wanted)?.port;
  const participants = portOf("mutualTls");
  if (participants === undefined) return { kind: "all" };
  if (participants !== 443) return { kind: "notEnding", with: `:${participants}` };
  return { kind: "ending", with: `:${portOf("api") ?? portOf("health") ?? participants}` };
}
