import type { Deployment, Link } from "../../config/deployment";
import type { DirectConnectLocation, PortSpeed } from "../../facts/direct-connect-locations";
import { prefixOf } from "../foundation/naming";
import { linkLocations } from "../layout/link-locations";
import { linkSessions, type SessionDesign } from "./bgp-sessions";
import { type LinkEncryption, linkEncryption } from "./link-encryption";

/** A private line as it is planned, whether or not all of it can be built yet. */
export interface LinkDesign {
  readonly name: string;
  /** The port's own name at AWS. */
  readonly connection: string;
  readonly location: DirectConnectLocation;
  readonly speed: PortSpeed;
  readonly device: Link["device"];
  readonly encryption: LinkEncryption;
  readonly sessions: readonly SessionDesign[];
  readonly circuit: Link["accessCircuit"];
}

/** Links, location after location, in the deployment's order. */
export function linkDesigns(deployment: Deployment): readonly LinkDesign[] {
  return linkLocations(deployment).flatMap(({ location, links }) => links.map((link) => linkDesign(deployment, location, link)));
}

export function linkDesign(deployment: Deployment, location: DirectConnectLocation, link: Link): LinkDesign {
  return {
    name: link.name,
    connection: `${prefixOf(deployment)}-${link.name}`,
    location,
    speed: link.speed,
    device: link.device,
    encryption: linkEncryption(link),
    sessions: linkSessions(deployment, link),
    circuit: link.accessCircuit,
  };
}
