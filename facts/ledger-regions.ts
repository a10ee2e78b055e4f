import type { Sourced } from "./regions";

/** Regions that one multi-Region cluster of Aurora DSQL may span: both members' and the witness's are of one set. */
export interface DsqlRegionSet extends Sourced {
  readonly set: "North America" | "Asia Pacific" | "Europe";
  readonly regions: readonly string[];
}

const page: Sourced = { source: "aurora-dsql/latest/userguide/what-is-aurora-dsql, Multi-Region cluster availability", asOf: "2026-11-25" };

export const dsqlRegionSets: readonly DsqlRegionSet[] = [
  { set: "North America", regions: ["ca-central-1", "ca-west-1", "us-east-1", "us-east-2", "us-west-2"], ...page },
  { set: "Asia Pacific", regions: ["ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1"], ...page },
  {
    set: "Europe",
    regions: ["eu-central-1", "eu-north-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3"],
    ...page,
  },
];

/** Hong Kong, Melbourne, São Paulo and Sydney have clusters of one Region only, and so are in no set. */
const clustersOfOneRegionOnly = { regions: ["ap-east-1", "ap-southeast-2", "ap-southeast-4", "sa-east-1"], ...page } as const;

/** Where a cluster of one Region can be. */
export const dsqlRegions: readonly string[] = [
  ...dsqlRegionSets.flatMap(({ regions }) => regions),
  ...clustersOfOneRegionOnly.regions,
].toSorted();

/** The set that a Region is of; none, where it has no multi-Region clusters. */
export function dsqlRegionSetOf(region: string): DsqlRegionSet | undefined {
  return dsqlRegionSets.find(({ regions }) => regions.includes(region));
}
