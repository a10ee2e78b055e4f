import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Construct } from "constructs";
import { IDLE_SECONDS, type TargetGroupDesign } from "../../design/cell/front-targets";
import type { ZonalShift } from "../../design/cell/zonal-shift";
import { slowCreation } from "../../design/foundation/creation-time-outs";
import type { MetricDimensions } from "../../design/foundation/metrics";
import type { Tags } from "../../design/foundation/tags";
import type { FrontLogs } from "../../design/site/front-logs";

export interface ApplicationBalancerProps {
  readonly front: ApplicationFront;
  readonly reach: "internet" | "internal";
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
}

/** What is decided alike of every Application Load Balancer. */
interface ApplicationFront {
  readonly name: string;
  readonly targets: TargetGroupDesign;
  readonly capacityUnits: number;
  readonly zonalShift: ZonalShift;
  readonly logs: FrontLogs;
  readonly tags: Tags;
}

/**
 * A load balancer that ends TLS, and the payment service's tasks behind it.
 *
 * **Changing** its name, reach or a target group's port makes it anew, under another address.
 */
export class ApplicationBalancer extends Construct {
  readonly loadBalancer: Lb;
  readonly targetGroup: LbTargetGroup;

  constructor(scope: Construct, id: string, props: ApplicationBalancerProps) {
    super(scope, id);
    this.loadBalancer = this.defineLoadBalancer(props);
    this.targetGroup = this.defineTargets(props);
  }

  get metrics(): MetricDimensions<"applicationTargets"> {
    return { LoadBalancer: this.loadBalancer.arnSuffix, TargetGroup: this.targetGroup.arnSuffix };
  }

  private defineLoadBalancer({ front, reach, subnetIds, securityGroupId }: ApplicationBalancerProps): Lb {
    const { bucket, accessPrefix, connectionPrefix } = front.logs;
    return new Lb(this, "balancer", {
      name: front.name,
      loadBalancerType: "application",
      internal: reach === "internal",
      ipAddressType: "ipv4",
      subnets: [...subnetIds],
      securityGroups: [securityGroupId],
      enableDeletionProtection: true,
      enableHttp2: true,
      enableZonalShift: front.zonalShift === "offered",
      // A filter that cannot be asked refuses all: the health checks fail with it, and the other site takes over.
      enableWafFailOpen: false,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      preserveHostHeader: true,
      // The last address in the header is the caller's; what stands before it is the caller's word.
      xffHeaderProcessingMode: "append",
      idleTimeout: IDLE_SECONDS,
      // The default is an hour: that long a client would stay at a site that DNS leads nobody to any more.
      clientKeepAlive: 180,
      minimumLoadBalancerCapacity: { capacityUnits: front.capacityUnits },
      accessLogs: { bucket, prefix: accessPrefix, enabled: true },
      connectionLogs: { bucket, prefix: connectionPrefix, enabled: true },
      tags: { ...front.tags },
      timeouts: { ...slowCreation },
      lifecycle: { preventDestroy: true },
    });
  }

  private defineTargets({ front: { targets }, vpcId }: ApplicationBalancerProps): LbTargetGroup {
    const { minimumPercentage } = targets.zoneHealth;
    return new LbTargetGroup(this, "targets", {
      name: targets.name,
      vpcId,
      targetType: "ip",
      protocol: "HTTPS",
      protocolVersion: "HTTP1",
      port: targets.port,
      // Requests and tasks are alike, and a task that fails fast has few outstanding: it would draw the most.
      loadBalancingAlgorithmType: "round_robin",
      loadBalancingCrossZoneEnabled: targets.crossZone,
      deregistrationDelay: String(targets.deregistrationSeconds),
      slowStart: targets.slowStartSeconds,
      // Out after ten seconds, which a full queue does not last.
      healthCheck: {
        enabled: true,
        protocol: "HTTPS",
        port: "traffic-port",
        path: targets.healthPath,
        matcher: "200",
        interval: 5,
        timeout: 4,
        healthyThreshold: 2,
        unhealthyThreshold: 2,
      },
      targetGroupHealth: {
        dnsFailover: { minimumHealthyTargetsCount: "1", minimumHealthyTargetsPercentage: minimumPercentage },
        // Requests go to unwell tasks only when none is well: others could still carry them.
        unhealthyStateRouting: { minimumHealthyTargetsCount: 1, minimumHealthyTargetsPercentage: "off" },
      },
      tags: { ...targets.tags },
    });
  }
}
