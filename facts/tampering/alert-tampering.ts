import { everyCall, named, type Tampering } from "./tampering";

/**
 * Calls against the way from an event to a person. PutRule, PutMetricAlarm and their kin make as well
 * as replace: one that replaces blinds without deleting anything. Only what the deployment calls its
 * own is meant, since AWS's services make and unmake rules and alarms all day.
 */
export const alertTampering: readonly Tampering[] = [
  {
    id: "log-filters",
    watcher: "what looks for alarms in the audit trail, or what lets services write logs",
    guardrail: "none",
    eventSource: "logs.amazonaws.com",
    kept: "KeepAlerts",
    calls: [
      ...named("logs", "DeleteMetricFilter", "PutMetricFilter"),
      { denied: "logs:PutResourcePolicy", told: ["PutResourcePolicy"], kept: "KeepLogsAndFirewall" },
    ],
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
    kept: "KeepAlerts",
    calls: named("cloudwatch", "DeleteAlarms", "DisableAlarmActions", "PutMetricAlarm", "SetAlarmState"),
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
    kept: "KeepAlerts",
    calls: named("events", "DeleteRule", "DisableRule", "PutRule", "PutTargets", "RemoveTargets"),
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
    kept: "KeepAlerts",
    calls: named(
      "sns",
      "AddPermission",
      "DeleteTopic",
      "RemovePermission",
      "SetSubscriptionAttributes",
      "SetTopicAttributes",
      "Unsubscribe",
    ),
    ...everyCall,
    only: [
      { path: ["topicArn"], is: "theOnCallTopic" },
      // A subscription's ARN is its topic's and an id.
      { path: ["subscriptionArn"], is: "theOnCallTopic" },
    ],
  },
];
