import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { LbTargetGroupAttachment } from "@cdktf/provider-aws/lib/lb-target-group-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { PrivateFrontDesign } from "../../design/cell/private-front";
import { slowCreation } from "../../design/foundation/creation-time-outs";
import type { MetricDimensions } from "../../design/foundation/metrics";
import { ApplicationBalancer } from "./application-balancer";
import { FrontListener } from "./front-listener";

export interface PrivateFrontProps {
  readonly front: PrivateFrontDesign;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  /** The subnet of a fixed address, by the subnet's id in the plan. */
  readonly subnetIdOf: (subnet: string) => string;
  readonly securityGroupId: string;
  readonly certificateArn: string;
}

/**
 * A cell's way in over private lines: a Network Load Balancer with a fixed address per zone, and
 * behind it, in the same subnets, the one that ends TLS.
 */
export class PrivateFront extends Construct {
  readonly dnsName: string;
  readonly hostedZoneId: string;
  readonly targetGroup: { readonly arn: string; readonly port: number };
  readonly listeners: readonly ITerraformDependable[];
  /** The load balancer that ends TLS and the tasks behind it, to CloudWatch. */
  readonly metrics: MetricDimensions<"applicationTargets">;
  /** The load balancer with fixed addresses and what is behind it, to CloudWatch. */
  readonly fixedMetrics: MetricDimensions<"networkTargets">;

  constructor(scope: Construct, id: string, props: PrivateFrontProps) {
    super(scope, id);
    const inner = new ApplicationBalancer(this, "inner", { ...props, reach: "internal" });
    const listener = this.defineListener(inner, props);
    const outer = this.defineFixed(props);
    const through = this.defineWayThrough(inner, listener, props);
    this.defineFixedListener(outer, through, props);
    this.dnsName = outer.dnsName;
    this.hostedZoneId = outer.zoneId;
    this.targetGroup = { arn: inner.targetGroup.arn, port: props.front.targets.port };
    this.listeners = [listener];
    this.metrics = inner.metrics;
    this.fixedMetrics = { LoadBalancer: outer.arnSuffix, TargetGroup: through.arnSuffix };
  }

  private defineListener(
    { loadBalancer, targetGroup }: ApplicationBalancer,
    { front, certificateArn }: PrivateFrontProps,
  ): ITerraformDependable {
    return new FrontListener(this, front.listener.listener, {
      listener: front.listener,
      loadBalancerArn: loadBalancer.arn,
      certificateArn,
      targetGroupArn: targetGroup.arn,
      tags: front.tags,
    }).listener;
  }

  private defineFixed({ front: { fixed }, subnetIdOf, securityGroupId }: PrivateFrontProps): Lb {
    return new Lb(this, "fixed", {
      name: fixed.name,
      loadBalancerType: "network",
      internal: true,
      ipAddressType: "ipv4",
      subnetMapping: fixed.addresses.map(({ subnet, address }) => ({ subnetId: subnetIdOf(subnet), privateIpv4Address: address })),
      securityGroups: [securityGroupId],
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "on",
      // An address ends with its own zone and no other: participants know one in each.
      enableCrossZoneLoadBalancing: false,
      enableZonalShift: fixed.zonalShift === "offered",
      enableDeletionProtection: true,
      tags: { ...fixed.tags },
      timeouts: { ...slowCreation },
      lifecycle: { preventDestroy: true },
    });
  }

  /** A target group of this kind keeps AWS's own attributes, the caller's address preserved among them; only its check is ours. */
  private defineWayThrough(inner: ApplicationBalancer, listener: ITerraformDependable, { front, vpcId }: PrivateFrontProps): LbTargetGroup {
    const { fixed, listener: private_ } = front;
    const through = new LbTargetGroup(this, "through", {
      name: fixed.name,
      vpcId,
      targetType: "alb",
      protocol: "TCP",
      port: private_.port,
      healthCheck: {
        enabled: true,
        protocol: "HTTPS",
        port: "traffic-port",
        path: fixed.healthPath,
        matcher: "200",
        interval: 10,
        timeout: 8,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
      },
      tags: { ...fixed.tags },
    });
    new LbTargetGroupAttachment(this, "through-inner", {
      targetGroupArn: through.arn,
      targetId: inner.loadBalancer.arn,
      port: private_.port,
      // Elastic Load Balancing takes a load balancer for a target only once it listens on the port.
      dependsOn: [listener],
    });
    return through;
  }

  private defineFixedListener(outer: Lb, through: LbTargetGroup, { front: { fixed } }: PrivateFrontProps): LbListener {
    return new LbListener(this, "fixed-listener", {
      loadBalancerArn: outer.arn,
      port: fixed.port,
      protocol: "TCP",
      defaultAction: [{ type: "forward", targetGroupArn: through.arn }],
      tags: { ...fixed.tags },
    });
  }
}
