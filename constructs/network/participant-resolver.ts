import { Ec2SubnetCidrReservation } from "@cdktf/provider-aws/lib/ec2-subnet-cidr-reservation";
import { Route53ResolverEndpoint } from "@cdktf/provider-aws/lib/route53-resolver-endpoint";
import { Route53ResolverQueryLogConfig } from "@cdktf/provider-aws/lib/route53-resolver-query-log-config";
import { Route53ResolverQueryLogConfigAssociation } from "@cdktf/provider-aws/lib/route53-resolver-query-log-config-association";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { NetworkDesign } from "../../design/network/network";
import type { LogGroup } from "../protection/log-group";
import type { SiteNetwork } from "./site-network";

export interface ParticipantResolverProps {
  readonly design: NetworkDesign;
  readonly network: SiteNetwork;
  readonly securityGroupId: string;
  readonly queries: LogGroup;
  /** What lets the log delivery service write to the group. */
  readonly delivery: ITerraformDependable;
}

/**
 * Where participants on private lines look up the service's private names: an address per zone
 * that never changes, kept free for it, and a record of every look-up.
 */
export class ParticipantResolver extends Construct {
  readonly reservations: readonly ITerraformDependable[];
  readonly endpointId: string;

  constructor(scope: Construct, id: string, props: ParticipantResolverProps) {
    super(scope, id);
    this.reservations = this.reserveAddresses(props);
    this.endpointId = this.defineEndpoint(props).id;
    this.logQueries(props);
  }

  private reserveAddresses({ design, network }: ParticipantResolverProps): readonly Ec2SubnetCidrReservation[] {
    return design.fixedAddresses.map(
      ({ subnet, reserved }) =>
        new Ec2SubnetCidrReservation(this, `${subnet}-fixed`, {
          subnetId: network.subnet(subnet).subnet.id,
          cidrBlock: reserved,
          reservationType: "explicit",
          description: "Addresses that participants are told once",
        }),
    );
  }

  private defineEndpoint({ design, network, securityGroupId }: ParticipantResolverProps): Route53ResolverEndpoint {
    return new Route53ResolverEndpoint(this, "inbound", {
      name: `${design.name}-inbound`,
      direction: "INBOUND",
      resolverEndpointType: "IPV4",
      protocols: ["Do53"],
      securityGroupIds: [securityGroupId],
      ipAddress: design.fixedAddresses.map(({ subnet, resolver }) => ({ subnetId: network.subnet(subnet).subnet.id, ip: resolver })),
      tags: { ...design.segmentTags.endpoints, Name: `${design.name}-inbound` },
      dependsOn: [...this.reservations],
    });
  }

  private logQueries({ design, network, queries, delivery }: ParticipantResolverProps): void {
    const log = new Route53ResolverQueryLogConfig(this, "query-log", {
      name: `${design.name}-queries`,
      destinationArn: queries.arn,
      tags: { Name: `${design.name}-queries` },
      dependsOn: [delivery],
    });
    new Route53ResolverQueryLogConfigAssociation(this, "query-log-association", {
      resolverQueryLogConfigId: log.id,
      resourceId: network.vpc.id,
    });
  }
}
