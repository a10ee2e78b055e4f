import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Construct } from "constructs";
import type { IssuerRule, ZoneDesign } from "../../design/names/names";

export interface PublicZoneProps {
  readonly zone: ZoneDesign;
  readonly issuers: readonly IssuerRule[];
}

/**
 * A zone that the whole internet may ask, and who may issue certificates for its names.
 *
 * A zone made anew has other name servers: until the zone above names them, nobody finds the service.
 */
export class PublicZone extends Construct {
  readonly zone: Route53Zone;
  /** An authority looks here before it issues. */
  readonly issuers: Route53Record;

  constructor(scope: Construct, id: string, props: PublicZoneProps) {
    super(scope, id);
    this.zone = this.defineZone(props);
    this.issuers = this.defineIssuers(props);
  }

  private defineZone({ zone }: PublicZoneProps): Route53Zone {
    return new Route53Zone(this, "zone", {
      name: zone.name,
      comment: zone.comment,
      forceDestroy: false,
      tags: { Name: zone.name },
      lifecycle: { preventDestroy: true },
    });
  }

  private defineIssuers({ zone, issuers }: PublicZoneProps): Route53Record {
    return new Route53Record(this, "issuers", {
      zoneId: this.zone.zoneId,
      name: zone.name,
      type: "CAA",
      ttl: 3600,
      records: issuers.map(({ tag, issuer }) => `0 ${tag} "${issuer}"`),
    });
  }
}
