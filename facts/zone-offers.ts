import { regions, type Sourced } from "./regions";

/** What AWS publishes of the zones that a service can be put in. */
export interface ZoneOffers extends Sourced {
  readonly service: ZoneService;
  /** What goes into a zone, as a sentence names it. */
  readonly what: string;
  /** Zone ids, in Regions where AWS names them; no other zone there has the service. */
  readonly onlyIn: Readonly<Record<string, readonly string[]>>;
  /** Regions of which no page says whether they have the service at all. */
  readonly notReadIn: readonly string[];
  /** What holds in every other Region. */
  readonly elsewhere: "allZones" | "notRead";
  /** What asks AWS itself, for a `REGION`; none where only making the thing tells. */
  readonly askedBy: readonly string[];
}

/** What a site puts into each of its zones: tasks, firewall endpoints, and the endpoints of AWS's services that tasks call. */
export type ZoneService =
  | "dsql"
  | "ecr.api"
  | "ecr.dkr"
  | "fargate"
  | "kms"
  | "logs"
  | "monitoring"
  | "network-firewall"
  | "payment-cryptography.dataplane"
  | "secretsmanager";

const asOf = "2026-11-30";

/** AWS answers with a zone's name in the account that asks. */
const zoneNames = "aws ec2 describe-availability-zones --region REGION --query 'AvailabilityZones[].[ZoneId,ZoneName]' --output text";

/** AWS tells the zones of its endpoints by API only: services are known that lack some (terraform-aws-modules/terraform-aws-vpc, issues 462 and 785). */
const endpoint = (service: ZoneService): ZoneOffers => ({
  service,
  what: `the interface endpoint of ${service}`,
  onlyIn: {},
  notReadIn: [],
  elsewhere: "notRead",
  askedBy: [
    `aws ec2 describe-vpc-endpoint-services --region REGION --service-names com.amazonaws.REGION.${service} --query 'ServiceDetails[].AvailabilityZones[]' --output text`,
    zoneNames,
  ],
  source: "AWS re:Post knowledge center, interface-endpoint-availability-zone; no page lists zones",
  asOf,
});

export const zoneOffers: readonly ZoneOffers[] = [
  {
    service: "fargate",
    what: "AWS Fargate",
    onlyIn: { "ap-northeast-1": ["apne1-az1", "apne1-az2", "apne1-az4"] },
    notReadIn: ["ap-east-2", "ap-southeast-6"],
    elsewhere: "allZones",
    askedBy: [],
    source: 'AmazonECS/latest/developerguide/AWS_Fargate-Regions, Linux containers: zone ids "are noted when applicable"',
    asOf,
  },
  {
    service: "network-firewall",
    what: "AWS Network Firewall",
    onlyIn: {},
    notReadIn: [],
    elsewhere: "notRead",
    askedBy: [],
    source: "network-firewall/latest/developerguide and general/latest/gr/network-firewall: Regions only, no zones",
    asOf,
  },
  {
    ...endpoint("dsql"),
    what: "the interface endpoint of Aurora DSQL",
    askedBy: [
      "aws ec2 describe-vpc-endpoint-services --region REGION --service-names \"$(aws dsql get-vpc-endpoint-service-name --region REGION --identifier CLUSTER --query serviceName --output text)\" --query 'ServiceDetails[].AvailabilityZones[]' --output text",
      zoneNames,
    ],
    source: "aurora-dsql/latest/userguide/privatelink-managing-clusters, which names no zones: a service of its own for groups of clusters",
  },
  endpoint("ecr.api"),
  endpoint("ecr.dkr"),
  endpoint("kms"),
  endpoint("logs"),
  endpoint("monitoring"),
  endpoint("payment-cryptography.dataplane"),
  endpoint("secretsmanager"),
];

/** The zones of a Region that are known to have a service; none where no page tells. */
export function zonesOffering(service: ZoneService, region: string): readonly string[] {
  const zones = regions.find((fact) => fact.region === region)?.zoneIds ?? [];
  return zones.filter((zone) => isOfferedIn(service, zone) === "offered");
}

/** Whether a service can be put in a zone, by what AWS publishes. What is not read is no yes. */
export function isOfferedIn(service: ZoneService, zoneId: string): "offered" | "notOffered" | "notRead" {
  const region = regions.find(({ zoneIds }) => zoneIds.includes(zoneId))?.region;
  const offers = zoneOffers.find((one) => one.service === service);
  if (region === undefined || offers === undefined || offers.notReadIn.includes(region)) return "notRead";
  const only = offers.onlyIn[region];
  if (only !== undefined) return only.includes(zoneId) ? "offered" : "notOffered";
  return offers.elsewhere === "allZones" ? "offered" : "notRead";
}
