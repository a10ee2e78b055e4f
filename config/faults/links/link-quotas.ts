import { directConnectQuotas } from "../../../facts/direct-connect";
import { type Draft, linksOf } from "../../draft";
import type { Finding } from "../../fault";

export function linkQuotaFindings(draft: Draft): readonly Finding[] {
  return [...crowdedLocations(draft), ...longAnnouncements(draft)];
}

function crowdedLocations(draft: Draft): readonly Finding[] {
  const links = linksOf(draft);
  const { portsPerLocation } = directConnectQuotas;
  return [...new Set(links.map(({ link }) => link.dxLocation))].flatMap((location) => {
    const here = links.filter(({ link }) => location !== undefined && link.dxLocation === location);
    const [surplus] = here.slice(portsPerLocation);
    if (surplus === undefined) return [];
    return [
      {
        path: [...surplus.path, "dxLocation"],
        at: "value",
        what: `${location} has ${here.length} links.`,
        allowed: `At most ${portsPerLocation} ports at one location, AWS's default quota.`,
        mend: "Use faster ports, or another location.",
      },
    ];
  });
}

/** Every party on private lines is announced on every session: parties that each stay below may not together. */
function longAnnouncements({ parties = {}, links = [] }: Draft): readonly Finding[] {
  const announced = Object.values(parties).flatMap(({ reachedOver, prefixes }) => (reachedOver === "directConnect" ? prefixes : []));
  const { routesPerSession } = directConnectQuotas;
  if (links.length === 0 || announced.length <= routesPerSession) return [];
  return [
    {
      path: ["parties"],
      at: "key",
      what: `The parties reached over directConnect have ${announced.length} prefixes together.`,
      allowed: `At most ${routesPerSession} on a BGP session, which goes down with more.`,
      mend: "Announce fewer and wider prefixes.",
    },
  ];
}
