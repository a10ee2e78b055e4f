import type { Deployment } from "../../config/deployment";
import { type Evidence, evidenceOf } from "../foundation/evidence";
import { guardrailsRegionName, onCallTopicArn } from "../foundation/naming";
import type { StackDesign } from "../foundation/stack";
import { backendOf } from "../foundation/state";
import { defaultTags } from "../foundation/tags";
import { type LinkLocation, linkLocations, linksName, portsName } from "../layout/link-locations";
import type { SessionDesign } from "./bgp-sessions";
import { type LinkDesign, linkDesign } from "./link";
import { type LinkAlarms, linkAlarms } from "./link-alarms";

/** What runs over the ports of one location once they are up. */
export interface LocationLinksDesign extends StackDesign {
  readonly portsStack: string;
  readonly lines: readonly LineDesign[];
  readonly onCallTopicArn: string;
}

export interface LineDesign {
  /** Name of its link, and so its construct id. */
  readonly link: string;
  /** The port's MACsec key; none, where MACsec is not used or the key is awaited. */
  readonly key: "none" | { readonly secretArn: string };
  /** Sessions over the port, none while the key is awaited: nothing may pass in clear. */
  readonly sessions: readonly SessionDesign[];
  readonly alarms: LinkAlarms;
}

export function locationLinksDesigns(deployment: Deployment): readonly LocationLinksDesign[] {
  return linkLocations(deployment).map((location) => locationLinksDesign(deployment, location));
}

function locationLinksDesign(deployment: Deployment, { location, links }: LinkLocation): LocationLinksDesign {
  const name = linksName(location);
  const { associatedRegion } = location;
  return {
    name,
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    // Interfaces and keys are where their port is.
    providers: [{ region: associatedRegion, tags: defaultTags(deployment, "reachesCardData") }],
    backend: backendOf(deployment, name, deployment.homeRegion),
    evidence: linksEvidence(deployment, name),
    after: [portsName(location), "site-a", "site-b", guardrailsRegionName(associatedRegion)],
    portsStack: portsName(location),
    lines: links.map((link) => lineDesign(linkDesign(deployment, location, link))),
    onCallTopicArn: onCallTopicArn(deployment, associatedRegion),
  };
}

function lineDesign(link: LinkDesign): LineDesign {
  const { name, encryption, sessions } = link;
  return {
    link: name,
    key: encryption.state === "keyed" ? { secretArn: encryption.secretArn } : "none",
    sessions: encryption.state === "awaitsKey" ? [] : sessions,
    alarms: linkAlarms(link),
  };
}

/** Two places of a kind are always a cut set together: said here, so that it is no surprise. */
function linksEvidence(deployment: Deployment, name: string): Evidence {
  const { links } = deployment;
  const pairs = [
    {
      places: links.map(({ dxLocation }) => dxLocation),
      meaning: "The loss of both Direct Connect locations cuts every private line: there are two",
    },
    {
      places: links.map(({ accessCircuit }) => accessCircuit.dataCentre),
      meaning: "The loss of both data centres that the circuits start in cuts every private line: there are two",
    },
  ];
  const expectedCutSets = pairs
    .map(({ places, meaning }) => ({ members: [...new Set(places)], meaning }))
    .filter(({ members }) => members.length === 2);
  return evidenceOf(deployment, name, { role: "links", expectedCutSets });
}
