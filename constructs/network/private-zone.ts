import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Construct } from "constructs";
import type { PrivateZoneDesign } from "../../design/site/private-zone";

export interface PrivateZoneProps {
  readonly zone: PrivateZoneDesign;
  readonly vpcId: string;
}

/** A zone that only the network's own resolver answers from: to tasks inside, and to participants who ask its inbound endpoint. */
export class PrivateZone extends Construct {
  readonly zoneId: string;

  constructor(scope: Construct, id: string, { zone, vpcId }: PrivateZoneProps) {
    super(scope, id);
    this.zoneId = new Route53Zone(this, "zone", {
      name: zone.name,
      comment: zone.comment,
      forceDestroy: false,
      vpc: [{ vpcId }],
      tags: { ...zone.tags },
      lifecycle: { preventDestroy: true },
    }).zoneId;
  }
}
