import { DxConnection } from "@cdktf/provider-aws/lib/dx-connection";
import type { Postcondition, TerraformResourceLifecycle } from "cdktf";
import type { Construct } from "constructs";
import type { LocationPortsDesign, PortDesign } from "../design/links/location-ports";
import { FoundationStack } from "./foundation";

/**
 * The ports ordered at one Direct Connect location. Nothing here waits for them to be up: between
 * the order and the links stand a cross connect, light and a key.
 *
 * **Changing** a port's name, location, speed or MACsec would order another one; the plan refuses it.
 */
export class PortsStack extends FoundationStack {
  private readonly connections = new Map<string, DxConnection>();

  constructor(scope: Construct, design: LocationPortsDesign) {
    super(scope, design);
    for (const port of design.ports) this.connections.set(port.link, this.order(port));
  }

  /** The port of a link. */
  connectionOf(link: string): DxConnection {
    const connection = this.connections.get(link);
    if (connection === undefined) throw new Error(`stack ${this.node.id} has no port of link ${link}`);
    return connection;
  }

  private order(port: PortDesign): DxConnection {
    return new DxConnection(this, port.link, {
      name: port.name,
      location: port.location,
      bandwidth: port.bandwidth,
      requestMacsec: port.requestMacsec,
      // The provider sends it on update only, which is right: a port without a key would carry nothing.
      ...(port.encryptionMode === "must_encrypt" ? { encryptionMode: port.encryptionMode } : {}),
      tags: { ...port.tags },
      lifecycle: this.lifecycleOf(port),
    });
  }

  private lifecycleOf({ link, apartFrom }: PortDesign): TerraformResourceLifecycle {
    const postcondition = apartFrom.map((other) => this.onAnotherDeviceThan(link, other));
    return { preventDestroy: true, ...(postcondition.length === 0 ? {} : { postcondition }) };
  }

  /** AWS chooses the device and tells it only after the order; until it does, nothing can be said. */
  private onAnotherDeviceThan(link: string, other: string): Postcondition {
    const theirs = `aws_dx_connection.${this.connectionOf(other).friendlyUniqueId}.aws_device`;
    return {
      condition: `\${length(compact([self.aws_device, ${theirs}])) < 2 || self.aws_device != ${theirs}}`,
      errorMessage:
        `The ports of ${link} and ${other} are on one AWS device, whose loss cuts both. ` +
        "Have AWS Support move one of them before its cross connect is made.",
    };
  }
}
