import { DataAwsEc2TransitGatewayDxGatewayAttachment } from "@cdktf/provider-aws/lib/data-aws-ec2-transit-gateway-dx-gateway-attachment";
import { DxGateway } from "@cdktf/provider-aws/lib/dx-gateway";
import { DxGatewayAssociation } from "@cdktf/provider-aws/lib/dx-gateway-association";
import { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import { Ec2TransitGatewayRoute } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route";
import { Ec2TransitGatewayRouteTable } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table";
import { Ec2TransitGatewayRouteTableAssociation } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-association";
import { Ec2TransitGatewayRouteTablePropagation } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-propagation";
import { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import { Fn, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import type { Tags } from "../../design/foundation/tags";
import type { ReachableSegment, TransitDesign } from "../../design/network/transit";
import type { SiteNetwork } from "./site-network";

export interface TransitGateProps {
  readonly design: TransitDesign;
  readonly network: SiteNetwork;
  readonly tags: Tags;
}

/** The gateway's tables, one per level of trust, by who sends into them. */
export interface TransitTables {
  readonly site: Ec2TransitGatewayRouteTable;
  readonly privateLines: Ec2TransitGatewayRouteTable;
  /** Route table of the twin, where it hangs on another Region's gateway. */
  readonly twin: Ec2TransitGatewayRouteTable | undefined;
}

/**
 * A site's transit gateway and Direct Connect gateway. There is no default table, so an attachment
 * that nobody declared reaches nothing; private lines and the twin reach the declared segments only,
 * and never each other.
 *
 * **Changing** the default tables from `disable` later would replace the gateway.
 */
export class TransitGate extends Construct {
  readonly gateway: Ec2TransitGateway;
  readonly attachment: Ec2TransitGatewayVpcAttachment;
  readonly tables: TransitTables;
  /** What the virtual interfaces of private lines are made for. */
  readonly directConnectGatewayId: string;

  constructor(scope: Construct, id: string, props: TransitGateProps) {
    super(scope, id);
    this.gateway = this.defineGateway(props);
    this.attachment = this.attachNetwork(props);
    this.tables = {
      site: this.table(props, "site"),
      privateLines: this.table(props, "private-lines"),
      twin: props.design.twin === "peered" ? this.table(props, "twin") : undefined,
    };
    const directConnectGateway = this.defineDirectConnectGateway(props);
    this.directConnectGatewayId = directConnectGateway.id;
    const privateLines = this.attachPrivateLines(props, directConnectGateway);
    this.associate("site", this.tables.site, this.attachment.id);
    this.associate("private-lines", this.tables.privateLines, privateLines);
    this.learnPrivateLines(props.design.announcements, privateLines);
    this.reach("private-lines", this.tables.privateLines, props.design.fromPrivateLines);
    if (this.tables.twin !== undefined) this.reach("twin", this.tables.twin, props.design.fromTwin);
  }

  private defineGateway({ design, tags }: TransitGateProps): Ec2TransitGateway {
    return new Ec2TransitGateway(this, "gateway", {
      description: "Private lines and the twin",
      amazonSideAsn: design.transitGatewayAsn,
      autoAcceptSharedAttachments: "disable",
      defaultRouteTableAssociation: "disable",
      defaultRouteTablePropagation: "disable",
      dnsSupport: "enable",
      vpnEcmpSupport: "enable",
      tags: { ...tags, Name: design.name },
    });
  }

  /** The firewall endpoint is chosen by the workload's subnet, not by the zone of entry: no appliance mode is needed. */
  private attachNetwork({ design, network, tags }: TransitGateProps): Ec2TransitGatewayVpcAttachment {
    return new Ec2TransitGatewayVpcAttachment(this, "network-attachment", {
      transitGatewayId: this.gateway.id,
      vpcId: network.vpc.id,
      subnetIds: network.subnetsOf("transit").map(({ subnet }) => subnet.id),
      applianceModeSupport: "disable",
      dnsSupport: "enable",
      transitGatewayDefaultRouteTableAssociation: false,
      transitGatewayDefaultRouteTablePropagation: false,
      tags: { ...tags, Name: design.name },
    });
  }

  private table({ design, tags }: TransitGateProps, trust: string): Ec2TransitGatewayRouteTable {
    return new Ec2TransitGatewayRouteTable(this, `${trust}-table`, {
      transitGatewayId: this.gateway.id,
      tags: { ...tags, Name: `${design.name}-${trust}` },
    });
  }

  private defineDirectConnectGateway({ design }: TransitGateProps): DxGateway {
    return new DxGateway(this, "direct-connect-gateway", {
      name: design.name,
      amazonSideAsn: String(design.directConnectGatewayAsn),
    });
  }

  /**
   * @returns id of the Direct Connect gateway's attachment, which comes into being with the
   *   association and which the provider tells nowhere else.
   *
   * The look-up's arguments go through locals. With a direct reference Terraform would put it off
   * whenever the association changes, think the id unknown, and replace the routes to the private
   * lines because a prefix was added. The part of length none is unknown until the association is.
   */
  private attachPrivateLines({ design }: TransitGateProps, gateway: DxGateway): string {
    const association = new DxGatewayAssociation(this, "direct-connect-association", {
      dxGatewayId: gateway.id,
      associatedGatewayId: this.gateway.id,
      allowedPrefixes: [...design.advertisedPrefixes],
    });
    const nothing = Fn.substr(association.dxGatewayAssociationId, 0, 0);
    const associated = new TerraformLocal(this, "associated-direct-connect-gateway", Fn.join("", [association.dxGatewayId, nothing]));
    const transit = new TerraformLocal(this, "associated-transit-gateway", association.associatedGatewayId);
    return new DataAwsEc2TransitGatewayDxGatewayAttachment(this, "direct-connect-attachment", {
      dxGatewayId: associated.asString,
      transitGatewayId: transit.asString,
    }).id;
  }

  private associate(trust: string, table: Ec2TransitGatewayRouteTable, attachmentId: string): void {
    new Ec2TransitGatewayRouteTableAssociation(this, `${trust}-association`, {
      transitGatewayAttachmentId: attachmentId,
      transitGatewayRouteTableId: table.id,
    });
  }

  /** What the participants' routers announce; a static route cannot lead to Direct Connect. */
  private learnPrivateLines(announcements: TransitDesign["announcements"], attachmentId: string): void {
    switch (announcements) {
      case "ignored":
        return;
      case "learnt":
        new Ec2TransitGatewayRouteTablePropagation(this, "private-lines-announcements", {
          transitGatewayAttachmentId: attachmentId,
          transitGatewayRouteTableId: this.tables.site.id,
        });
    }
  }

  private reach(trust: string, table: Ec2TransitGatewayRouteTable, reachable: readonly ReachableSegment[]): void {
    for (const { segment, block } of reachable) {
      new Ec2TransitGatewayRoute(this, `${trust}-to-${segment}`, {
        destinationCidrBlock: block,
        transitGatewayAttachmentId: this.attachment.id,
        transitGatewayRouteTableId: table.id,
      });
    }
  }
}
