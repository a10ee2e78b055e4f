import { Route } from "@cdktf/provider-aws/lib/route";
import { VpcPeeringConnection } from "@cdktf/provider-aws/lib/vpc-peering-connection";
import { Construct } from "constructs";
import type { PeeringRoute } from "../../design/network/network-peering";
import type { TwinProviders } from "../protection/twin-providers";
import type { SiteNetwork } from "./site-network";

type Side = "a" | "b";

export interface NetworkPeeringProps {
  readonly name: string;
  readonly networks: Readonly<Record<Side, SiteNetwork>>;
  readonly routes: Readonly<Record<Side, readonly PeeringRoute[]>>;
  readonly providers: TwinProviders;
}

/**
 * A peering of the two sites' networks in one Region, and each one's way to the other. Of one account
 * and Region, so it accepts itself.
 */
export class NetworkPeering extends Construct {
  constructor(scope: Construct, id: string, props: NetworkPeeringProps) {
    super(scope, id);
    const peering = new VpcPeeringConnection(this, "connection", {
      provider: props.providers.a,
      vpcId: props.networks.a.vpc.id,
      peerVpcId: props.networks.b.vpc.id,
      autoAccept: true,
      tags: { Name: props.name },
    });
    this.defineSide("a", peering, props);
    this.defineSide("b", peering, props);
  }

  private defineSide(side: Side, peering: VpcPeeringConnection, { networks, routes, providers }: NetworkPeeringProps): void {
    for (const { subnet, destination } of routes[side]) {
      new Route(this, `${side}-${subnet}-to-twin`, {
        provider: providers[side],
        routeTableId: networks[side].subnet(subnet).routeTable.id,
        destinationCidrBlock: destination,
        vpcPeeringConnectionId: peering.id,
      });
    }
  }
}
