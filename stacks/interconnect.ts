import { Ec2TransitGatewayPeeringAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-peering-attachment";
import { Ec2TransitGatewayPeeringAttachmentAccepter } from "@cdktf/provider-aws/lib/ec2-transit-gateway-peering-attachment-accepter";
import { Ec2TransitGatewayRoute } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route";
import { Ec2TransitGatewayRouteTableAssociation } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-association";
import type { Construct } from "constructs";
import type { TransitGate } from "../constructs/transit-gate";
import type { InterconnectDesign } from "../design/interconnect";
import { FoundationStack } from "./foundation";

type Side = "a" | "b";

/** The joint of the two sites: a peering of their transit gateways and each one's way to the other. */
export class InterconnectStack extends FoundationStack {
  constructor(scope: Construct, design: InterconnectDesign, gates: Readonly<Record<Side, TransitGate>>) {
    super(scope, design);
    const accepted = this.definePeering(design, gates);
    this.defineSide("a", gates.a, { accepted, routes: design.routes.a });
    this.defineSide("b", gates.b, { accepted, routes: design.routes.b });
  }

  private definePeering(
    design: InterconnectDesign,
    gates: Readonly<Record<Side, TransitGate>>,
  ): Ec2TransitGatewayPeeringAttachmentAccepter {
    const tags = { Name: design.peeringName };
    const peering = new Ec2TransitGatewayPeeringAttachment(this, "peering", {
      provider: this.providerOf("a"),
      transitGatewayId: gates.a.gateway.id,
      peerTransitGatewayId: gates.b.gateway.id,
      peerRegion: design.acceptingRegion,
      peerAccountId: design.account,
      tags,
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
  readonly routes: InterconnectDesign["routes"][Side];
}
