import { everyCall, type TamperingEvents } from "./tampering-events";

/**
 * Calls against the way from an event to a person. PutRule, PutMetricAlarm and their kin make as well
 * as replace: one that replaces blinds without deleting anything. Only what the deployment calls its
 * own is meant, since AWS's services make and unmake rules and alarms all day.
 */
export const alertTampering: readonly TamperingEvents[] = [
  {
    id: "log-filters",
    watcher: "what looks for alarms in the audit trail, or what lets services write logs",
    guardrail: "none",
    eventSource: "logs.amazonaws.com",
    eventNames: ["DeleteMetricFilter", "PutMetricFilter", "PutResourcePolicy"],
    ...everyCall,
    only: [
      { path: ["filterName"], is: "anOwnName" },
      { path: ["policyName"], is: "anOwnName" },
    ],
  },
  {
    id: "alarms",
    watcher: "an alarm",
    guardrail: "none",
    eventSource: "monitoring.amazonaws.com",
    eventNames: ["DeleteAlarms", "DisableAlarmActions", "PutMetricAlarm", "SetAlarmState"],
    ...everyCall,
    only: [
      { path: ["alarmName"], is: "anOwnName" },
      { path: ["alarmNames"], is: "anOwnName" },
    ],
  },
  {
    id: "event-rules",
    watcher: "the rules that tell of all this",
    guardrail: "none",
    eventSource: "events.amazonaws.com",
    eventNames: ["DeleteRule", "DisableRule", "PutRule", "PutTargets", "RemoveTargets"],
    ...everyCall,
    only: [
      { path: ["name"], is: "anOwnName" },
      { path: ["rule"], is: "anOwnName" },
    ],
  },
  {
    id: "on-call",
    watcher: "the way to the people on call",
    guardrail: "none",
    eventSource: "sns.amazonaws.com",
    eventNames: ["AddPermission", "DeleteTopic", "RemovePermission", "SetSubscriptionAttributes", "SetTopicAttributes", "Unsubscribe"],
    ...everyCall,
    only: [
      { path: ["topicArn"], is: "theOnCallTopic" },
      // A subscription's ARN is its topic's and an id.
      { path: ["subscriptionArn"], is: "theOnCallTopic" },
    ],
  },
];
