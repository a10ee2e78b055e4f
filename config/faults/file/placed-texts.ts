import { type Draft, sitesOf } from "../../draft";
import type { Finding, Path } from "../../fault";
import { quoted } from "../../printable";

/** What both sites carry alike, word for word. */
const SHARED: readonly Path[] = [
  ["name"],
  ["owner"],
  ["costCentre"],
  ["parties"],
  ["flows"],
  ["names"],
  ["service"],
  ["access", "deployerRole"],
  ["access", "keyAdministratorRole"],
];

/**
 * A text that both sites carry and that names one of them: what one site's templates say of itself,
 * the other's would say of its twin, so neither would be the other's mirror or stand without it.
 */
export function placedTextFindings(value: unknown, draft: Draft): readonly Finding[] {
  const marks = marksOf(draft);
  return SHARED.flatMap((path) => textsIn(path.reduce(childOf, value), path)).flatMap(([path, text]) => {
    const found = marks.map((mark) => mark.exec(text)?.[0]).find((word) => word !== undefined);
    return found === undefined ? [] : [placed(path, text, found)];
  });
}

function placed(path: Path, text: string, found: string): Finding {
  return {
    path,
    at: "value",
    what: `${quoted(text)} names ${found}, and both sites carry it alike.`,
    allowed: "Text that is as true at one site as at the other: without a site, its Region, its zones or its addresses.",
    mend: `Leave ${found} out; the other site is "the other site".`,
  };
}

/** Whole words, as whoever compares the templates takes them. */
function marksOf(draft: Draft): readonly RegExp[] {
  const [one = [], other = []] = sitesOf(draft).map(
    ({ site: { region, zones, addressSpace, transitGatewayAsn, directConnectGatewayAsn } }) => [
      region,
      ...zones,
      addressSpace,
      ...[transitGatewayAsn, directConnectGatewayAsn].map((asn) => asn?.toString()),
    ],
  );
  const apart = [...one.filter((word) => !other.includes(word)), ...other.filter((word) => !one.includes(word))];
  const words = apart.filter((word) => word !== undefined).map((word) => word.replaceAll(".", "\\."));
  return [...words, "(site|cell-\\d+|ledger-\\d+)-[ab]"].map((word) => new RegExp(`(?<![A-Za-z0-9])${word}(?![A-Za-z0-9])`));
}

/** Addresses of parties are compared with the sites' own by themselves. */
function textsIn(value: unknown, path: Path): readonly (readonly [Path, string])[] {
  if (path.at(-1) === "prefixes") return [];
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return steps.flatMap((step) => textsIn(childOf(value, step), [...path, step]));
}

function childOf(value: unknown, step: string | number): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === String(step))?.[1] : undefined;
}
