import { Eip } from "@cdktf/provider-aws/lib/eip";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { NetworkDesign } from "../../design/network/network";
import type { RouteDestination, RouteTarget } from "../../design/network/routes";
import type { Firewall } from "./firewall";
import type { SiteNetwork } from "./site-network";

export interface SubnetRoutesProps {
  readonly design: NetworkDesign;
  readonly network: SiteNetwork;
  readonly firewall: Firewall;
  readonly transitGatewayId: string;
  /** A route to a transit gateway is refused until the network is attached to it. */
  readonly attachment: ITerraformDependable;
}

/** The routes of every subnet's table, and the NAT gateways that some of them lead to. */
export class SubnetRoutes extends Construct {
  constructor(scope: Construct, id: string, props: SubnetRoutesProps) {
    super(scope, id);
    const natGateways = new Map(props.design.natZones.map((zone) => [zone, this.defineNatGateway(props, zone)]));
    for (const route of props.design.routes) {
      new Route(this, `${route.subnet}-to-${route.id}`, {
        routeTableId: props.network.subnet(route.subnet).routeTable.id,
        destinationCidrBlock: destinationOf(props.network, route.destination),
        ...targetOf(props, natGateways, route.target),
      });
    }
  }

  private defineNatGateway({ design, network }: SubnetRoutesProps, zone: number): NatGateway {
    const tags = { ...design.segmentTags.edge, Name: `${design.name}-nat-${zone}` };
    const address = new Eip(this, `nat-${zone}-address`, { domain: "vpc", tags, dependsOn: [network.internetGateway] });
    return new NatGateway(this, `nat-${zone}`, {
      allocationId: address.allocationId,
      subnetId: network.subnet(`edge-${zone}`).subnet.id,
      tags,
      dependsOn: [network.internetGateway],
    });
  }
}

/** The whole range of a subnet that is there: AWS takes nothing else that is narrower than the local route. */
function destinationOf(network: SiteNetwork, destination: RouteDestination): string {
  switch (destination.kind) {
    case "cidr":
      return destination.cidr;
    case "subnet":
      return network.subnet(destination.subnet).subnet.cidrBlock;
  }
}

function targetOf(props: SubnetRoutesProps, natGateways: ReadonlyMap<number, NatGateway>, target: RouteTarget) {
  switch (target.kind) {
    case "internetGateway":
      return { gatewayId: props.network.internetGateway.id };
    case "transitGateway":
      return { transitGatewayId: props.transitGatewayId, dependsOn: [props.attachment] };
    case "firewall":
      return { vpcEndpointId: props.firewall.endpointIn(props.network.subnet(`inspection-${target.zone}`)) };
    case "natGateway": {
      const natGateway = natGateways.get(target.zone);
      if (natGateway === undefined) throw new Error(`no NAT gateway in zone ${target.zone}`);
      return { natGatewayId: natGateway.id };
    }
  }
}
