import type { Sourced } from "../regions";

/** API calls that switch a watcher off, blind it or take away what it wrote. */
export interface TamperingEvents extends Sourced {
  readonly id: string;
  /** What the calls are against, to complete the sentence "This may switch off ...". */
  readonly watcher: string;
  /** The guardrail among them: a landing zone that has it watches it too. */
  readonly guardrail: "trail" | "config" | "guardDuty" | "securityHub" | "inspector" | "ebsEncryption" | "none";
  readonly eventSource: string;
  readonly eventNames: readonly string[];
  /** Which of these calls are meant: every one, or those that pass any of these tests of what they ask for. */
  readonly only: "every" | readonly ParameterTest[];
  /** IAM and Route 53 tell of their calls in one Region only. */
  readonly where: "everyRegion" | "us-east-1";
}

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

const apiReferences: Sourced = {
  source: "AWS API references per service, as used by public detection rules (elastic/detection-rules, prowler); names not tried on AWS",
  asOf: "2026-11-23",
};

/** What most calls have in common. */
export const everyCall = { only: "every", where: "everyRegion", ...apiReferences } as const;
