import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Tags } from "../../design/foundation/tags";
import type { EndpointDesign } from "../../design/network/endpoints";
import type { SiteNetwork } from "./site-network";

export interface PrivateEndpointsProps {
  readonly endpoints: readonly EndpointDesign[];
  readonly tags: Tags;
  readonly network: SiteNetwork;
  readonly securityGroupId: string;
  /** The fixed addresses' reservations: an endpoint made before them might take one. */
  readonly reservations: readonly ITerraformDependable[];
}

/**
 * The doors to AWS's own services: an address in every zone, or a route, and a policy that lets
 * this account do what the payment service does and nothing else.
 */
export class PrivateEndpoints extends Construct {
  private readonly gateways: ReadonlyMap<string, VpcEndpoint>;

  constructor(scope: Construct, id: string, props: PrivateEndpointsProps) {
    super(scope, id);
    const made = props.endpoints.map((endpoint) => [endpoint, this.defineEndpoint(props, endpoint)] as const);
    this.gateways = new Map(made.flatMap(([{ id: service, kind }, endpoint]) => (kind === "gateway" ? [[service, endpoint]] : [])));
  }

  /** AWS's list of a service's addresses, as a security group can name it. */
  prefixListOf(service: string): string {
    const endpoint = this.gateways.get(service);
    if (endpoint === undefined) throw new Error(`no gateway endpoint for ${service}`);
    return endpoint.prefixListId;
  }

  private defineEndpoint(props: PrivateEndpointsProps, endpoint: EndpointDesign): VpcEndpoint {
    const common = {
      vpcId: props.network.vpc.id,
      serviceName: endpoint.serviceName,
      policy: endpoint.policy,
      tags: { ...props.tags, Name: `${props.tags["Name"]}-${endpoint.id}` },
    };
    switch (endpoint.kind) {
      case "gateway":
        return new VpcEndpoint(this, endpoint.id, {
          ...common,
          vpcEndpointType: "Gateway",
          routeTableIds: props.network.subnetsOf("cde").map(({ routeTable }) => routeTable.id),
        });
      case "interface":
        return new VpcEndpoint(this, endpoint.id, {
          ...common,
          vpcEndpointType: "Interface",
          subnetIds: props.network.subnetsOf("endpoints").map(({ subnet }) => subnet.id),
          securityGroupIds: [props.securityGroupId],
          privateDnsEnabled: true,
          dependsOn: [...props.reservations],
        });
    }
  }
}
