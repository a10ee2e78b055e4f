import type { Deployment } from "../../config/deployment";
import type { PortSpeed } from "../../facts/direct-connect-locations";
import { evidenceOf } from "../foundation/evidence";
import { guardrailsRegionName } from "../foundation/naming";
import type { StackDesign } from "../foundation/stack";
import { backendOf } from "../foundation/state";
import { defaultTags, type Tags } from "../foundation/tags";
import { bootstrapOf } from "../guardrails/bootstrap";
import { apiCode, type LinkLocation, linkLocations, portsName } from "../layout/link-locations";
import { circuitTags } from "./circuit-tags";
import { type LinkDesign, linkDesign } from "./link";

/** The ports ordered at one Direct Connect location: weeks from order to light. */
export interface LocationPortsDesign extends StackDesign {
  readonly ports: readonly PortDesign[];
}

export interface PortDesign {
  /** Name of its link, and so its construct id. */
  readonly link: string;
  readonly name: string;
  readonly location: string;
  readonly bandwidth: PortSpeed;
  readonly requestMacsec: boolean;
  /** The port falls back to clear text otherwise; before it has a key, it would carry nothing. */
  readonly encryptionMode: "must_encrypt" | "asOrdered";
  /** Links whose ports, ordered before this one, must be on another of AWS's devices. */
  readonly apartFrom: readonly string[];
  readonly tags: Tags;
}

export function locationPortsDesigns(deployment: Deployment): readonly LocationPortsDesign[] {
  return linkLocations(deployment).map((location) => locationPortsDesign(deployment, location));
}

function locationPortsDesign(deployment: Deployment, { location, links }: LinkLocation): LocationPortsDesign {
  const name = portsName(location);
  const { associatedRegion } = location;
  const designs = links.map((link) => linkDesign(deployment, location, link));
  return {
    name,
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    // The only Region that sells this location's ports, whatever country it is in.
    providers: [{ region: associatedRegion, tags: defaultTags(deployment, "reachesCardData") }],
    backend: backendOf(deployment, name, deployment.homeRegion),
    evidence: evidenceOf(deployment, name, { role: "ports" }),
    // Nothing of the sites: ports take weeks, so they are ordered first of all.
    after: [...bootstrapOf(deployment, deployment.homeRegion), guardrailsRegionName(associatedRegion)],
    ports: designs.map((link, place) => portDesign(link, designs.slice(0, place))),
  };
}

function portDesign(link: LinkDesign, earlier: readonly LinkDesign[]): PortDesign {
  return {
    link: link.name,
    name: link.connection,
    location: apiCode(link.location),
    bandwidth: link.speed,
    requestMacsec: link.encryption.state !== "notUsed",
    encryptionMode: link.encryption.state === "keyed" ? "must_encrypt" : "asOrdered",
    apartFrom: earlier.filter(({ device }) => device !== link.device).map(({ name }) => name),
    tags: circuitTags(link),
  };
}
