import type { Deployment, SiteName } from "../../config/deployment";
import { type AwsService, endpointServices } from "../../facts/endpoint-services";
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

const signIn: Statement = { sid: "SignIn", actions: ["ecr:GetAuthorizationToken"], resources: everything, callers: "account" };

type EndpointService = (typeof endpointServices)[AwsService]["endpoints"][number]["service"];

/**
 * What the payment service calls through each endpoint. Fargate pulls the manifest through the two
 * registry endpoints and the layers from a bucket of AWS's through S3.
 * Source: AmazonECR/latest/userguide/vpc-endpoints, read 2026-11-23.
 */
const permitted: Readonly<Record<EndpointService, readonly Statement[]>> = {
  "ecr.api": [signIn, imagePull],
  "ecr.dkr": [signIn, imagePull],
  kms: [
    {
      sid: "UseKeys",
      actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateMac", "kms:VerifyMac"],
      resources: inAccount("kms", "key/*"),
      callers: "account",
    },
  ],
  logs: [
    {
      sid: "WriteLogs",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: ({ deployment, region }) => [
        `arn:aws:logs:${region}:${deployment.accounts.payments}:log-group:/twinsite/${deployment.name}/*`,
      ],
      callers: "account",
    },
  ],
  monitoring: [{ sid: "WriteMetrics", actions: ["cloudwatch:PutMetricData"], resources: everything, callers: "account" }],
  "payment-cryptography.dataplane": [
    {
      sid: "TranslatePins",
      actions: ["payment-cryptography:TranslatePinData", "payment-cryptography:VerifyPinData"],
      resources: inAccount("payment-cryptography", "key/*"),
      callers: "account",
    },
  ],
  s3: [
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
  secretsmanager: [
    {
      sid: "ReadSecrets",
      actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      resources: inAccount("secretsmanager", "secret:twinsite/*"),
      callers: "account",
    },
  ],
};

/** The endpoints behind a flow to AWS services, and the API actions that must pass each. */
export function endpointActions(services: readonly AwsService[]): readonly EndpointActions[] {
  return services.flatMap((name) =>
    endpointServices[name].endpoints.map(({ service, kind }) => ({
      service,
      kind,
      actions: permitted[service].flatMap((statement) => statement.actions),
    })),
  );
}

/** One endpoint for every AWS service that any declared flow reaches. */
export function endpointDesigns(deployment: Deployment, site: SiteName): readonly EndpointDesign[] {
  const place = { deployment, site, region: deployment.sites[site].region };
  const services = new Set(deployment.flows.flatMap((flow) => flow.services ?? []));
  return [...services].toSorted().flatMap((name) =>
    endpointServices[name].endpoints.map(({ service, kind }) => ({
      id: service.replaceAll(".", "-"),
      kind,
      serviceName: `com.amazonaws.${place.region}.${service}`,
      policy: policyOf(permitted[service], place),
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
