import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { TwinFrontDesign } from "../../design/cell/twin-front";
import { slowCreation } from "../../design/foundation/creation-time-outs";
import type { MetricDimensions } from "../../design/foundation/metrics";

export interface TwinFrontProps {
  readonly front: TwinFrontDesign;
  readonly vpcId: string;
  /** The subnet of a fixed address, by the subnet's id in the plan. */
  readonly subnetIdOf: (subnet: string) => string;
  readonly securityGroupId: string;
  readonly certificateArn: string;
  /** The site's own private zone, in which its tasks find the other site. */
  readonly zoneId: string;
}

/** A cell's way in for the other site, and the name under which its own tasks find the other's. */
export class TwinFront extends Construct {
  readonly targetGroup: { readonly arn: string; readonly port: number };
  readonly listeners: readonly ITerraformDependable[];
  readonly metrics: MetricDimensions<"networkTargets">;

  constructor(scope: Construct, id: string, props: TwinFrontProps) {
    super(scope, id);
    const balancer = this.defineBalancer(props);
    const targets = this.defineTargets(props);
    this.listeners = [this.defineListener(balancer, targets, props)];
    this.defineTwinName(props);
    this.targetGroup = { arn: targets.arn, port: props.front.targets.port };
    this.metrics = { LoadBalancer: balancer.arnSuffix, TargetGroup: targets.arnSuffix };
  }

  private defineBalancer({ front, subnetIdOf, securityGroupId }: TwinFrontProps): Lb {
    return new Lb(this, "balancer", {
      name: front.name,
      loadBalancerType: "network",
      internal: true,
      ipAddressType: "ipv4",
      subnetMapping: front.addresses.map(({ subnet, address }) => ({ subnetId: subnetIdOf(subnet), privateIpv4Address: address })),
      securityGroups: [securityGroupId],
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "on",
      // The firewall's endpoint of an address's zone sees both ways; a zone that is lost takes no other with it.
      enableCrossZoneLoadBalancing: false,
      enableZonalShift: front.zonalShift === "offered",
      enableDeletionProtection: true,
      tags: { ...front.tags },
      timeouts: { ...slowCreation },
      lifecycle: { preventDestroy: true },
    });
  }

  /**
   * ECS replaces a task that any of its load balancers calls unwell, and payments must not end for
   * the sake of journals: all that is asked here is whether somebody listens, and for a minute.
   */
  private defineTargets({ front: { name, targets, tags }, vpcId }: TwinFrontProps): LbTargetGroup {
    return new LbTargetGroup(this, "targets", {
      name,
      vpcId,
      targetType: "ip",
      protocol: "TLS",
      port: targets.port,
      // Tasks answer the load balancer, which answers the twin: no route has to lead there from them.
      preserveClientIp: "false",
      deregistrationDelay: String(targets.deregistrationSeconds),
      healthCheck: {
        enabled: true,
        protocol: "TCP",
        port: "traffic-port",
        interval: 10,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 6,
      },
      tags: { ...tags },
    });
  }

  private defineListener(balancer: Lb, targets: LbTargetGroup, { front, certificateArn }: TwinFrontProps): LbListener {
    return new LbListener(this, "listener", {
      loadBalancerArn: balancer.arn,
      port: front.port,
      protocol: "TLS",
      sslPolicy: front.tlsPolicy,
      certificateArn,
      defaultAction: [{ type: "forward", targetGroupArn: targets.arn }],
      tags: { ...front.tags },
    });
  }

  /** All zones' addresses at once: a client that finds one silent takes the next. */
  private defineTwinName({ front: { twin }, zoneId }: TwinFrontProps): void {
    new Route53Record(this, "twin-name", { zoneId, name: twin.name, type: "A", ttl: 60, records: [...twin.addresses] });
  }
}
