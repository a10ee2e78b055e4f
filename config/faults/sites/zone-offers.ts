import { type AwsService, endpointServices } from "../../../facts/endpoint-services";
import { regions } from "../../../facts/regions";
import { isOfferedIn, type ZoneOffers, zoneOffers, zonesOffering } from "../../../facts/zone-offers";
import { type Draft, sitesOf } from "../../draft";
import type { Finding, Path } from "../../fault";

/** A zone without something that a site puts into each of its zones would end the site's apply in the middle. */
export function zoneOfferFindings(draft: Draft): readonly Finding[] {
  const needed = offersNeeded(draft);
  const used = sitesOf(draft).flatMap(({ site }) => site.zones);
  return sitesOf(draft).flatMap(({ path, site }) =>
    site.zones.flatMap((zone, index) => (zone === undefined ? [] : lackingFindings([...path, "zones", index], zone, { needed, used }))),
  );
}

interface Zones {
  readonly needed: readonly ZoneOffers[];
  /** What either site has already. */
  readonly used: readonly (string | undefined)[];
}

function offersNeeded({ flows, ledger }: Draft): readonly ZoneOffers[] {
  const called = flows.flatMap(({ services }) => services ?? []).filter((service) => service !== undefined);
  const services = [
    "fargate",
    "network-firewall",
    ...called.flatMap(endpointsOf),
    ...(ledger?.engine === "dsql" || ledger?.engine === "dsqlOneRegion" ? ["dsql"] : []),
  ];
  return zoneOffers.filter(({ service }) => services.includes(service));
}

function endpointsOf(service: AwsService): readonly string[] {
  return endpointServices[service].endpoints.filter(({ kind }) => kind === "interface").map(({ service: name }) => name);
}

function lackingFindings(path: Path, zone: string, { needed, used }: Zones): readonly Finding[] {
  const lacking = needed.filter(({ service }) => isOfferedIn(service, zone) === "notOffered");
  const region = regions.find(({ zoneIds }) => zoneIds.includes(zone))?.region;
  if (lacking.length === 0 || region === undefined) return [];
  const offering = regions
    .filter((fact) => fact.region === region)
    .flatMap(({ zoneIds }) => zoneIds)
    .filter((other) => lacking.every(({ service }) => zonesOffering(service, region).includes(other)));
  const free = offering.find((other) => !used.includes(other));
  const what = lacking.map((offer) => offer.what).join(" and ");
  return [
    {
      path,
      at: "value",
      what: `${zone} does not offer ${what}, and a site puts that into each of its zones.`,
      allowed: `The zones of ${region} that do: ${offering.join(", ")} (${lacking.map(({ source, asOf }) => `${source}; ${asOf}`).join("; ")}).`,
      mend:
        free === undefined
          ? "Take this zone out, and one of the other site, or choose another Region."
          : `Write \`${free}\`, which neither site has yet.`,
    },
  ];
}
