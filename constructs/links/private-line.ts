import { DxMacsecKeyAssociation } from "@cdktf/provider-aws/lib/dx-macsec-key-association";
import { DxTransitVirtualInterface } from "@cdktf/provider-aws/lib/dx-transit-virtual-interface";
import { Construct } from "constructs";
import type { SessionDesign } from "../../design/links/bgp-sessions";
import type { LineDesign } from "../../design/links/location-links";
import { Alarm } from "../foundation/alarm";

export interface PrivateLineProps {
  readonly line: LineDesign;
  readonly connectionId: string;
  /** The Direct Connect gateway of each site. */
  readonly gatewayIds: Readonly<Record<"a" | "b", string>>;
  readonly topicArn: string;
}

type Interfaces = ReadonlyMap<"a" | "b", DxTransitVirtualInterface>;

/**
 * What runs over one port: its MACsec key, a transit virtual interface to each site, and the alarms.
 *
 * **Changing** a VLAN, an address or a number of an interface replaces it: that session is down
 * meanwhile, so one link is changed at a time.
 */
export class PrivateLine extends Construct {
  constructor(scope: Construct, id: string, props: PrivateLineProps) {
    super(scope, id);
    this.associateKey(props);
    this.defineAlarms(props, new Map(props.line.sessions.map((session) => [session.site, this.defineInterface(session, props)])));
  }

  /**
   * The key is there already when its secret can be named, so this one is imported before the first
   * apply (docs/runbooks/macsec.md). A later key comes before the earlier one goes: with the last
   * key gone, AWS lets the port fall back to clear text.
   */
  private associateKey({ line: { key }, connectionId }: PrivateLineProps): void {
    if (key === "none") return;
    new DxMacsecKeyAssociation(this, "key", { connectionId, secretArn: key.secretArn, lifecycle: { createBeforeDestroy: true } });
  }

  private defineInterface(session: SessionDesign, { line, connectionId, gatewayIds }: PrivateLineProps): DxTransitVirtualInterface {
    return new DxTransitVirtualInterface(this, `to-site-${session.site}`, {
      name: session.interfaceName,
      connectionId,
      dxGatewayId: gatewayIds[session.site],
      vlan: session.vlan,
      addressFamily: "ipv4",
      bgpAsn: session.customerAsn,
      amazonAddress: session.amazonAddress,
      customerAddress: session.customerAddress,
      mtu: session.mtu,
      tags: { "twinsite:link": line.link, "twinsite:to-site": `site-${session.site}` },
    });
  }

  private defineAlarms({ line, connectionId, topicArn }: PrivateLineProps, interfaces: Interfaces): void {
    for (const alarm of line.alarms.port) new Alarm(this, alarm.id, { alarm, of: { ConnectionId: connectionId }, topicArn });
    for (const { alarm, site } of line.alarms.sessions) {
      const found = interfaces.get(site);
      if (found === undefined) throw new Error(`link ${line.link} has no interface to site ${site}`);
      new Alarm(this, alarm.id, { alarm, of: { VirtualInterfaceId: found.id }, topicArn });
    }
  }
}
