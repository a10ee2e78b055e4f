import type { Sourced } from "./regions";

/** AWS services that a private endpoint leads to. Another one asks for its row below, and for what may be done with it in design. */
export const awsServices = ["ecr", "kms", "logs", "monitoring", "payment-cryptography", "s3", "secretsmanager"] as const;

export type AwsService = (typeof awsServices)[number];

/** How a service is reached without a way to the internet. */
export interface EndpointServiceFact extends Sourced {
  /** What stands before the colon in its IAM actions. */
  readonly actionPrefix: string;
  /** Last parts of the names of the endpoint services, all of which it takes. */
  readonly endpoints: readonly { readonly service: string; readonly kind: "interface" | "gateway" }[];
}

const endpoints: Sourced = {
  source:
    "vpc/latest/privatelink/aws-services-privatelink-support and gateway-endpoints; prefixes as the Service Authorization Reference has them",
  asOf: "2026-11-30",
};

export const endpointServices = {
  ecr: {
    actionPrefix: "ecr",
    endpoints: [
      { service: "ecr.api", kind: "interface" },
      { service: "ecr.dkr", kind: "interface" },
    ],
    source: "AmazonECR/latest/userguide/vpc-endpoints",
    asOf: "2026-11-25",
  },
  kms: { actionPrefix: "kms", endpoints: [{ service: "kms", kind: "interface" }], ...endpoints },
  logs: { actionPrefix: "logs", endpoints: [{ service: "logs", kind: "interface" }], ...endpoints },
  monitoring: { actionPrefix: "cloudwatch", endpoints: [{ service: "monitoring", kind: "interface" }], ...endpoints },
  "payment-cryptography": {
    actionPrefix: "payment-cryptography",
    endpoints: [{ service: "payment-cryptography.dataplane", kind: "interface" }],
    ...endpoints,
  },
  s3: { actionPrefix: "s3", endpoints: [{ service: "s3", kind: "gateway" }], ...endpoints },
  secretsmanager: { actionPrefix: "secretsmanager", endpoints: [{ service: "secretsmanager", kind: "interface" }], ...endpoints },
} as const satisfies Readonly<Record<AwsService, EndpointServiceFact>>;

/** The services that Fargate takes an image from: manifests from the registry, and layers from a bucket of AWS's. */
export const imageServices = {
  services: ["ecr", "s3"],
  source: "AmazonECR/latest/userguide/vpc-endpoints",
  asOf: "2026-11-25",
} as const satisfies Sourced & { readonly services: readonly AwsService[] };

/** Prefixes of actions that pass no endpoint of the list above: a ledger has a door of its own. */
export const ledgerActionPrefixes = {
  prefixes: ["dsql", "rds-db"],
  source: "aurora-dsql/latest/userguide/privatelink-managing-clusters; AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth",
  asOf: "2026-11-25",
} as const;
