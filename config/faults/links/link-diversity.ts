import { type Draft, linksOf, type PlacedLink } from "../../draft";
import type { Finding } from "../../fault";

/** The objective for private lines is for the loss of a link, a device or a location: so there are two of each. */
export function linkDiversityFindings(draft: Draft): readonly Finding[] {
  const links = linksOf(draft);
  if (draft.links === undefined) return [];
  if (links.length === 0) return unlinkedParties(draft);
  // A location or device that has a fault of its own may be the second one.
  if (links.some(({ link }) => link.dxLocation === undefined || link.device === undefined)) return [];
  const locations = [...new Set(links.map(({ link }) => link.dxLocation))];
  return [
    ...(locations.length === 1 ? [oneLocation(locations[0] ?? "")] : []),
    ...oneDeviceFindings(locations.map((location) => links.filter(({ link }) => link.dxLocation === location))),
  ];
}

function unlinkedParties({ parties = {} }: Draft): readonly Finding[] {
  const over = Object.entries(parties).find(([, { reachedOver }]) => reachedOver === "directConnect");
  if (over === undefined) return [];
  return [
    {
      path: ["links"],
      at: "key",
      what: `There is no link, and ${over[0]} is reached over directConnect.`,
      allowed: "Links at two locations, two devices in each; none only where no party is reached over them.",
      mend: "Add the links, or reach the party over the internet.",
    },
  ];
}

function oneLocation(location: string): Finding {
  return {
    path: ["links"],
    at: "key",
    what: `All links end at ${location}.`,
    allowed: "Two locations at least: the private lines must survive the loss of one.",
    mend: "Add two links at another location.",
  };
}

/** Beyond two locations with two devices each, a further one is better than none, however few devices it has. */
function oneDeviceFindings(places: readonly (readonly PlacedLink[])[]): readonly Finding[] {
  const single = places.filter((here) => new Set(here.map(({ link }) => link.device)).size === 1);
  return places.length - single.length >= 2 ? [] : single.flatMap(oneDevice);
}

function oneDevice([first]: readonly PlacedLink[]): readonly Finding[] {
  if (first === undefined) return [];
  return [
    {
      path: [...first.path, "device"],
      at: "value",
      what: `At ${first.link.dxLocation} all links are on device ${first.link.device}.`,
      allowed: "Two devices at least in each location, or in each of two: the private lines must survive the loss of one.",
      mend: `Add a link at ${first.link.dxLocation} on device ${first.link.device === "1" ? "2" : "1"}.`,
    },
  ];
}
