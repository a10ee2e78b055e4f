import type { Deployment, SiteName } from "../../config/deployment";
import type { AwsService } from "../../config/sections/flow";
import type { EndpointActions } from "../foundation/evidence";
import { bucketArn, imageNamespace, reconciliationBucket } from "../foundation/naming";

/** A private endpoint for one AWS API, and what may be done through it. */
export interface EndpointDesign {
  /** Permanent id, such as `ecr-dkr`. */
  readonly id: string;
  readonly kind: "interface" | "gateway";
  readonly serviceName: string;
  /** JSON. */
  readonly policy: string;
}

interface Statement {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: (place: Place) => readonly string[];
  /** `account`: only principals of this account. `signed`: whoever holds the service's own signed URL. */
  readonly callers: "account" | "signed";
}

interface Place {
  readonly deployment: Deployment;
  readonly site: SiteName;
  readonly region: string;
}

interface EndpointService {
  readonly service: string;
  readonly kind: "interface" | "gateway";
  readonly statements: readonly Statement[];
}

const inAccount =
  (service: string, resource: string) =>
  ({ deployment, region }: Place): readonly string[] => [`arn:aws:${service}:${region}:${deployment.accounts.payments}:${resource}`];
const everything = (): readonly string[] => ["*"];

const imagePull: Statement = {
  sid: "PullImages",
  actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
  resources: ({ deployment, site, region }) => [
    `arn:aws:ecr:${region}:${deployment.accounts.payments}:repository/${imageNamespace(deployment, site)}/*`,
  ],
  callers: "account",
};

/**
 * What the payment service calls of each AWS service, through which endpoints. Fargate pulls the
 * manifest through the two registry endpoints and the layers from a bucket of AWS's through S3.
 * Source: AmazonECR/latest/userguide/vpc-endpoints, read 2026-11-23.
 */
const catalogue: Readonly<Record<AwsService, readonly EndpointService[]>> = {
  ecr: [
    {
      service: "ecr.api",
      kind: "interface",
      statements: [{ sid: "SignIn", actions: ["ecr:GetAuthorizationToken"], resources: everything, callers: "account" }, imagePull],
    },
    {
      service: "ecr.dkr",
      kind: "interface",
      statements: [{ sid: "SignIn", actions: ["ecr:GetAuthorizationToken"], resources: everything, callers: "account" }, imagePull],
    },
  ],
  kms: [
    {
      service: "kms",
      kind: "interface",
      statements: [
        {
          sid: "UseKeys",
          actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateMac", "kms:VerifyMac"],
          resources: inAccount("kms", "key/*"),
          callers: "account",
        },
      ],
    },
  ],
  logs: [
    {
      service: "logs",
      kind: "interface",
      statements: [
        {
          sid: "WriteLogs",
          actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          resources: ({ deployment, region }) => [
            `arn:aws:logs:${region}:${deployment.accounts.payments}:log-group:/twinsite/${deployment.name}/*`,
          ],
          callers: "account",
        },
      ],
    },
  ],
  monitoring: [
    {
      service: "monitoring",
      kind: "interface",
      statements: [{ sid: "WriteMetrics", actions: ["cloudwatch:PutMetricData"], resources: everything, callers: "account" }],
    },
  ],
  "payment-cryptography": [
    {
      service: "payment-cryptography.dataplane",
      kind: "interface",
      statements: [
        {
          sid: "TranslatePins",
          actions: ["payment-cryptography:TranslatePinData", "payment-cryptography:VerifyPinData"],
          resources: inAccount("payment-cryptography", "key/*"),
          callers: "account",
        },
      ],
    },
  ],
  s3: [
    {
      service: "s3",
      kind: "gateway",
      statements: [
        {
          sid: "PullImageLayers",
          actions: ["s3:GetObject"],
          resources: ({ region }) => [`${bucketArn(`prod-${region}-starport-layer-bucket`)}/*`],
          callers: "signed",
        },
        {
          sid: "ExchangeReconciliationFiles",
          actions: ["s3:GetObject", "s3:PutObject"],
          resources: ({ deployment, site }) => [`${bucketArn(reconciliationBucket(deployment, site))}/*`],
          callers: "account",
        },
      ],
    },
  ],
  secretsmanager: [
    {
      service: "secretsmanager",
      kind: "interface",
      statements: [
        {
          sid: "ReadSecrets",
          actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
          resources: inAccount("secretsmanager", "secret:twinsite/*"),
          callers: "account",
        },
      ],
    },
  ],
};

/** The endpoints behind a flow to AWS services, and the API actions that must pass each. */
export function endpointServices(services: readonly AwsService[]): readonly EndpointActions[] {
  return services.flatMap((name) =>
    catalogue[name].map(({ service, kind, statements }) => ({
      service,
      kind,
      actions: statements.flatMap((statement) => statement.actions),
    })),
  );
}

/** One endpoint for every AWS service that any declared flow reaches. */
export function endpointDesigns(deployment: Deployment, site: SiteName): readonly EndpointDesign[] {
  const place = { deployment, site, region: deployment.sites[site].region };
  const services = new Set(deployment.flows.flatMap((flow) => flow.services ?? []));
  return [...services].toSorted().flatMap((name) =>
    catalogue[name].map(({ service, kind, statements }) => ({
      id: service.replaceAll(".", "-"),
      kind,
      serviceName: `com.amazonaws.${place.region}.${service}`,
      policy: policyOf(statements, place),
    })),
  );
}

function policyOf(statements: readonly Statement[], place: Place): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map(({ sid, actions, resources, callers }) => ({
      Sid: sid,
      Effect: "Allow",
      Principal: "*",
      Action: actions,
      Resource: resources(place),
      // ECR signs the layers' URLs in its own name: a condition on our account would refuse them.
      ...(callers === "account" ? { Condition: { StringEquals: { "aws:PrincipalAccount": place.deployment.accounts.payments } } } : {}),
    })),
  });
}
