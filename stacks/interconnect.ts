import { Ec2TransitGatewayPeeringAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-peering-attachment";
import { Ec2TransitGatewayPeeringAttachmentAccepter } from "@cdktf/provider-aws/lib/ec2-transit-gateway-peering-attachment-accepter";
import { Ec2TransitGatewayRoute } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route";
import { Ec2TransitGatewayRouteTableAssociation } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-association";
import type { Construct } from "constructs";
import { NetworkPeering } from "../constructs/network/network-peering";
import type { SiteNetwork } from "../constructs/network/site-network";
import type { TransitGate } from "../constructs/network/transit-gate";
import type { InterconnectDesign, TransitJoint } from "../design/network/interconnect";
import { FoundationStack } from "./foundation";

type Side = "a" | "b";

/** What of a site is joined with the twin's. */
interface JoinedSite {
  readonly transitGate: TransitGate;
  readonly network: SiteNetwork;
}

/** The joint of the two sites: a peering of their transit gateways, or of their networks, and each one's way to the other. */
export class InterconnectStack extends FoundationStack {
  constructor(scope: Construct, design: InterconnectDesign, sites: Readonly<Record<Side, JoinedSite>>) {
    super(scope, design);
    const { joint } = design;
    switch (joint.kind) {
      case "transitGateways":
        this.joinGateways(design, joint, { a: sites.a.transitGate, b: sites.b.transitGate });
        return;
      case "networks":
        new NetworkPeering(this, "peering", {
          name: joint.peeringName,
          networks: { a: sites.a.network, b: sites.b.network },
          routes: joint.routes,
          providers: { a: this.providerOf("a"), b: this.providerOf("b") },
        });
    }
  }

  private joinGateways(design: InterconnectDesign, joint: TransitJoint, gates: Readonly<Record<Side, TransitGate>>): void {
    const accepted = this.definePeering(design, joint, gates);
    this.defineSide("a", gates.a, { accepted, routes: joint.routes.a });
    this.defineSide("b", gates.b, { accepted, routes: joint.routes.b });
  }

  private definePeering(
    design: InterconnectDesign,
    joint: TransitJoint,
    gates: Readonly<Record<Side, TransitGate>>,
  ): Ec2TransitGatewayPeeringAttachmentAccepter {
    const tags = { Name: joint.peeringName };
    const peering = new Ec2TransitGatewayPeeringAttachment(this, "peering", {
      provider: this.providerOf("a"),
      transitGatewayId: gates.a.gateway.id,
      peerTransitGatewayId: gates.b.gateway.id,
      peerRegion: joint.acceptingRegion,
      peerAccountId: design.account,
      tags,
      // AWS answers with options in some pairs of Regions only, and the provider would make the peering anew for them
      // (hashicorp/terraform-provider-aws#41360): written or not, they would replace it somewhere.
      lifecycle: { ignoreChanges: ["options"] },
    });
    return new Ec2TransitGatewayPeeringAttachmentAccepter(this, "peering-accepter", {
      provider: this.providerOf("b"),
      transitGatewayAttachmentId: peering.id,
      tags,
    });
  }

  /** Both sides wait for the accepter: before it, the attachment takes neither a table nor a route. */
  private defineSide(side: Side, gate: TransitGate, { accepted, routes }: SideProps): void {
    const provider = this.providerOf(side);
    if (gate.tables.twin === undefined) throw new Error(`the transit gateway of site ${side} has no table for the twin`);
    const association = new Ec2TransitGatewayRouteTableAssociation(this, `${side}-twin-association`, {
      provider,
      transitGatewayAttachmentId: accepted.id,
      transitGatewayRouteTableId: gate.tables.twin.id,
    });
    for (const { segment, block } of routes) {
      new Ec2TransitGatewayRoute(this, `${side}-to-twin-${segment}`, {
        provider,
        destinationCidrBlock: block,
        transitGatewayAttachmentId: accepted.id,
        transitGatewayRouteTableId: gate.tables.site.id,
        dependsOn: [association],
      });
    }
  }
}

interface SideProps {
  readonly accepted: Ec2TransitGatewayPeeringAttachmentAccepter;
  readonly routes: TransitJoint["routes"][Side];
}
