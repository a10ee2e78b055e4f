import type { Deployment } from "../../config/deployment";
import { accessTampering } from "../../facts/tampering/access-tampering";
import { alertTampering } from "../../facts/tampering/alert-tampering";
import { evidenceTampering } from "../../facts/tampering/evidence-tampering";
import { guardrailTampering } from "../../facts/tampering/guardrail-tampering";
import { nameTampering } from "../../facts/tampering/name-tampering";
import type { TamperingEvents } from "../../facts/tampering/tampering-events";
import { prefixOf } from "../foundation/naming";
import { breakGlassRoleArn } from "../protection/break-glass";
import { tamperingPattern } from "./tampering-pattern";

const tampering = [...guardrailTampering, ...evidenceTampering, ...alertTampering, ...accessTampering, ...nameTampering];

/** An EventBridge rule that tells on-call of something within seconds. */
export interface AlertRule {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** JSON. */
  readonly pattern: string;
  /** EventBridge leaves out calls that only read, of which taking a role counts as one, unless it is told. */
  readonly state: "ENABLED" | "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";
  readonly message: { readonly paths: Readonly<Record<string, string>>; readonly template: string };
}

export function alertRules(deployment: Deployment, region: string): readonly AlertRule[] {
  const watched = tampering.filter((events) => isWatched(deployment, region, events));
  const detections = deployment.guardrails.guardDuty === "here" ? [detectionRule(deployment)] : [];
  return [breakGlassRule(deployment), ...watched.map((events) => tamperingRule(deployment, region, events)), ...detections];
}

/** A landing zone that has a guardrail has its watch too. */
function isWatched(deployment: Deployment, region: string, events: TamperingEvents): boolean {
  const ours = events.guardrail === "none" || deployment.guardrails[events.guardrail] === "here";
  return ours && (events.where === "everyRegion" || events.where === region);
}

const callMessage = (opening: string): AlertRule["message"] => ({
  paths: { call: "$.detail.eventName", caller: "$.detail.userIdentity.arn", region: "$.region", time: "$.time" },
  template: `"${opening} <call> by <caller> in <region> at <time>. Look it up in the audit trail."`,
});

function tamperingRule(deployment: Deployment, region: string, events: TamperingEvents): AlertRule {
  return {
    id: events.id,
    name: `${prefixOf(deployment)}-tampering-${events.id}`,
    description: `Calls that may switch off ${events.watcher}`,
    pattern: tamperingPattern(deployment, region, events),
    state: "ENABLED",
    message: callMessage(`This may switch off ${events.watcher}:`),
  };
}

/** Faster than the alarm on the trail's log, and there where the trail is managed elsewhere. */
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
      template: '"GuardDuty found <finding>, severity <severity>, in <region> at <time>."',
    },
  };
}
