import type { Deployment } from "../../config/deployment";
import type { AlarmDesign } from "../foundation/alarms";
import { onCallTopic, onCallTopicArn } from "../foundation/naming";
import { policyDocument } from "../foundation/policy-document";

/** The way from an alarm to a person, in one Region. */
export interface OnCallDesign {
  readonly topic: string;
  readonly policy: string;
  readonly subscriptions: Deployment["onCall"];
  /** A message that no retry could deliver: whoever the topic still reaches must go and look. */
  readonly undelivered: AlarmDesign<"topic">;
  /** An event that a rule found and could not hand on. */
  readonly notHandedOn: AlarmDesign<"eventRules">;
}

/** A lost message, told over the ways that still work. Its metric exists only when there is something to count. */
const lost = {
  comparison: "GreaterThanThreshold",
  threshold: 0,
  evaluationPeriods: 1,
  missingData: "notBreaching",
  tells: "trouble",
  runbook: "on-call-not-reached",
} as const;

export function onCallDesign(deployment: Deployment, region: string): OnCallDesign {
  return {
    topic: onCallTopic(deployment),
    policy: topicPolicy(deployment, region),
    subscriptions: deployment.onCall,
    undelivered: {
      id: "undelivered",
      name: `${onCallTopic(deployment)}-undelivered`,
      description: "A message to on-call did not reach one of its subscribers: a pager or a mailbox is down (PCI DSS 10.7.2)",
      metric: { of: "topic", name: "NumberOfNotificationsFailed", statistic: "Sum", periodSeconds: 300 },
      ...lost,
    },
    notHandedOn: {
      id: "not-handed-on",
      name: `${onCallTopic(deployment)}-not-handed-on`,
      description:
        "A rule of EventBridge in this Region could not deliver an event: the topic's policy or key may be broken (PCI DSS 10.7.2)",
      // EventBridge counts per rule; the query adds up every rule of the default bus
      // (eventbridge/latest/userguide/eb-monitoring, cloudwatch-metrics-insights-queryexamples, read 2026-11-23).
      metric: {
        of: "eventRules",
        name: "FailedInvocations",
        statistic: "Sum",
        periodSeconds: 300,
        query: { id: "failed", label: "Events that no rule could deliver" },
      },
      ...lost,
    },
  };
}

function topicPolicy(deployment: Deployment, region: string): string {
  const account = deployment.accounts.payments;
  const topicArn = onCallTopicArn(deployment, region);
  return policyDocument([
    {
      Sid: "Alarms",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: {
        ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:${region}:${account}:alarm:*` },
        StringEquals: { "aws:SourceAccount": account },
      },
    },
    // No condition: EventBridge's user guide (eb-use-resource-based, read 2026-11-23) rules them out
    // for topics, and events have been lost without a word to one (awsdocs/aws-cloudformation-user-guide
    // #481). At worst a stranger's rule pages on-call; it learns nothing.
    { Sid: "Events", Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sns:Publish", Resource: topicArn },
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}
