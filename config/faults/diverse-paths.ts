import { directConnectQuotas } from "../../facts/direct-connect";
import { type Draft, linksOf, type PlacedLink } from "../draft";
import type { Finding, Path } from "../fault";

/**
 * Where several diverse paths are asked for, as many links have nothing physical in common: no
 * device, route, duct or building entry, and of each it is known. A carrier is no place: two circuits
 * of one carrier may be diverse, and who its owners are is told elsewhere.
 */
export function diversePathFindings(draft: Draft): readonly Finding[] {
  const wanted = draft.objectives?.diversePaths;
  const links = linksOf(draft);
  if (wanted === undefined || links.length > directConnectQuotas.interfacesPerGateway) return [];
  if (links.length < wanted) return [fewLinks(wanted, links.length)];
  // A circuit that has a fault of its own may be the diverse one.
  if (links.some(({ link }) => link.accessCircuit === undefined)) return [];
  const kept = mostDiverse(links);
  if (kept.length >= wanted) return [];
  const others = links.filter((one) => !kept.includes(one));
  return others.flatMap((one) => sharedFinding(one, kept, wanted));
}

const OBJECTIVE: Path = ["objectives", "diversePaths"];

function fewLinks(wanted: number, there: number): Finding {
  return {
    path: OBJECTIVE,
    at: "value",
    what: `${wanted} diverse paths are asked for, and there are ${there} links.`,
    allowed: "At least as many links as diverse paths.",
    mend: "Add links with nothing in common with these, or ask for fewer.",
  };
}

function sharedFinding(one: PlacedLink, kept: readonly PlacedLink[], wanted: number): readonly Finding[] {
  const [shared] = kept.flatMap((other) => sharedParts(one, other).map((part) => ({ ...part, other })));
  const [unknown] = unknownParts(one);
  const found = unknown ?? shared;
  if (found === undefined) return [];
  const { path, what } = found;
  const beside = shared === undefined || unknown !== undefined ? "" : `, as does ${nameOf(shared.other)}`;
  return [
    {
      path: [...one.path, ...path],
      at: "value",
      what: `${nameOf(one)} ${what}${beside}: ${kept.length} paths are diverse, and ${wanted} are asked for.`,
      allowed: `${wanted} links of which no two share a device, a route, a duct or a building entry, known for each.`,
      mend: "Have the carrier lead it another way, and write down which; or ask for fewer diverse paths.",
    },
  ];
}

const nameOf = ({ link, path }: PlacedLink): string => link.name ?? path.join(" ");

interface Part {
  /** Within the link. */
  readonly path: Path;
  readonly what: string;
}

const UNKNOWN = "unknown";

/** What nobody knows of a circuit, it shares with every other. */
function unknownParts({ link: { accessCircuit } }: PlacedLink): readonly Part[] {
  if (accessCircuit === undefined) return [];
  const { route, ducts, buildingEntry } = accessCircuit;
  return [
    ...(route === UNKNOWN ? [{ path: ["accessCircuit", "route"], what: "takes a route that nobody knows" }] : []),
    ...(ducts.length === 0 ? [{ path: ["accessCircuit", "ducts"], what: "lies in ducts that nobody knows" }] : []),
    ...(buildingEntry === UNKNOWN ? [{ path: ["accessCircuit", "buildingEntry"], what: "enters its building where nobody knows" }] : []),
  ];
}

function sharedParts({ link: one }: PlacedLink, { link: other }: PlacedLink): readonly Part[] {
  const [mine, theirs] = [one.accessCircuit, other.accessCircuit];
  if (mine === undefined || theirs === undefined) return [];
  const sameEntry = mine.dataCentre === theirs.dataCentre && mine.buildingEntry === theirs.buildingEntry;
  return [
    ...mine.ducts.flatMap((duct, index): readonly Part[] =>
      theirs.ducts.includes(duct) ? [{ path: ["accessCircuit", "ducts", index], what: `lies in ${duct}` }] : [],
    ),
    ...(mine.route === theirs.route ? [{ path: ["accessCircuit", "route"], what: `takes ${mine.route}` }] : []),
    ...(sameEntry ? [{ path: ["accessCircuit", "buildingEntry"], what: `enters ${mine.dataCentre} at ${mine.buildingEntry}` }] : []),
    ...(one.dxLocation !== undefined && one.dxLocation === other.dxLocation && one.device === other.device
      ? [{ path: ["device"], what: `ends on device ${one.device} of ${one.dxLocation}` }]
      : []),
  ];
}

/** The largest set without anything in common; of several, the one that the file has first. */
function mostDiverse(links: readonly PlacedLink[]): readonly PlacedLink[] {
  return largestOf(links.filter((link) => unknownParts(link).length === 0));
}

/** With the first or without it: without is only tried where it can still win. */
function largestOf([first, ...rest]: readonly PlacedLink[]): readonly PlacedLink[] {
  if (first === undefined) return [];
  const apart = rest.filter((other) => sharedParts(other, first).length === 0);
  const withFirst = [first, ...largestOf(apart)];
  if (apart.length === rest.length || withFirst.length >= rest.length) return withFirst;
  const withoutFirst = largestOf(rest);
  return withoutFirst.length > withFirst.length ? withoutFirst : withFirst;
}
