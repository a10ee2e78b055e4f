import { directConnectQuotas } from "../../../facts/direct-connect";
import { type Draft, linksOf, type PlacedLink } from "../../draft";
import type { Finding, Path } from "../../fault";
import { type LinkWay, mostDiverse, type SharedPart, sharedParts, unknownOf } from "../../link-ways";

/** Where several diverse paths are asked for, as many links have nothing physical in common, and of each it is known. */
export function diversePathFindings(draft: Draft): readonly Finding[] {
  const wanted = draft.objectives?.diversePaths;
  const links = linksOf(draft);
  if (wanted === undefined || links.length > directConnectQuotas.interfacesPerGateway) return [];
  if (links.length < wanted) return [fewLinks(wanted, links.length)];
  const ways = links.flatMap(wayOf);
  // A circuit that has a fault of its own may be the diverse one.
  if (ways.length < links.length) return [];
  const kept = mostDiverse(ways);
  if (kept.length >= wanted) return [];
  const others = ways.filter((one) => !kept.includes(one));
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

interface PlacedWay extends LinkWay {
  readonly name: string;
  readonly path: Path;
}

function wayOf({ link: { name, dxLocation, device, accessCircuit }, path }: PlacedLink): readonly PlacedWay[] {
  return accessCircuit === undefined ? [] : [{ name: name ?? path.join(" "), path, dxLocation, device, accessCircuit }];
}

function sharedFinding(one: PlacedWay, kept: readonly PlacedWay[], wanted: number): readonly Finding[] {
  const unknown = unknownPart(one);
  const [shared] = kept.flatMap((other) => sharedParts(one, other).map((part) => ({ ...partOf(one, part), other })));
  const found = unknown ?? shared;
  if (found === undefined) return [];
  const { path, what } = found;
  const beside = shared === undefined || unknown !== undefined ? "" : `, as does ${shared.other.name}`;
  return [
    {
      path: [...one.path, ...path],
      at: "value",
      what: `${one.name} ${what}${beside}: ${kept.length} paths are diverse, and ${wanted} are asked for.`,
      allowed: `${wanted} links of which no two share a device, a route, a duct or a building entry, known for each.`,
      mend: "Have the carrier lead it another way, and write down which; or ask for fewer diverse paths.",
    },
  ];
}

interface Part {
  /** Within the link. */
  readonly path: Path;
  readonly what: string;
}

const unknownWords = {
  route: "takes a route that nobody knows",
  ducts: "lies in ducts that nobody knows",
  buildingEntry: "enters its building where nobody knows",
} as const;

function unknownPart({ accessCircuit }: LinkWay): Part | undefined {
  const [part] = unknownOf(accessCircuit);
  return part === undefined ? undefined : { path: ["accessCircuit", part], what: unknownWords[part] };
}

function partOf({ dxLocation, device, accessCircuit: { dataCentre, route, buildingEntry } }: LinkWay, shared: SharedPart): Part {
  switch (shared.kind) {
    case "duct":
      return { path: ["accessCircuit", "ducts", shared.index], what: `lies in ${shared.duct}` };
    case "route":
      return { path: ["accessCircuit", "route"], what: `takes ${route}` };
    case "buildingEntry":
      return { path: ["accessCircuit", "buildingEntry"], what: `enters ${dataCentre} at ${buildingEntry}` };
    case "device":
      return { path: ["device"], what: `ends on device ${device} of ${dxLocation}` };
  }
}
