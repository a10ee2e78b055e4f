import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Construct } from "constructs";
import type { ZoneDesign } from "../../design/names/names";

export interface PrivateDelegationProps {
  /** The private names' zone as the internet sees it: of no names. */
  readonly zone: ZoneDesign;
  /** The signed zone above. */
  readonly parentId: string;
  readonly delegationSeconds: number;
}

/**
 * What tells resolvers that check signatures that answers below this name have none: a delegation
 * without a DS record (docs/adr/0017-an-unsigned-delegation-for-private-names.md).
 */
export class PrivateDelegation extends Construct {
  readonly zoneId: string;

  constructor(scope: Construct, id: string, props: PrivateDelegationProps) {
    super(scope, id);
    const zone = this.defineZone(props);
    this.zoneId = zone.zoneId;
    this.delegate(zone, props);
  }

  private defineZone({ zone }: PrivateDelegationProps): Route53Zone {
    return new Route53Zone(this, "zone", {
      name: zone.name,
      comment: zone.comment,
      forceDestroy: false,
      tags: { Name: zone.name },
      lifecycle: { preventDestroy: true },
    });
  }

  private delegate(zone: Route53Zone, { zone: { name }, parentId, delegationSeconds }: PrivateDelegationProps): void {
    new Route53Record(this, "delegation", {
      zoneId: parentId,
      name,
      type: "NS",
      ttl: delegationSeconds,
      records: zone.nameServers,
    });
  }
}
