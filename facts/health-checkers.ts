import type { Sourced } from "./regions";

/** Where Route 53's health checkers ask from, and the Regions that ours ask from. */

export interface CheckerRanges extends Sourced {
  /** `GLOBAL` for the range of the newer checkers of every Region. */
  readonly region: string;
  readonly prefixes: readonly string[];
}

const published: Sourced = {
  source: "AWS's ip-ranges.json, service ROUTE53_HEALTHCHECKS, as copied in public repositories",
  asOf: "2026-11-25",
};

export const checkerRangesByRegion: readonly CheckerRanges[] = [
  { region: "GLOBAL", prefixes: ["15.177.0.0/18"], ...published },
  { region: "eu-west-1", prefixes: ["54.228.16.0/26", "176.34.159.192/26"], ...published },
  { region: "us-east-1", prefixes: ["54.243.31.192/26", "107.23.255.0/26"], ...published },
  { region: "ap-southeast-1", prefixes: ["54.251.31.128/26", "54.255.254.192/26"], ...published },
];

/**
 * Three Regions on three continents, the fewest that Route 53 takes (API reference, HealthCheckConfig,
 * read 2026-11-25): the ranges of all eight would leave a network ACL's 20 rules none for anything else.
 */
export const checkerRegions: readonly string[] = checkerRangesByRegion.map(({ region }) => region).filter((region) => region !== "GLOBAL");

export function checkerRanges(): readonly string[] {
  return checkerRangesByRegion.flatMap(({ prefixes }) => prefixes);
}
