import type { Sourced } from "../regions";

/** API calls that switch a watcher off, blind it or take away what it wrote: told of whoever makes them, and forbidden in an emergency. */
export interface Tampering extends Sourced {
  readonly id: string;
  /** What the calls are against, to complete the sentence "This may switch off ...". */
  readonly watcher: string;
  /** The guardrail among them: a landing zone that has it watches it too. */
  readonly guardrail: "trail" | "config" | "guardDuty" | "securityHub" | "inspector" | "ebsEncryption" | "none";
  readonly eventSource: string;
  /** The statement of the break-glass role's bounds that forbids them. */
  readonly kept: BoundsStatement;
  readonly calls: readonly TamperingCall[];
  /** Which of these calls are meant: every one, or those that pass any of these tests of what they ask for. */
  readonly only: "every" | readonly ParameterTest[];
  /** IAM and Route 53 tell of their calls in one Region only. */
  readonly where: "everyRegion" | "us-east-1";
}

/** Calls as IAM knows them and as the trail does; S3's have two names. */
export interface TamperingCall {
  /** IAM's action, or a pattern that forbids more of its kind. */
  readonly denied: string;
  /** The trail's names of the calls that on-call is told of. */
  readonly told: readonly string[];
  /** @default - the statement of the row */
  readonly kept?: BoundsStatement;
}

/** What must stay as it is in an emergency: a statement of the break-glass role's bounds each. */
export const boundsStatements = [
  "KeepWatchers",
  "KeepLogsAndFirewall",
  "KeepAlerts",
  "KeepKeysAndBackups",
  "KeepNames",
  "KeepMoney",
  "KeepBounds",
  "KeepEvidence",
] as const;

export type BoundsStatement = (typeof boundsStatements)[number];

/** A part of a call's request, and what it must be. */
export interface ParameterTest {
  /** Keys from `requestParameters` down. */
  readonly path: readonly string[];
  readonly is: Meant;
}

export type Meant =
  /** Something of the deployment; the design knows what that is called. */
  | "anOwnName"
  | "anEvidenceBucket"
  | "theOnCallTopic"
  | "theBreakGlassRole"
  | "theBreakGlassBoundary"
  /** A value that harms, whatever it is set on. */
  | "false"
  | { readonly below: number };

const references: Sourced = {
  source:
    "AWS API references per service, as used by public detection rules (elastic/detection-rules, prowler), and the Service Authorization Reference; not tried on AWS",
  asOf: "2026-11-23",
};

/** What most rows have in common. */
export const everyCall = { only: "every", where: "everyRegion", ...references } as const;

/** Calls that IAM and the trail call by one name. */
export function named(service: string, ...names: readonly string[]): readonly TamperingCall[] {
  return names.map((name) => ({ denied: `${service}:${name}`, told: [name] }));
}
