import type { Deployment } from "../../config/deployment";
import type { Tampering } from "../../facts/tampering/tampering";
import { prefixOf } from "../foundation/naming";
import { namingRunbook, type Runbook } from "../foundation/runbooks";
import { breakGlassRoleArn } from "../protection/break-glass";
import { tampering } from "../protection/tampering";
import { tamperingPattern } from "./tampering-pattern";

/** An EventBridge rule that tells on-call of something within seconds. */
export interface AlertRule {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** JSON. */
  readonly pattern: string;
  /** EventBridge leaves out calls that only read, of which taking a role counts as one, unless it is told. */
  readonly state: "ENABLED" | "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";
  /** The words, with what stands in angle brackets taken from the event. */
  readonly message: { readonly paths: Readonly<Record<string, string>>; readonly words: string };
  readonly runbook: Runbook;
}

/** The words as EventBridge takes them, a text in quotes. */
export function messageTemplate({ message: { words }, runbook }: AlertRule): string {
  return `"${namingRunbook(words, runbook)}"`;
}

export function alertRules(deployment: Deployment, region: string): readonly AlertRule[] {
  const watched = tampering.filter((one) => isWatched(deployment, region, one));
  const detections = deployment.guardrails.guardDuty === "here" ? [detectionRule(deployment)] : [];
  return [breakGlassRule(deployment), ...watched.map((one) => tamperingRule(deployment, region, one)), ...detections];
}

/** A landing zone that has a guardrail has its watch too. */
function isWatched(deployment: Deployment, region: string, one: Tampering): boolean {
  const ours = one.guardrail === "none" || deployment.guardrails[one.guardrail] === "here";
  return ours && (one.where === "everyRegion" || one.where === region);
}

const callMessage = (opening: string): AlertRule["message"] => ({
  paths: { call: "$.detail.eventName", caller: "$.detail.userIdentity.arn", region: "$.region", time: "$.time" },
  words: `${opening} <call> by <caller> in <region> at <time>. Look it up in the audit trail`,
});

function tamperingRule(deployment: Deployment, region: string, one: Tampering): AlertRule {
  return {
    id: one.id,
    name: `${prefixOf(deployment)}-tampering-${one.id}`,
    description: `Calls that may switch off ${one.watcher}`,
    pattern: tamperingPattern(deployment, region, one),
    state: "ENABLED",
    message: callMessage(`This may switch off ${one.watcher}:`),
    runbook: "audit-alert",
  };
}

/** The rule on the break-glass role is faster than the alarm on the trail's log, and there where the trail is managed elsewhere. */
function breakGlassRule(deployment: Deployment): AlertRule {
  return {
    id: "break-glass-use",
    name: `${prefixOf(deployment)}-break-glass-use`,
    description: "Someone takes the break-glass role",
    pattern: JSON.stringify({
      source: ["aws.sts"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: {
        eventSource: ["sts.amazonaws.com"],
        eventName: [{ prefix: "AssumeRole" }],
        requestParameters: { roleArn: [breakGlassRoleArn(deployment)] },
      },
    }),
    state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
    message: callMessage("The break-glass role is being used:"),
    runbook: "audit-alert",
  };
}

/** GuardDuty reads CloudTrail by a way of its own: it also sees what a stopped trail no longer tells. */
function detectionRule(deployment: Deployment): AlertRule {
  return {
    id: "detections",
    name: `${prefixOf(deployment)}-detections`,
    description: "GuardDuty finds something severe, or someone hiding or being root",
    pattern: JSON.stringify({
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: {
        $or: [{ severity: [{ numeric: [">=", 7] }] }, { type: [{ prefix: "Stealth:" }, { prefix: "Policy:IAMUser/RootCredentialUsage" }] }],
      },
    }),
    state: "ENABLED",
    message: {
      paths: { finding: "$.detail.type", severity: "$.detail.severity", region: "$.region", time: "$.time" },
      words: "GuardDuty found <finding>, severity <severity>, in <region> at <time>",
    },
    runbook: "audit-alert",
  };
}
