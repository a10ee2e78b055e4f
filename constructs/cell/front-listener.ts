import { LbListener, type LbListenerConfig } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { ListenerAnswer, ListenerDesign, ListenerRule } from "../../design/cell/front-listeners";
import type { Tags } from "../../design/foundation/tags";

export interface FrontListenerProps {
  readonly listener: ListenerDesign;
  readonly loadBalancerArn: string;
  readonly certificateArn: string;
  readonly targetGroupArn: string;
  readonly tags: Tags;
  /** @default - no certificate is asked of clients */
  readonly trustStoreArn?: string;
}

/** A port on which an Application Load Balancer speaks TLS, and what it answers to which request. */
export class FrontListener extends Construct {
  readonly listener: ITerraformDependable;

  constructor(scope: Construct, id: string, props: FrontListenerProps) {
    super(scope, id);
    const listener = this.defineListener(props);
    for (const rule of props.listener.rules) this.defineRule(listener, rule, props);
    this.listener = listener;
  }

  private defineListener(props: FrontListenerProps): LbListener {
    const { listener, loadBalancerArn, certificateArn, tags } = props;
    return new LbListener(this, "listener", {
      loadBalancerArn,
      port: listener.port,
      protocol: "HTTPS",
      sslPolicy: listener.tlsPolicy,
      certificateArn,
      routingHttpResponseServerEnabled: false,
      defaultAction: [answer(listener.otherwise, props)],
      tags: { ...tags },
      ...mutualAuthentication(props),
    });
  }

  private defineRule({ arn }: LbListener, { id, priority, matches, answer: says }: ListenerRule, props: FrontListenerProps): void {
    const condition =
      matches.kind === "paths"
        ? { pathPattern: { values: [...matches.paths] } }
        : { httpHeader: { httpHeaderName: matches.header, values: ["*"] } };
    new LbListenerRule(this, id, {
      listenerArn: arn,
      priority,
      condition: [condition],
      action: [answer(says, props)],
      tags: { ...props.tags },
    });
  }
}

function answer(says: ListenerAnswer, { targetGroupArn }: FrontListenerProps) {
  switch (says) {
    case "forward":
      return { type: "forward", targetGroupArn };
    case "notFound":
      return { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } };
  }
}

function mutualAuthentication({ trustStoreArn }: FrontListenerProps): Pick<LbListenerConfig, "mutualAuthentication"> {
  if (trustStoreArn === undefined) return {};
  return { mutualAuthentication: { mode: "verify", trustStoreArn, ignoreClientCertificateExpiry: false } };
}
