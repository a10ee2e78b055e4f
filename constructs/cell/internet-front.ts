import { LbTrustStore } from "@cdktf/provider-aws/lib/lb-trust-store";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { InternetFrontDesign } from "../../design/cell/internet-front";
import type { MetricDimensions } from "../../design/foundation/metrics";
import { ApplicationBalancer } from "./application-balancer";
import { FrontListener } from "./front-listener";
import { WebFilter } from "./web-filter";

export interface InternetFrontProps {
  readonly front: InternetFrontDesign;
  readonly region: string;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
  readonly certificateArn: string;
  readonly logsKeyArn: string;
}

/** A cell's way in from the internet: a web filter, a load balancer, and a listener for each purpose. */
export class InternetFront extends Construct {
  readonly dnsName: string;
  readonly hostedZoneId: string;
  readonly targetGroup: { readonly arn: string; readonly port: number };
  readonly listeners: readonly ITerraformDependable[];
  readonly metrics: MetricDimensions<"applicationTargets" | "webFilter">;

  constructor(scope: Construct, id: string, props: InternetFrontProps) {
    super(scope, id);
    const balancer = new ApplicationBalancer(this, "balancer", { ...props, reach: "internet" });
    const trust = this.defineTrust(props.front);
    this.listeners = this.defineListeners(balancer, trust, props);
    const filter = new WebFilter(this, "filter", {
      filter: props.front.filter,
      region: props.region,
      loadBalancerArn: balancer.loadBalancer.arn,
      logsKeyArn: props.logsKeyArn,
    });
    this.dnsName = balancer.loadBalancer.dnsName;
    this.hostedZoneId = balancer.loadBalancer.zoneId;
    this.targetGroup = { arn: balancer.targetGroup.arn, port: props.front.targets.port };
    this.metrics = { ...balancer.metrics, ...filter.metrics };
  }

  private defineTrust({ trust, tags }: InternetFrontDesign): LbTrustStore | undefined {
    if (trust === undefined) return undefined;
    return new LbTrustStore(this, "trust", {
      name: trust.name,
      caCertificatesBundleS3Bucket: trust.bucket,
      caCertificatesBundleS3Key: trust.bundle,
      tags: { ...tags },
    });
  }

  private defineListeners(
    { loadBalancer, targetGroup }: ApplicationBalancer,
    trust: LbTrustStore | undefined,
    { front, certificateArn }: InternetFrontProps,
  ): readonly ITerraformDependable[] {
    return front.listeners.map((listener) => {
      const trustsClients = listener.listener === "mutualTls" && trust !== undefined;
      return new FrontListener(this, listener.listener, {
        listener,
        loadBalancerArn: loadBalancer.arn,
        certificateArn,
        targetGroupArn: targetGroup.arn,
        tags: front.tags,
        ...(trustsClients ? { trustStoreArn: trust.arn } : {}),
      }).listener;
    });
  }
}
