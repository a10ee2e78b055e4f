/** A dated fact: where it was read and when. */
export interface Sourced {
  readonly source: string;
  /** ISO date of the copy that was read. */
  readonly asOf: string;
}

/** An AWS Region as far as a deployment needs to know it. */
export interface RegionFact extends Sourced {
  readonly region: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly optIn: "required" | "notRequired";
  readonly zoneIds: readonly string[];
  readonly paymentCryptography: "available" | "notAvailable";
}

const zonesPage: Sourced = {
  source:
    "AWS documentation, global-infrastructure/latest/regions: aws-regions, aws-availability-zones; payment-cryptography/latest/userguide: endpoints",
  asOf: "2026-10-01",
};

/** What a second site or a witness can be named in, besides: all of the sets in facts/ledger-regions.ts, and neighbours. */
const neighboursPages: Sourced = {
  source:
    "AWS documentation, global-infrastructure/latest/regions/aws-availability-zones, and its list of Regions disabled at first as public notes copy it (New Zealand by its rule for Regions after 2019-03-20); payment-cryptography/latest/userguide: endpoints",
  asOf: "2026-11-27",
};

export const regions: readonly RegionFact[] = [
  {
    region: "ap-east-1",
    city: "Hong Kong",
    country: "HK",
    optIn: "required",
    zoneIds: ["ape1-az1", "ape1-az2", "ape1-az3"],
    paymentCryptography: "notAvailable",
    ...zonesPage,
  },
  {
    region: "ap-east-2",
    city: "Taipei",
    country: "TW",
    optIn: "required",
    zoneIds: ["ape2-az1", "ape2-az2", "ape2-az3"],
    paymentCryptography: "notAvailable",
    ...neighboursPages,
  },
  {
    region: "ap-northeast-1",
    city: "Tokyo",
    country: "JP",
    optIn: "notRequired",
    zoneIds: ["apne1-az1", "apne1-az2", "apne1-az3", "apne1-az4"],
    paymentCryptography: "available",
    ...zonesPage,
  },
  {
    region: "ap-northeast-2",
    city: "Seoul",
    country: "KR",
    optIn: "notRequired",
    zoneIds: ["apne2-az1", "apne2-az2", "apne2-az3", "apne2-az4"],
    paymentCryptography: "notAvailable",
    ...zonesPage,
  },
  {
    region: "ap-northeast-3",
    city: "Osaka",
    country: "JP",
    optIn: "notRequired",
    zoneIds: ["apne3-az1", "apne3-az2", "apne3-az3"],
    paymentCryptography: "available",
    ...neighboursPages,
  },
  {
    region: "ap-south-1",
    city: "Mumbai",
    country: "IN",
    optIn: "notRequired",
    zoneIds: ["aps1-az1", "aps1-az2", "aps1-az3"],
    paymentCryptography: "available",
    ...neighboursPages,
  },
  {
    region: "ap-southeast-1",
    city: "Singapore",
    country: "SG",
    optIn: "notRequired",
    zoneIds: ["apse1-az1", "apse1-az2", "apse1-az3"],
    paymentCryptography: "available",
    ...zonesPage,
  },
  {
    region: "ap-southeast-2",
    city: "Sydney",
    country: "AU",
    optIn: "notRequired",
    zoneIds: ["apse2-az1", "apse2-az2", "apse2-az3"],
    paymentCryptography: "available",
    ...zonesPage,
  },
  {
    region: "ap-southeast-4",
    city: "Melbourne",
    country: "AU",
    optIn: "required",
    zoneIds: ["apse4-az1", "apse4-az2", "apse4-az3"],
    paymentCryptography: "notAvailable",
    ...zonesPage,
  },
  {
    region: "ap-southeast-6",
    city: "New Zealand",
    country: "NZ",
    optIn: "required",
    zoneIds: ["apse6-az1", "apse6-az2", "apse6-az3"],
    paymentCryptography: "notAvailable",
    ...neighboursPages,
  },
  {
    region: "ca-central-1",
    city: "Montréal",
    country: "CA",
    optIn: "notRequired",
    zoneIds: ["cac1-az1", "cac1-az2", "cac1-az4"],
    paymentCryptography: "available",
    ...zonesPage,
  },
  {
    region: "ca-west-1",
    city: "Calgary",
    country: "CA",
    optIn: "required",
    zoneIds: ["caw1-az1", "caw1-az2", "caw1-az3"],
    paymentCryptography: "notAvailable",
    ...zonesPage,
  },
  {
    region: "eu-central-1",
    city: "Frankfurt",
    country: "DE",
    optIn: "notRequired",
    zoneIds: ["euc1-az1", "euc1-az2", "euc1-az3"],
    paymentCryptography: "available",
    ...zonesPage,
  },
  {
    region: "eu-central-2",
    city: "Zurich",
    country: "CH",
    optIn: "required",
    zoneIds: ["euc2-az1", "euc2-az2", "euc2-az3"],
    paymentCryptography: "notAvailable",
    ...neighboursPages,
  },
  {
    region: "eu-north-1",
    city: "Stockholm",
    country: "SE",
    optIn: "notRequired",
    zoneIds: ["eun1-az1", "eun1-az2", "eun1-az3"],
    paymentCryptography: "notAvailable",
    ...zonesPage,
  },
  {
    region: "eu-south-1",
    city: "Milan",
    country: "IT",
    optIn: "required",
    zoneIds: ["eus1-az1", "eus1-az2", "eus1-az3"],
    paymentCryptography: "notAvailable",
    ...neighboursPages,
  },
  {
    region: "eu-south-2",
    city: "Spain",
    country: "ES",
    optIn: "required",
    zoneIds: ["eus2-az1", "eus2-az2", "eus2-az3"],
    paymentCryptography: "notAvailable",
    ...neighboursPages,
  },
  {
    region: "eu-west-1",
    city: "Dublin",
    country: "IE",
    optIn: "notRequired",
    zoneIds: ["euw1-az1", "euw1-az2", "euw1-az3"],
    paymentCryptography: "available",
    ...zonesPage,
  },
  {
    region: "eu-west-2",
    city: "London",
    country: "GB",
    optIn: "notRequired",
    zoneIds: ["euw2-az1", "euw2-az2", "euw2-az3"],
    paymentCryptography: "available",
    ...zonesPage,
  },
  {
    region: "eu-west-3",
    city: "Paris",
    country: "FR",
    optIn: "notRequired",
    zoneIds: ["euw3-az1", "euw3-az2", "euw3-az3"],
    paymentCryptography: "available",
    ...zonesPage,
  },
  {
    region: "us-east-1",
    city: "North Virginia",
    country: "US",
    optIn: "notRequired",
    zoneIds: ["use1-az1", "use1-az2", "use1-az3", "use1-az4", "use1-az5", "use1-az6"],
    paymentCryptography: "available",
    ...zonesPage,
  },
  {
    region: "us-east-2",
    city: "Ohio",
    country: "US",
    optIn: "notRequired",
    zoneIds: ["use2-az1", "use2-az2", "use2-az3"],
    paymentCryptography: "available",
    ...neighboursPages,
  },
  {
    region: "us-west-2",
    city: "Oregon",
    country: "US",
    optIn: "notRequired",
    zoneIds: ["usw2-az1", "usw2-az2", "usw2-az3", "usw2-az4"],
    paymentCryptography: "available",
    ...zonesPage,
  },
];

/** Where AWS keeps the one control plane of a global service that a deployment uses. */
export const globalServiceRegions: readonly (Sourced & { readonly region: string; readonly services: string })[] = [
  {
    region: "us-east-1",
    services: "Route 53, IAM, the DNSSEC key, query logs and health-check metrics",
    source: "AWS Fault Isolation Boundaries whitepaper, appendix A",
    asOf: "2026-10-01",
  },
  {
    region: "us-west-2",
    services: "Application Recovery Controller routing-control configuration",
    source: "AWS Fault Isolation Boundaries whitepaper, appendix A",
    asOf: "2026-10-01",
  },
];
