import { DefaultNetworkAcl } from "@cdktf/provider-aws/lib/default-network-acl";
import { DefaultRouteTable } from "@cdktf/provider-aws/lib/default-route-table";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import { type Segment, type SubnetPlan, segments } from "../../design/layout/address-plan";
import type { NetworkDesign } from "../../design/network/network";

/** A subnet and the one route table that is its own. */
export interface RoutedSubnet {
  readonly plan: SubnetPlan;
  readonly subnet: Subnet;
  readonly routeTable: RouteTable;
}

/**
 * The addresses of a site: a subnet per segment and zone, each with a route table of its own, and
 * AWS's defaults emptied, so that what nobody declared reaches nothing.
 *
 * **Changing** the address space, or a zone, replaces the subnets and all that is in them.
 */
export class SiteNetwork extends Construct {
  readonly vpc: Vpc;
  readonly internetGateway: InternetGateway;
  /** Id of AWS's default security group, emptied: what is behind it reaches nothing and is reached by nothing. */
  readonly closedSecurityGroupId: string;
  private readonly subnets: readonly RoutedSubnet[];

  constructor(scope: Construct, id: string, design: NetworkDesign) {
    super(scope, id);
    this.vpc = this.defineVpc(design);
    this.closedSecurityGroupId = this.emptyDefaults(design).id;
    this.internetGateway = new InternetGateway(this, "internet-gateway", {
      vpcId: this.vpc.id,
      tags: { ...design.segmentTags.edge, Name: design.name },
    });
    this.subnets = segments.flatMap((segment) => design.plan[segment].subnets.map((plan) => this.defineSubnet(design, plan)));
  }

  /** The subnets of a segment, in the order of their zones. */
  subnetsOf(segment: Segment): readonly RoutedSubnet[] {
    return this.subnets.filter(({ plan }) => plan.segment === segment);
  }

  subnet(id: string): RoutedSubnet {
    const found = this.subnets.find(({ plan }) => plan.id === id);
    if (found === undefined) throw new Error(`network has no subnet ${id}; it has ${this.subnets.map(({ plan }) => plan.id).join(", ")}`);
    return found;
  }

  private defineVpc(design: NetworkDesign): Vpc {
    return new Vpc(this, "vpc", {
      cidrBlock: design.addressSpace,
      enableDnsSupport: true,
      // Private names of interface endpoints resolve only with it.
      enableDnsHostnames: true,
      tags: { ...design.tags },
    });
  }

  private emptyDefaults(design: NetworkDesign): DefaultSecurityGroup {
    const tags = { ...design.tags, Name: `${design.name}-default-unused` };
    new DefaultNetworkAcl(this, "default-network-acl", {
      defaultNetworkAclId: this.vpc.defaultNetworkAclId,
      ingress: [],
      egress: [],
      tags,
    });
    new DefaultRouteTable(this, "default-route-table", { defaultRouteTableId: this.vpc.defaultRouteTableId, route: [], tags });
    return new DefaultSecurityGroup(this, "default-security-group", { vpcId: this.vpc.id, ingress: [], egress: [], tags });
  }

  private defineSubnet(design: NetworkDesign, plan: SubnetPlan): RoutedSubnet {
    const tags = { ...design.segmentTags[plan.segment], Name: `${design.name}-${plan.id}` };
    const subnet = new Subnet(this, plan.id, {
      vpcId: this.vpc.id,
      cidrBlock: plan.cidr,
      availabilityZoneId: plan.zoneId,
      mapPublicIpOnLaunch: false,
      tags,
    });
    const routeTable = new RouteTable(this, `${plan.id}-routes`, { vpcId: this.vpc.id, tags });
    new RouteTableAssociation(this, `${plan.id}-route-association`, { subnetId: subnet.id, routeTableId: routeTable.id });
    return { plan, subnet, routeTable };
  }
}
