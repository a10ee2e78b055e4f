import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import type { OnCallDesign } from "../../design/guardrails/on-call";
import { Alarm } from "../foundation/alarm";

export interface OnCallTopicProps {
  readonly onCall: OnCallDesign;
  readonly kmsKeyArn: string;
}

/**
 * The encrypted topic that reaches the people on call. A subscription reaches nobody until its
 * endpoint has confirmed it; an apply does not wait for that, lest a pager's outage stop it.
 */
export class OnCallTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { onCall, kmsKeyArn }: OnCallTopicProps) {
    super(scope, id);
    const topic = new SnsTopic(this, "topic", { name: onCall.topic, kmsMasterKeyId: kmsKeyArn });
    new SnsTopicPolicy(this, "policy", { arn: topic.arn, policy: onCall.policy });
    for (const [position, { protocol, endpoint }] of onCall.subscriptions.entries()) {
      new SnsTopicSubscription(this, `subscription-${position + 1}`, { topicArn: topic.arn, protocol, endpoint });
    }
    const delivery = new Construct(this, "delivery");
    const told = { topicArn: topic.arn, addressed: "byIdAlone" } as const;
    new Alarm(delivery, onCall.undelivered.id, { alarm: onCall.undelivered, of: { TopicName: onCall.topic }, ...told });
    new Alarm(delivery, onCall.notHandedOn.id, { alarm: onCall.notHandedOn, of: {}, ...told });
    this.arn = topic.arn;
  }
}
