import type { Construct } from "constructs";
import { PrivateLine } from "../constructs/links/private-line";
import type { TransitGate } from "../constructs/network/transit-gate";
import type { LocationLinksDesign } from "../design/links/location-links";
import { FoundationStack } from "./foundation";
import type { PortsStack } from "./ports";

export interface LinksDependencies {
  /** The ports of all locations; its own are among them. */
  readonly ports: readonly PortsStack[];
  readonly gates: Readonly<Record<"a" | "b", TransitGate>>;
}

/** What runs over the ports of one Direct Connect location, once they are up: keys, sessions to both sites, alarms. */
export class LinksStack extends FoundationStack {
  constructor(scope: Construct, design: LocationLinksDesign, { ports, gates }: LinksDependencies) {
    super(scope, design);
    const location = this.needed(design.portsStack, ports);
    const gatewayIds = { a: gates.a.directConnectGatewayId, b: gates.b.directConnectGatewayId };
    for (const line of design.lines) {
      const connectionId = location.connectionOf(line.link).id;
      new PrivateLine(this, line.link, { line, connectionId, gatewayIds, topicArn: design.onCallTopicArn });
    }
  }
}
