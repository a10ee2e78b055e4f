import type { Sourced } from "./regions";

/** Speeds of a dedicated port, as AWS spells them. */
export const portSpeeds = ["1Gbps", "10Gbps", "100Gbps", "400Gbps"] as const;
export type PortSpeed = (typeof portSpeeds)[number];

/** A place where AWS sells Direct Connect ports. */
export interface DirectConnectLocation extends Sourced {
  /** Code in capitals, as people and the list of locations write it. */
  readonly code: string;
  /** Code as `aws directconnect describe-locations` spells it; absent where nobody has compared it yet. */
  readonly apiCode?: string;
  /** AWS's name of the building. */
  readonly name: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Region where its ports are ordered, whatever country it is in. */
  readonly associatedRegion: string;
  readonly portSpeeds: readonly PortSpeed[];
  /** The speeds at which a port can be asked to encrypt; none, where it cannot. */
  readonly macsecSpeeds: readonly PortSpeed[];
  readonly latitude: number;
  readonly longitude: number;
}

const locationsList: Sourced = {
  source:
    "chriselsen/dx-location-details, output/DX_LOCATIONS.csv, from describe-locations of every Region; spelling of apiCode: AWS CloudFormation and API examples",
  asOf: "2026-02-17",
};

type Speeds = Pick<DirectConnectLocation, "portSpeeds" | "macsecSpeeds">;
const upTo100: Speeds = { portSpeeds: ["1Gbps", "10Gbps", "100Gbps"], macsecSpeeds: ["10Gbps", "100Gbps"] };
const from10To100: Speeds = { portSpeeds: ["10Gbps", "100Gbps"], macsecSpeeds: ["10Gbps", "100Gbps"] };
const upTo10: Speeds = { portSpeeds: ["1Gbps", "10Gbps"], macsecSpeeds: ["10Gbps"] };
const upTo10InClear: Speeds = { portSpeeds: ["1Gbps", "10Gbps"], macsecSpeeds: [] };

const at = (latitude: number, longitude: number) => ({ latitude, longitude, ...locationsList });

/** The locations of the six markets. Another one is added here first. */
export const directConnectLocations: readonly DirectConnectLocation[] = [
  {
    code: "EQSK1",
    name: "Equinix Sweden SK1",
    city: "Stockholm",
    country: "SE",
    associatedRegion: "eu-north-1",
    ...upTo100,
    ...at(59.362574, 17.955657),
  },
  {
    code: "ITXS1",
    name: "Digital Realty STO1",
    city: "Stockholm",
    country: "SE",
    associatedRegion: "eu-central-1",
    ...upTo100,
    ...at(59.422226, 17.916696),
  },
  {
    code: "TLS10",
    apiCode: "TLS10",
    name: "Digital Realty ICN10",
    city: "Seoul",
    country: "KR",
    associatedRegion: "ap-northeast-2",
    ...upTo100,
    ...at(37.582162, 126.886128),
  },
  {
    code: "LGU57",
    apiCode: "LGU57",
    name: "LG U+ Pyeong-Chon Mega Center",
    city: "Anyang",
    country: "KR",
    associatedRegion: "ap-northeast-2",
    ...upTo100,
    ...at(37.397891, 126.9648961),
  },
  {
    code: "LGKNX",
    apiCode: "LGKNX",
    name: "KINX Gasan",
    city: "Seoul",
    country: "KR",
    associatedRegion: "ap-northeast-2",
    ...upTo10InClear,
    ...at(37.482096, 126.879733),
  },
  {
    code: "EQHK1",
    name: "Equinix HK1",
    city: "Hong Kong",
    country: "HK",
    associatedRegion: "ap-east-1",
    ...upTo100,
    ...at(22.365581, 114.11932),
  },
  {
    code: "IAMGI",
    name: "iAdvantage MEGA-i",
    city: "Hong Kong",
    country: "HK",
    associatedRegion: "ap-southeast-1",
    ...upTo100,
    ...at(22.266098, 114.246512),
  },
  {
    code: "CGM60",
    name: "Cologix MTL3",
    city: "Montréal",
    country: "CA",
    associatedRegion: "ca-central-1",
    ...upTo100,
    ...at(45.497188, -73.570471),
  },
  {
    code: "NTM62",
    name: "eStruxture MTL-1",
    city: "Montréal",
    country: "CA",
    associatedRegion: "ca-central-1",
    ...upTo100,
    ...at(45.501394, -73.56192),
  },
  {
    code: "EQTR2",
    name: "Equinix TR2",
    city: "Toronto",
    country: "CA",
    associatedRegion: "ca-central-1",
    ...from10To100,
    ...at(43.650854, -79.361951),
  },
  {
    code: "151FS",
    name: "Telehouse, 151 Front Street West",
    city: "Toronto",
    country: "CA",
    associatedRegion: "ca-central-1",
    ...upTo100,
    ...at(43.644672, -79.384128),
  },
  {
    code: "COLV2",
    name: "Cologix VAN2",
    city: "Vancouver",
    country: "CA",
    associatedRegion: "ca-central-1",
    ...upTo10,
    ...at(49.286981, -123.119579),
  },
  {
    code: "COLV3",
    name: "Cologix VAN3",
    city: "Vancouver",
    country: "CA",
    associatedRegion: "ca-central-1",
    ...from10To100,
    ...at(49.259393, -123.029619),
  },
  {
    code: "EQCL1",
    name: "Equinix CL1",
    city: "Calgary",
    country: "CA",
    associatedRegion: "ca-west-1",
    ...upTo100,
    ...at(51.045517, -114.069297),
  },
  {
    code: "EQCL3",
    name: "Equinix CL3",
    city: "Calgary",
    country: "CA",
    associatedRegion: "ca-west-1",
    ...upTo100,
    ...at(50.976971, -113.956677),
  },
  {
    code: "THNO2",
    name: "Telehouse West",
    city: "London",
    country: "GB",
    associatedRegion: "eu-west-2",
    ...upTo100,
    ...at(51.511776, -0.002927),
  },
  {
    code: "EQLD5",
    name: "Equinix LD5",
    city: "Slough",
    country: "GB",
    associatedRegion: "eu-west-1",
    ...upTo100,
    ...at(51.522463, -0.62905),
  },
  {
    code: "TCSH",
    name: "Digital Realty LHR20",
    city: "London",
    country: "GB",
    associatedRegion: "eu-west-1",
    ...upTo10,
    ...at(51.499819, -0.010775),
  },
  {
    code: "EQMA3",
    name: "Equinix MA3",
    city: "Manchester",
    country: "GB",
    associatedRegion: "eu-west-2",
    ...upTo10InClear,
    ...at(53.468674, -2.310421),
  },
  {
    code: "EQSY3",
    apiCode: "EqSY3",
    name: "Equinix SY1 - SY4",
    city: "Sydney",
    country: "AU",
    associatedRegion: "ap-southeast-2",
    ...upTo100,
    ...at(-33.911776, 151.192942),
  },
  {
    code: "NDCS2",
    name: "NEXTDC S2",
    city: "Sydney",
    country: "AU",
    associatedRegion: "ap-southeast-2",
    ...upTo100,
    ...at(-33.785125, 151.125301),
  },
  {
    code: "GBSY6",
    name: "Equinix SY6",
    city: "Sydney",
    country: "AU",
    associatedRegion: "ap-southeast-2",
    ...upTo10InClear,
    ...at(-33.836684, 151.053282),
  },
  {
    code: "NDCM1",
    name: "NEXTDC M1",
    city: "Melbourne",
    country: "AU",
    associatedRegion: "ap-southeast-2",
    ...upTo100,
    ...at(-37.821705, 144.931061),
  },
  {
    code: "EQME2",
    name: "Equinix ME2",
    city: "Melbourne",
    country: "AU",
    associatedRegion: "ap-southeast-4",
    ...upTo100,
    ...at(-37.821681, 144.915458),
  },
  {
    code: "CBHU2",
    name: "CDC Hume 2",
    city: "Canberra",
    country: "AU",
    associatedRegion: "ap-southeast-2",
    ...from10To100,
    ...at(-35.388831, 149.1683),
  },
  {
    code: "NDCC1",
    name: "NEXTDC C1",
    city: "Canberra",
    country: "AU",
    associatedRegion: "ap-southeast-2",
    ...upTo10,
    ...at(-35.245308, 149.096242),
  },
  {
    code: "NDCB2",
    name: "NEXTDC B2",
    city: "Brisbane",
    country: "AU",
    associatedRegion: "ap-southeast-2",
    ...from10To100,
    ...at(-27.453902, 153.0332),
  },
  {
    code: "NDCP1",
    name: "NEXTDC P1",
    city: "Perth",
    country: "AU",
    associatedRegion: "ap-southeast-2",
    ...upTo100,
    ...at(-31.864402, 115.895935),
  },
];

export function directConnectLocation(code: string): DirectConnectLocation {
  const known = directConnectLocations.find((location) => location.code === code);
  if (known === undefined) throw new Error(`${code} is no Direct Connect location that facts/direct-connect-locations.ts has`);
  return known;
}

/** Where the fastest ports are to be had: in none of the six markets. */
export const fastestPorts: Sourced & { readonly speed: PortSpeed; readonly locations: number; readonly country: string } = {
  speed: "400Gbps",
  locations: 9,
  country: "the United States",
  ...locationsList,
};
